import { asCustomerId, type CustomerId, type StaffId } from '#brand.ts';
import { fault } from '#errors.ts';
import { normalAddress } from '#state/address-hash.ts';
import { writeAudit } from '#state/audit.ts';
import { momentOf, type Clock } from '#state/clock.ts';
import { recordConsent } from '#state/consent.ts';
import { createCustomer } from '#state/customers.ts';
import { phoneKey } from '#state/phone-number.ts';
import type { Db } from '#state/schema.ts';
import { subscribe } from '#state/subscriptions.ts';
import { alertKinds, type AlertKind } from '#state/tables/customers.ts';
import { inTransaction } from '#state/transaction.ts';

/** What a list of people shows of one. */
export interface PersonLine {
  readonly id: CustomerId;
  readonly name: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly commune: string | null;
  readonly created: string;
  readonly confirmed: string | null;
}

/** How many accounts there are, how many of them the house calls or prints for, and how many addresses await their confirmation. */
export async function countAccounts(db: Db): Promise<{ all: number; withoutEmail: number; unconfirmed: number }> {
  const { all, addressed, confirmed } = await db
    .selectFrom('customer')
    .select((row) => [
      row.fn.countAll().as('all'),
      row.fn.count('email').as('addressed'),
      row.fn.count('confirmed').as('confirmed'),
    ])
    .executeTakeFirstOrThrow();
  return {
    all: Number(all),
    withoutEmail: Number(all) - Number(addressed),
    unconfirmed: Number(all) - Number(confirmed),
  };
}

/** People by e-mail address, telephone number or identifier, whole; those whom the house calls or prints for by a part of their name, too. 20 at most. */
export async function findPeople(db: Db, text: string): Promise<PersonLine[]> {
  const [asked, id] = [text.trim(), asCustomerId(text.trim())];
  const addressed = await people(db)
    .where((row) => row.or([row('email', '=', normalAddress(asked)), ...(id === null ? [] : [row('id', '=', id)])]))
    .execute();
  const exact = [...addressed, ...(await peopleAt(db, asked))].slice(0, mostFound);
  if (exact.length > 0 || folded(asked).length < 3) return exact;
  // the engines fold letters each in its own way; those without e-mail are few
  const told = await people(db).where('email', 'is', null).execute();
  return told.filter(({ name }) => folded(name ?? '').includes(folded(asked))).slice(0, mostFound);
}

/** People whose number it is: kept in whatever spelling, all of them end with the same digits. */
async function peopleAt(db: Db, number: string): Promise<PersonLine[]> {
  const key = phoneKey(number);
  if (key.length < 6) return [];
  const near = await people(db)
    .where('phone', 'like', `%${key.slice(-6)}`)
    .execute();
  return near.filter(({ phone }) => phone !== null && phoneKey(phone) === key);
}

/** The line of one person. @throws CUSTOMER_UNKNOWN */
export async function personOf(db: Db, id: string): Promise<PersonLine> {
  const known = asCustomerId(id);
  const found = known === null ? undefined : await people(db).where('id', '=', known).executeTakeFirst();
  if (found === undefined) throw fault('CUSTOMER_UNKNOWN');
  return found;
}

const mostFound = 20;

const people = (db: Db) =>
  db
    .selectFrom('customer')
    .select(['id', 'name', 'email', 'phone', 'commune', 'created', 'confirmed'])
    .orderBy('name')
    .orderBy('id');

const folded = (text: string): string =>
  text
    .normalize('NFD')
    .toLowerCase()
    .replaceAll(/[^\p{Letter}\p{Number}]/gu, '');

/** Someone without e-mail, who told it to a member of the house. */
export interface ToldPerson {
  readonly name: string;
  /** As normalPhone writes it; null for paper alone. */
  readonly phone: string | null;
  /** INSEE code. */
  readonly commune: string | null;
  readonly language: 'fr' | 'en';
  readonly channel: 'phone' | 'paper';
  readonly kinds: readonly AlertKind[];
  /** What was read aloud to them, to which they said yes. */
  readonly wording: string;
}

/** Keeps someone whom the house will call or print for, with the consent that they gave aloud: a line of the log of consents for each kind. */
export const registerPerson = (
  db: Db,
  { name, phone, commune, language, channel, kinds, wording }: ToldPerson,
  { by, now = Temporal.Now.instant() }: Clock & { readonly by: StaffId },
): Promise<CustomerId> =>
  inTransaction(db, async (within) => {
    const { id } = await createCustomer(within, { name, phone, commune, language, confirmed: momentOf(now) }, { now });
    const heard = { language, source: 'staff', wording } as const;
    await recordConsent(within, id, [{ ...heard, kind: 'account', channel, action: 'given' }], { now });
    const asked = kinds.map((kind) => ({ kind, channel }));
    await subscribe(within, id, asked, { ...heard, wording: () => wording, now });
    await writeAudit(within, { staff: by, action: 'person-registered', subject: id, detail: channel }, { now });
    return id;
  });

/** The kinds of a form that are kinds at all. */
export const knownKinds = (asked: readonly string[]): AlertKind[] => alertKinds.filter((kind) => asked.includes(kind));
