import { asCustomerId, type CustomerId, type VisitorId } from '#brand.ts';
import { fault } from '#errors.ts';
import { normalAddress } from '#state/address-hash.ts';
import { dayOf, momentOf, type Clock } from '#state/clock.ts';
import type { Db } from '#state/schema.ts';
import { newSecret } from '#state/secret.ts';
import { engineOf, inTransaction } from '#state/transaction.ts';
import { createVisitor } from '#state/visitors.ts';

/** Someone with an account. */
export interface Customer {
  readonly id: CustomerId;
  readonly visitor: VisitorId;
  readonly email: string | null;
  readonly phone: string | null;
  readonly name: string | null;
  readonly language: 'fr' | 'en';
  /** INSEE code. */
  readonly commune: string | null;
  /** Minutes by car. */
  readonly radius: number | null;
  /** Minutes of the day. */
  readonly quietFrom: number | null;
  readonly quietUntil: number | null;
  readonly weekCap: number | null;
  readonly pausedUntil: string | null;
  readonly created: string;
  readonly confirmed: string | null;
  readonly lastContact: string;
}

/** The account of a visitor; null when they have none. */
export const customerOfVisitor = (db: Db, visitor: VisitorId): Promise<Customer | null> =>
  found(customers(db).where('visitor', '=', visitor).executeTakeFirst());

export const customerOf = (db: Db, id: CustomerId): Promise<Customer | null> =>
  found(customers(db).where('id', '=', id).executeTakeFirst());

export const customerOfEmail = (db: Db, email: string): Promise<Customer | null> =>
  found(customers(db).where('email', '=', normalAddress(email)).executeTakeFirst());

/** What is known of someone when their account is made. At least one of the e-mail address, the telephone and the name. */
export type NewCustomer = Pick<Customer, 'language'> &
  Partial<Pick<Customer, 'email' | 'phone' | 'name' | 'commune' | 'radius' | 'confirmed'>>;

/**
 * Makes an account, and its visitor, of whom nobody holds the secret. An address that has an account already keeps it: that one is given back.
 * @param given.confirmed when the address was shown to be theirs, or when a member of the staff heard them ask
 */
export const createCustomer = (
  db: Db,
  given: NewCustomer,
  { now = Temporal.Now.instant() }: Clock = {},
): Promise<Customer> =>
  inTransaction(db, async (within) => {
    const email = given.email == null ? null : normalAddress(given.email);
    const known = email === null ? null : await customerOfEmail(within, email);
    if (known !== null) return known;
    const { visitor } = await createVisitor(within, { now });
    const at = momentOf(now);
    const row = { phone: null, name: null, commune: null, radius: null, confirmed: null, ...given, email };
    const made = await within
      .insertInto('customer')
      .values({ ...row, id: newCustomerId(), visitor, created: at, last_contact: at })
      .onConflict((conflict) => conflict.column('email').doNothing())
      .returning('id')
      .executeTakeFirst();
    const other = made === undefined && email !== null ? await customerOfEmail(within, email) : null;
    if (other !== null) await within.deleteFrom('visitor').where('id', '=', visitor).execute();
    const customer = other ?? (made === undefined ? null : await customerOf(within, made.id));
    if (customer === null) throw fault('UNEXPECTED', { reason: 'an account that was made is not there' });
    return customer;
  });

/** What a person may change of their account without showing again who they are. */
export type Preferences = Pick<
  Customer,
  'name' | 'language' | 'commune' | 'radius' | 'quietFrom' | 'quietUntil' | 'weekCap' | 'pausedUntil'
>;

/** Changes what is given, and leaves the rest. @throws CUSTOMER_UNKNOWN */
export async function changeCustomer(
  db: Db,
  id: CustomerId,
  { quietFrom, quietUntil, weekCap, pausedUntil, ...same }: Partial<Preferences>,
  { now = Temporal.Now.instant() }: Clock = {},
): Promise<void> {
  const changed = await db
    .updateTable('customer')
    .set({
      ...same,
      ...(quietFrom === undefined ? {} : { quiet_from: quietFrom }),
      ...(quietUntil === undefined ? {} : { quiet_until: quietUntil }),
      ...(weekCap === undefined ? {} : { week_cap: weekCap }),
      ...(pausedUntil === undefined ? {} : { paused_until: pausedUntil }),
      last_contact: momentOf(now),
    })
    .where('id', '=', id)
    .returning('id')
    .executeTakeFirst();
  if (changed === undefined) throw fault('CUSTOMER_UNKNOWN');
}

/** Inside a transaction: makes every other change about this account wait until its end; false when there is none. */
export const holdCustomer = async (db: Db, id: CustomerId): Promise<boolean> =>
  (await db
    .updateTable('customer')
    .set((row) => ({ last_contact: row.ref('last_contact') }))
    .where('id', '=', id)
    .returning('id')
    .executeTakeFirst()) !== undefined;

/** Inside a transaction: those of some accounts that are still there, in the order of their identifiers. Whoever erases one waits until its end; no other change does. */
export async function keepAccounts(db: Db, ids: readonly CustomerId[]): Promise<ReadonlySet<CustomerId>> {
  if (ids.length === 0) return new Set();
  const rows = db
    .selectFrom('customer')
    .select('id')
    .where('id', 'in', [...new Set(ids)])
    .orderBy('id');
  // SQLite lets one write at a time, and knows no such lock
  const kept = engineOf(db) === 'postgresql' ? rows.forKeyShare() : rows;
  return new Set((await kept.execute()).map(({ id }) => id));
}

/** Notes that the person came, or said something: their account is kept three years from then. At most once a day. */
export const touchCustomer = async (
  db: Db,
  id: CustomerId,
  { now = Temporal.Now.instant() }: Clock = {},
): Promise<void> =>
  void (await db
    .updateTable('customer')
    .set({ last_contact: momentOf(now) })
    .where('id', '=', id)
    .where('last_contact', '<', dayOf(now))
    .execute());

function newCustomerId(): CustomerId {
  const id = asCustomerId(newSecret());
  if (id === null) throw fault('UNEXPECTED', { reason: 'an identifier of the wrong form' });
  return id;
}

const found = async (row: Promise<Customer | undefined>): Promise<Customer | null> => (await row) ?? null;

const customers = (db: Db) =>
  db
    .selectFrom('customer')
    .select([
      'id',
      'visitor',
      'email',
      'phone',
      'name',
      'language',
      'commune',
      'radius',
      'quiet_from as quietFrom',
      'quiet_until as quietUntil',
      'week_cap as weekCap',
      'paused_until as pausedUntil',
      'created',
      'confirmed',
      'last_contact as lastContact',
    ]);
