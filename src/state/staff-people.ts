import { asCustomerId, type CustomerId, type StaffId } from '#brand.ts';
import { fault } from '#errors.ts';
import { normalAddress } from '#state/address-hash.ts';
import { writeAudit } from '#state/audit.ts';
import { dayOf, momentOf, type Clock } from '#state/clock.ts';
import type { Db } from '#state/schema.ts';
import { newSecret, visitorIdOf } from '#state/secret.ts';
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
export async function countPeople(db: Db): Promise<{ all: number; withoutEmail: number; unconfirmed: number }> {
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
  const [asked, id, phone] = [text.trim(), asCustomerId(text.trim()), plainPhone(text)];
  const exact = await people(db)
    .where((row) =>
      row.or([
        row('email', '=', normalAddress(asked)),
        ...(id === null ? [] : [row('id', '=', id)]),
        ...(phone.length < 6 ? [] : [row('phone', '=', phone)]),
      ]),
    )
    .limit(mostFound)
    .execute();
  if (exact.length > 0 || folded(asked).length < 3) return exact;
  // the engines fold letters each in its own way; those without e-mail are few
  const told = await people(db).where('email', 'is', null).execute();
  return told.filter(({ name }) => folded(name ?? '').includes(folded(asked))).slice(0, mostFound);
}

/** The line of one person. @throws PERSON_NOT_HELD */
export async function personOf(db: Db, id: string): Promise<PersonLine> {
  const known = asCustomerId(id);
  const found = known === null ? undefined : await people(db).where('id', '=', known).executeTakeFirst();
  if (found === undefined) throw fault('PERSON_NOT_HELD');
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
  /** As plainPhone writes it; null for paper alone. */
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
    // nobody holds the secret of this visitor
    const [id, visitor] = [asCustomerId(newSecret()), visitorIdOf(newSecret())];
    if (id === null || visitor === null) throw fault('UNEXPECTED', { reason: 'a secret of the wrong form' });
    const [at, today] = [momentOf(now), dayOf(now)];
    await within
      .insertInto('visitor')
      .values({ id: visitor, created: today, last_seen: today, merged_into: null })
      .execute();
    await within
      .insertInto('customer')
      .values({
        id,
        visitor,
        email: null,
        phone,
        name,
        language,
        commune,
        radius: null,
        quiet_from: null,
        quiet_until: null,
        week_cap: null,
        paused_until: null,
        created: at,
        confirmed: at,
        last_contact: at,
      })
      .execute();
    const said = { customer: id, channel, action: 'given', wording, language, source: 'staff', at } as const;
    await within
      .insertInto('consent')
      .values([{ ...said, kind: 'account' }, ...kinds.map((kind) => ({ ...said, kind }))])
      .execute();
    if (kinds.length > 0)
      await within
        .insertInto('subscription')
        .values(kinds.map((kind) => ({ customer: id, kind, channel, at })))
        .execute();
    await writeAudit(within, { staff: by, action: 'person-registered', subject: id, detail: channel }, { now });
    return id;
  });

/** A telephone number as it is kept and compared: digits, with a plus in front when it had one. */
export const plainPhone = (typed: string): string => typed.trim().replaceAll(/(?!^\+)\D/g, '');

/** The kinds of a form that are kinds at all. */
export const knownKinds = (asked: readonly string[]): AlertKind[] => alertKinds.filter((kind) => asked.includes(kind));
