import type { StaffId } from '#brand.ts';
import { writeAudit } from '#state/audit.ts';
import { momentOf, type Clock } from '#state/clock.ts';
import type { Customer } from '#state/customers.ts';
import { enqueue } from '#state/outbox.ts';
import type { Db } from '#state/schema.ts';
import { suppressAddress } from '#state/suppression.ts';

/** Who has an account erased: the person, someone of the staff, whoever holds the machine, or time. */
export type Eraser = StaffId | 'self' | 'command' | 'time';

/** How many rows of each table of accounts went. */
export interface ErasedAccount {
  readonly accounts: number;
  readonly subscriptions: number;
  readonly consents: number;
  readonly signIns: number;
  readonly pushSubscriptions: number;
  readonly passkeys: number;
  readonly messages: number;
}

export const nothingOfAccount: ErasedAccount = {
  accounts: 0,
  subscriptions: 0,
  consents: 0,
  signIns: 0,
  pushSubscriptions: 0,
  passkeys: 0,
  messages: 0,
};

/**
 * Inside a transaction: everything of an account but its visitor, with the messages that were for it and what became of them. An address that was
 * shown to be theirs is suppressed by its hash and told by one letter, unless time alone erased it.
 */
export async function eraseAccount(
  db: Db,
  { id, email, language, confirmed }: Customer,
  by: Eraser,
  { now = Temporal.Now.instant() }: Clock = {},
): Promise<ErasedAccount> {
  const counted = async (work: Promise<{ length: number }>): Promise<number> => (await work).length;
  const erased = {
    subscriptions: await counted(db.deleteFrom('subscription').where('customer', '=', id).returning('kind').execute()),
    consents: await counted(db.deleteFrom('consent').where('customer', '=', id).returning('id').execute()),
    signIns: await counted(db.deleteFrom('sign_in').where('customer', '=', id).returning('id').execute()),
    pushSubscriptions: await counted(
      db.deleteFrom('push_subscription').where('customer', '=', id).returning('id').execute(),
    ),
    passkeys: await counted(db.deleteFrom('passkey').where('customer', '=', id).returning('id').execute()),
    messages: await counted(
      db
        .deleteFrom('outbox')
        .where((row) =>
          row.or([
            row('customer', '=', id),
            row('recipient', '=', id),
            ...(email === null ? [] : [row('recipient', '=', `address:${email}`)]),
          ]),
        )
        .returning('id')
        .execute(),
    ),
    accounts: await counted(db.deleteFrom('customer').where('id', '=', id).returning('id').execute()),
  };
  if (email !== null && confirmed !== null && by !== 'time') {
    await suppressAddress(db, email, { reason: 'erased' }, { now });
    await sayErased(db, email, language, now);
  }
  if (by !== 'self' && by !== 'time')
    await writeAudit(
      db,
      { staff: by === 'command' ? null : by, action: 'people.erase', subject: `customer:${id}` },
      { now },
    );
  return erased;
}

const sayErased = (db: Db, email: string, language: 'fr' | 'en', now: Temporal.Instant): Promise<number> =>
  enqueue(
    db,
    [
      {
        recipient: `address:${email}`,
        customer: null,
        message: `erased:${momentOf(now)}`,
        channel: 'email',
        kind: 'account',
        campaign: null,
        payload: { kind: 'account', about: { purpose: 'erased', language } },
        due: now,
        stale: now.add({ hours: 72 }),
      },
    ],
    { now },
  );
