import { purgeStaff } from '#state/audit.ts';
import { dayOf, daysBefore, hourOf, momentOf, type Clock } from '#state/clock.ts';
import { customerOf, holdCustomer } from '#state/customers.ts';
import { eraseAccount } from '#state/erase-account.ts';
import { forgetDeleted } from '#state/forget-deleted.ts';
import { purgeChallenges } from '#state/passkeys.ts';
import { purgeImports } from '#state/programme-imports.ts';
import type { Db } from '#state/schema.ts';
import { inTransaction } from '#state/transaction.ts';
import { holdVisitor } from '#state/visitors.ts';
import { warnSilent } from '#state/warn-silent.ts';

export interface Retention {
  /** A visitor without an account who was not seen for more days is forgotten, with everything held about them. CNIL: 13 months. */
  readonly visitorDays: number;
  /** A line of the feedback log is kept for as many days. CNIL: 25 months at most. */
  readonly eventDays: number;
  /** An account whose owner did not come, nor answer, for more days is forgotten. CNIL: 3 years after the last contact. */
  readonly customerDays?: number;
}

export interface Purged {
  readonly visitors: number;
  readonly events: number;
  readonly groups: number;
  /** Accounts past their time, and those that nobody confirmed. */
  readonly accounts: number;
  readonly signIns: number;
  readonly messages: number;
  readonly refusals: number;
}

/** 3 years. */
export const usualCustomerDays = 1095;
/** An account that nobody confirmed is forgotten after so many days, a letter with a code after two: the limits of a day are counted from them. */
const unconfirmedDays = 7;
const signInDays = 2;
/** What was sent, and what became of it: 13 months, as long as a visitor. */
const messageDays = 395;
const done = ['sent', 'delivered', 'bounced', 'failed', 'suppressed'] as const;

/** Deletes what may no longer be kept: to be run every day. What went with its person is not counted. */
export async function purgeState(
  db: Db,
  { visitorDays, eventDays, customerDays = usualCustomerDays }: Retention,
  { now = Temporal.Now.instant() }: Clock = {},
): Promise<Purged> {
  const purged = await inTransaction(db, async (within) => {
    const accounts = await purgeAccounts(within, customerDays, now);
    await warnSilent(within, customerDays, now);
    await purgeStaff(within, { now });
    await purgeChallenges(within, { now });
    const visitors = await within
      .deleteFrom('visitor')
      .where('last_seen', '<', dayOf(daysBefore(now, visitorDays)))
      .where(({ not, exists, selectFrom }) =>
        not(exists(selectFrom('customer').select('customer.id').whereRef('customer.visitor', '=', 'visitor.id'))),
      )
      .executeTakeFirst();
    const events = await within
      .deleteFrom('event')
      .where('at', '<', hourOf(daysBefore(now, eventDays)))
      .executeTakeFirst();
    const groups = await within.deleteFrom('group_session').where('expires', '<=', momentOf(now)).executeTakeFirst();
    const signIns = await within
      .deleteFrom('sign_in')
      .where('created', '<', momentOf(daysBefore(now, signInDays)))
      .executeTakeFirst();
    await purgeImports(within, { now });
    const refusals = await within
      .deleteFrom('refusal')
      .where('day', '<', dayOf(daysBefore(now, messageDays)))
      .executeTakeFirst();
    return {
      visitors: Number(visitors.numDeletedRows),
      events: Number(events.numDeletedRows),
      groups: Number(groups.numDeletedRows),
      accounts,
      signIns: Number(signIns.numDeletedRows),
      messages: await purgeMessages(within, now),
      refusals: Number(refusals.numDeletedRows),
    };
  });
  if (Object.values(purged).some((count) => count > 0)) await forgetDeleted(db);
  return purged;
}

async function purgeAccounts(db: Db, customerDays: number, now: Temporal.Instant): Promise<number> {
  const late = await lateAccounts(db, customerDays, now).orderBy('customer.id').execute();
  let erased = 0;
  for (const { id, visitor } of late) {
    if (!(await holdCustomer(db, id))) continue;
    await holdVisitor(db, visitor);
    // they may have come back since the list was read
    const still = await lateAccounts(db, customerDays, now).where('customer.id', '=', id).executeTakeFirst();
    const customer = still === undefined ? null : await customerOf(db, id);
    if (customer === null) continue;
    await eraseAccount(db, customer, 'time', { now });
    await db.deleteFrom('visitor').where('id', '=', visitor).execute();
    erased++;
  }
  return erased;
}

/** Accounts past their time, but those to which a letter has just been written: its link and its code hold still. */
const lateAccounts = (db: Db, customerDays: number, now: Temporal.Instant) => {
  const old = daysBefore(now, customerDays);
  return db
    .selectFrom('customer')
    .innerJoin('visitor', 'visitor.id', 'customer.visitor')
    .select(['customer.id', 'customer.visitor'])
    .where((row) =>
      row.or([
        row.and([row('customer.last_contact', '<', momentOf(old)), row('visitor.last_seen', '<', dayOf(old))]),
        row.and([
          row('customer.confirmed', 'is', null),
          row('customer.email', 'is not', null),
          row('customer.created', '<', momentOf(daysBefore(now, unconfirmedDays))),
        ]),
      ]),
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('sign_in')
            .select('sign_in.id')
            .whereRef('sign_in.customer', '=', 'customer.id')
            .where('sign_in.done', 'is', null)
            .where('sign_in.expires', '>', momentOf(now)),
        ),
      ),
    );
};

/** What was done long ago; of the letters that a person asked for, the address that is no account's, and the secrets that no longer hold. */
async function purgeMessages(db: Db, now: Temporal.Instant): Promise<number> {
  const at = momentOf(now);
  await db
    .updateTable('outbox')
    .set({ payload: '{}' })
    .where('kind', '=', 'account')
    .where('stale', '<', at)
    .where('state', 'in', [...done])
    .where('payload', '<>', '{}')
    .execute();
  const gone = await db
    .deleteFrom('outbox')
    .where((row) =>
      row.or([
        row.and([row('state', 'in', [...done]), row('changed', '<', momentOf(daysBefore(now, messageDays)))]),
        row.and([
          row('recipient', 'like', 'address:%'),
          row.or([row('state', 'in', [...done]), row('stale', '<', at)]),
        ]),
      ]),
    )
    .executeTakeFirst();
  return Number(gone.numDeletedRows);
}
