import { createHmac, randomInt } from 'node:crypto';
import type { CustomerId, FilmId } from '#brand.ts';
import { fault } from '#errors.ts';
import { momentOf, type Clock } from '#state/clock.ts';
import { recordConsent } from '#state/consent.ts';
import { createCustomer, holdCustomer, type Customer } from '#state/customers.ts';
import { enqueue } from '#state/outbox.ts';
import type { Refusal } from '#state/refusals.ts';
import type { Db } from '#state/schema.ts';
import { newSecret } from '#state/secret.ts';
import { linkKeyOf } from '#state/signed-links.ts';
import { heldBack, suppressionOf } from '#state/suppression.ts';
import type { AlertKind } from '#state/tables/customers.ts';
import { inTransaction } from '#state/transaction.ts';

/** What a person asks for with their address: done once the address is shown to be theirs. */
export interface Asked {
  /** What they want to be told by e-mail, each with the sentence that they ticked. */
  readonly kinds: readonly { readonly kind: AlertKind; readonly wording: string }[];
  /** What the form says of the account itself. */
  readonly accountWording: string;
  readonly language: 'fr' | 'en';
  /** INSEE code. */
  readonly commune: string | null;
  /** Minutes by car. */
  readonly radius: number | null;
  /** The film from whose page they came. */
  readonly film: FilmId | null;
  /** The new address, when what they ask is to change it. */
  readonly email?: string;
}

/** How long a link and a code hold, how often a code may be tried, how many letters one address gets. OWASP ASVS 5.0, 6.5 and 6.6. */
export const signInMinutes = 10;
export const mostTries = 5;
export const lettersAnHour = 3;
export const lettersADay = 10;

/** The secret for the browser that asked, and why no letter was written, for the count alone: whoever asks is answered the same. */
export interface AskedHere {
  readonly browser: string;
  readonly refused: Refusal | null;
}

/**
 * Someone asks for an account, or to come back to theirs: one letter, with a link that works in any browser and a code that works in theirs alone.
 * @param email as readEmail gave it
 */
export const askSignIn = (db: Db, email: string, asked: Asked, clock: Clock = {}): Promise<AskedHere> =>
  inTransaction(db, async (within) => {
    const suppression = await suppressionOf(within, email);
    if (heldBack(suppression, 'account')) return { browser: newSecret(), refused: 'suppressed-address' };
    // whoever typed the address may not be its owner: all else waits until it is shown to be theirs
    const make = (): Promise<Customer> => createCustomer(within, { email, language: asked.language }, clock);
    let customer = await make();
    // an account that was being forgotten in that moment is not theirs any more
    while (!(await holdCustomer(within, customer.id))) customer = await make();
    return writeTo(within, customer, asked, customer.id, clock);
  });

/** A person who is signed in asks for another address: the letter goes to that one, and nothing changes before it is shown to be theirs. @throws CUSTOMER_UNKNOWN */
export const askOtherEmail = (
  db: Db,
  customer: Customer,
  { email, language, accountWording }: { readonly email: string } & Pick<Asked, 'language' | 'accountWording'>,
  clock: Clock = {},
): Promise<AskedHere> =>
  inTransaction(db, async (within) => {
    const suppression = await suppressionOf(within, email);
    if (heldBack(suppression, 'account')) return { browser: newSecret(), refused: 'suppressed-address' };
    if (!(await holdCustomer(within, customer.id))) throw fault('CUSTOMER_UNKNOWN');
    const asked = { kinds: [], accountWording, language, commune: null, radius: null, film: null, email };
    return writeTo(within, customer, asked, `address:${email}`, clock);
  });

/** For an account that is held: two who ask at once are counted one after the other. */
async function writeTo(
  db: Db,
  { id, confirmed }: Customer,
  asked: Asked,
  recipient: string,
  { now = Temporal.Now.instant() }: Clock,
): Promise<AskedHere> {
  const browser = newSecret();
  if (await tooManyLetters(db, id, now)) return { browser, refused: 'letters-to-one-address' };
  const key = await linkKeyOf(db);
  const [signIn, link, code] = [newSecret(), newSecret(), String(randomInt(1_000_000)).padStart(6, '0')];
  const [at, expires] = [momentOf(now), now.add({ minutes: signInMinutes })];
  await db
    .insertInto('sign_in')
    .values({
      id: signIn,
      customer: id,
      code_hash: secretHash(key, 'code', `${signIn}.${code}`),
      link_hash: secretHash(key, 'link', link),
      browser_hash: secretHash(key, 'browser', browser),
      asked: JSON.stringify(asked),
      tries: 0,
      created: at,
      expires: momentOf(expires),
    })
    .execute();
  const first = confirmed === null;
  const { kinds, accountWording: wording, language } = asked;
  const shown = [
    ...(first ? [{ kind: 'account' as const, wording }] : []),
    ...kinds.map((one) => ({ kind: one.kind, wording: one.wording })),
  ];
  const said = { channel: 'email', action: 'asked', language, source: 'page' } as const;
  await recordConsent(
    db,
    id,
    shown.map((one) => ({ ...said, ...one })),
    { now },
  );
  const purpose = first || asked.email !== undefined ? 'confirm' : 'sign-in';
  const about = {
    purpose,
    code,
    path: `${language === 'en' ? '/en' : ''}/compte/confirmer/${link}`,
    minutes: signInMinutes,
  };
  const told = { message: `account:${signIn}`, channel: 'email', kind: 'account', campaign: null } as const;
  await enqueue(
    db,
    [{ ...told, recipient, customer: id, payload: { kind: 'account', about }, due: now, stale: expires }],
    { now },
  );
  return { browser, refused: null };
}

async function tooManyLetters(db: Db, customer: CustomerId, now: Temporal.Instant): Promise<boolean> {
  const rows = await db
    .selectFrom('sign_in')
    .select('created')
    .where('customer', '=', customer)
    .where('created', '>', momentOf(now.subtract({ hours: 24 })))
    .execute();
  const hourAgo = momentOf(now.subtract({ hours: 1 }));
  return rows.length >= lettersADay || rows.filter(({ created }) => created > hourAgo).length >= lettersAnHour;
}

/** What is held of a secret of a letter. Keyed: six digits alone would be found from their hash. */
export const secretHash = (key: Buffer, what: 'code' | 'link' | 'browser', secret: string): string =>
  createHmac('sha256', key).update(`sign-in.${what}.${secret}`).digest('hex');
