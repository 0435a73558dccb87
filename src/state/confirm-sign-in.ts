import type { VisitorId } from '#brand.ts';
import { momentOf, type Clock } from '#state/clock.ts';
import { recordConsent } from '#state/consent.ts';
import { customerOf, customerOfEmail, holdCustomer, type Customer } from '#state/customers.ts';
import { joinAccount } from '#state/devices.ts';
import { enqueue } from '#state/outbox.ts';
import type { SignIn } from '#state/prove-sign-in.ts';
import type { Db } from '#state/schema.ts';
import { subscribe } from '#state/subscriptions.ts';
import { liftErasure } from '#state/suppression.ts';
import { inTransaction, isDuplicate } from '#state/transaction.ts';
import { setWish } from '#state/wishes.ts';

/** What a confirmation came to. `taken`: the new address has an account of its own. */
export type Confirmed =
  | { readonly kind: 'signed-in'; readonly customer: Customer; readonly secret: string; readonly first: boolean }
  | { readonly kind: 'used' | 'taken' };

/**
 * The address is shown to be theirs: what was asked with it is done, once, whoever comes twice; and the browser stands for the account.
 * @param row what the browser's cookie names; null when it has none
 */
export async function confirmSignIn(
  db: Db,
  signIn: SignIn,
  row: VisitorId | null,
  { now = Temporal.Now.instant() }: Clock = {},
): Promise<Confirmed> {
  try {
    return await confirm(db, signIn, row, now);
  } catch (error) {
    if (!isDuplicate(error)) throw error;
    // another account was given the same address in that moment: now it is seen
    return confirm(db, signIn, row, now);
  }
}

const confirm = (
  db: Db,
  { id, customer: who, asked }: SignIn,
  row: VisitorId | null,
  now: Temporal.Instant,
): Promise<Confirmed> =>
  inTransaction(db, async (within): Promise<Confirmed> => {
    const at = momentOf(now);
    const used = await within
      .updateTable('sign_in')
      .set({ done: at })
      .where('id', '=', id)
      .where('done', 'is', null)
      .where('expires', '>', at)
      .returning('id')
      .executeTakeFirst();
    const before = used === undefined || !(await holdCustomer(within, who)) ? null : await customerOf(within, who);
    if (before === null) return { kind: 'used' };
    if (asked.email !== undefined && !(await changeEmail(within, before, asked.email, now))) return { kind: 'taken' };
    const first = before.confirmed === null;
    const { language, commune, radius } = asked;
    await within
      .updateTable('customer')
      .set({
        confirmed: before.confirmed ?? at,
        last_contact: at,
        ...(first ? { language } : {}),
        ...(commune === null ? {} : { commune }),
        ...(radius === null ? {} : { radius }),
      })
      .where('id', '=', who)
      .execute();
    await agree(within, before, asked, now);
    const email = asked.email ?? before.email;
    if (email !== null) await liftErasure(within, email);
    const secret = await joinAccount(within, before.visitor, row, { now });
    if (asked.film !== null && commune !== null)
      await wishUnlessWished(within, before.visitor, asked.film, commune, now);
    const customer = (await customerOf(within, who)) ?? before;
    return { kind: 'signed-in', customer, secret, first };
  });

async function agree(
  db: Db,
  { id, confirmed }: Customer,
  asked: SignIn['asked'],
  now: Temporal.Instant,
): Promise<void> {
  const { kinds, language, accountWording: wording } = asked;
  if (confirmed === null)
    await recordConsent(
      db,
      id,
      [{ kind: 'account', channel: 'email', action: 'given', wording, language, source: 'link' }],
      { now },
    );
  const words = new Map(kinds.map((one) => [one.kind, one.wording]));
  await subscribe(
    db,
    id,
    kinds.map(({ kind }) => ({ kind, channel: 'email' })),
    { language, source: 'link', wording: (one) => words.get(one.kind) ?? '', now },
  );
}

/** False when the address is another account's. The old address is told, by a letter that names no other. */
async function changeEmail(db: Db, customer: Customer, email: string, now: Temporal.Instant): Promise<boolean> {
  const holder = await customerOfEmail(db, email);
  if (holder !== null && holder.id !== customer.id) {
    if (holder.confirmed !== null) return false;
    // someone asked for an account with it and never showed that it is theirs: who shows it has it
    await db.deleteFrom('customer').where('id', '=', holder.id).execute();
    await db.deleteFrom('visitor').where('id', '=', holder.visitor).execute();
  }
  if (customer.email === email) return true;
  await db.updateTable('customer').set({ email }).where('id', '=', customer.id).execute();
  if (customer.email === null) return true;
  const told = { customer: customer.id, channel: 'email', kind: 'account', campaign: null } as const;
  await enqueue(
    db,
    [
      {
        ...told,
        recipient: `address:${customer.email}`,
        message: `address-changed:${momentOf(now)}`,
        payload: { kind: 'account', about: { purpose: 'address-changed', language: customer.language } },
        due: now,
        stale: now.add({ hours: 72 }),
      },
    ],
    { now },
  );
  return true;
}

async function wishUnlessWished(
  db: Db,
  visitor: VisitorId,
  film: NonNullable<SignIn['asked']['film']>,
  commune: string,
  now: Temporal.Instant,
): Promise<void> {
  const wished = await db
    .selectFrom('wish')
    .select('film')
    .where('visitor', '=', visitor)
    .where('film', '=', film)
    .executeTakeFirst();
  if (wished === undefined) await setWish(db, visitor, { film, commune, days: [], seats: 1 }, { now });
}
