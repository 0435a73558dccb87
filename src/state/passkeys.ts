import type { CustomerId, StaffId } from '#brand.ts';
import { fault } from '#errors.ts';
import { momentOf, type Clock } from '#state/clock.ts';
import type { Db } from '#state/schema.ts';
import { hashOf, newSecret } from '#state/secret.ts';

/** Whose a passkey is: a member's of the staff, or someone's with an account. The two never cross. */
export type PasskeyOwner =
  | { readonly kind: 'staff'; readonly id: StaffId }
  | { readonly kind: 'customer'; readonly id: CustomerId };

/** A member of the staff as the owner of passkeys. */
export const staffOwner = (id: StaffId): PasskeyOwner => ({ kind: 'staff', id });

/** Someone with an account as the owner of passkeys. */
export const customerOwner = (id: CustomerId): PasskeyOwner => ({ kind: 'customer', id });

/** A passkey as its owner's page lists it. */
export interface Passkey {
  /** The credential's, base64url. */
  readonly id: string;
  readonly label: string;
  readonly created: string;
  readonly lastUsed: string | null;
}

/** What proves a signature. */
export interface PasskeyProof {
  readonly id: string;
  /** COSE, base64url. */
  readonly publicKey: string;
  readonly counter: number;
  readonly transports: readonly string[];
}

/** Whose passkey answered, which one, and how its authenticator counts now. */
export interface PasskeyShown<Owner> {
  readonly owner: Owner;
  readonly id: string;
  readonly counter: number;
}

/** What a browser is asked for: to come in by a passkey of that kind, or to make one for somebody who is in. */
export type PasskeyAsk = { readonly enter: PasskeyOwner['kind'] } | { readonly add: PasskeyOwner };

/** For how long a challenge holds. */
export const challengeMinutes = 5;

/** Keeps the challenge that a browser is given. @returns a secret for its cookie: the answer counts from there alone */
export async function keepChallenge(
  db: Db,
  challenge: string,
  ask: PasskeyAsk,
  { now = Temporal.Now.instant() }: Clock = {},
): Promise<string> {
  const browser = newSecret();
  await purgeChallenges(db, { now });
  await db
    .insertInto('passkey_challenge')
    .values({
      ...rowOf(ask),
      browser_hash: hashOf(browser),
      challenge_hash: hashOf(challenge),
      expires: momentOf(now.add({ minutes: challengeMinutes })),
    })
    .execute();
  return browser;
}

/** Uses up the challenge that a browser was given for that. @returns whether a challenge is that one @throws PASSKEY_OVER */
export async function takeChallenge(
  db: Db,
  browser: string,
  ask: PasskeyAsk,
  { now = Temporal.Now.instant() }: Clock = {},
): Promise<(challenge: string) => boolean> {
  const { purpose, staff, customer } = rowOf(ask);
  const taken = await db
    .deleteFrom('passkey_challenge')
    .where('browser_hash', '=', hashOf(browser))
    .where('purpose', '=', purpose)
    .where('staff', staff === null ? 'is' : '=', staff)
    .where('customer', customer === null ? 'is' : '=', customer)
    .where('expires', '>', momentOf(now))
    .returning('challenge_hash')
    .executeTakeFirst();
  if (taken === undefined) throw fault('PASSKEY_OVER');
  return (challenge) => hashOf(challenge) === taken.challenge_hash;
}

/** Forgets the challenges that no longer hold. */
export const purgeChallenges = async (db: Db, { now = Temporal.Now.instant() }: Clock = {}): Promise<void> =>
  void (await db.deleteFrom('passkey_challenge').where('expires', '<=', momentOf(now)).execute());

/** The passkeys of one owner, the oldest first. */
export const listPasskeys = (db: Db, { kind, id }: PasskeyOwner): Promise<Passkey[]> =>
  db
    .selectFrom('passkey')
    .select(['id', 'label', 'created', 'last_used as lastUsed'])
    .where(kind, '=', id)
    .orderBy('created')
    .orderBy('id')
    .execute();

/** Keeps a passkey that was proven. @throws PASSKEY_REFUSED when it is kept already, whoever's it is */
export async function keepPasskey(
  db: Db,
  owner: PasskeyOwner,
  { id, publicKey, counter, transports, label }: PasskeyProof & { readonly label: string },
  { now = Temporal.Now.instant() }: Clock = {},
): Promise<void> {
  const added = await db
    .insertInto('passkey')
    .values({
      id,
      ...columnsOf(owner),
      public_key: publicKey,
      counter,
      transports: transports.join(','),
      label,
      created: momentOf(now),
      last_used: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (Number(added.numInsertedOrUpdatedRows ?? 0) === 0) throw fault('PASSKEY_REFUSED', { reason: 'already known' });
}

/** Gives a passkey of its owner another name; nothing happens to somebody else's. */
export const renamePasskey = async (db: Db, { kind, id }: PasskeyOwner, key: string, label: string): Promise<void> =>
  void (await db.updateTable('passkey').set({ label }).where('id', '=', key).where(kind, '=', id).execute());

/** Takes a passkey of its owner away; nothing happens to somebody else's. @returns whether it was theirs */
export const dropPasskey = async (db: Db, { kind, id }: PasskeyOwner, key: string): Promise<boolean> =>
  (await db.deleteFrom('passkey').where('id', '=', key).where(kind, '=', id).returning('id').executeTakeFirst()) !==
  undefined;

/**
 * Notes that a passkey proved its owner.
 * @param counter as the authenticator counts: a copy of it would lag behind
 * @returns false when it was taken away meanwhile
 */
export const notePasskeyUse = async (
  db: Db,
  { kind, id }: PasskeyOwner,
  key: string,
  counter: number,
  { now = Temporal.Now.instant() }: Clock = {},
): Promise<boolean> =>
  (await db
    .updateTable('passkey')
    .set({ counter, last_used: momentOf(now) })
    .where('id', '=', key)
    .where(kind, '=', id)
    .returning('id')
    .executeTakeFirst()) !== undefined;

/** A row of `passkey` as a proof. PostgreSQL gives whole numbers of 64 bits as text. */
export const proofOf = <Row extends { readonly counter: number; readonly transports: string }>(
  row: Row,
): Omit<Row, 'transports'> & { readonly transports: readonly string[] } => ({
  ...row,
  counter: Number(row.counter),
  transports: row.transports.split(',').filter((one) => one !== ''),
});

const columnsOf = (owner: PasskeyOwner | null): { staff: StaffId | null; customer: CustomerId | null } => ({
  staff: owner?.kind === 'staff' ? owner.id : null,
  customer: owner?.kind === 'customer' ? owner.id : null,
});

const rowOf = (ask: PasskeyAsk) =>
  'enter' in ask
    ? ({ purpose: `${ask.enter}-enter`, ...columnsOf(null) } as const)
    : ({ purpose: `${ask.add.kind}-add`, ...columnsOf(ask.add) } as const);
