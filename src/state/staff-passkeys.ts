import { createHash } from 'node:crypto';
import type { StaffId } from '#brand.ts';
import { fault } from '#errors.ts';
import { writeAudit } from '#state/audit.ts';
import { momentOf, type Clock } from '#state/clock.ts';
import type { Db } from '#state/schema.ts';
import { newSecret } from '#state/secret.ts';
import { inTransaction } from '#state/transaction.ts';

/** A passkey as its member's page lists it. */
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
  readonly staff: StaffId;
  /** COSE, base64url. */
  readonly publicKey: string;
  readonly counter: number;
  readonly transports: readonly string[];
}

const challengeMinutes = 5;

/** Keeps the challenge that a browser is given. @returns a secret for its cookie: the answer counts from there alone */
export async function keepChallenge(
  db: Db,
  { challenge, purpose, staff }: { challenge: string; purpose: 'passkey' | 'register'; staff: StaffId | null },
  { now = Temporal.Now.instant() }: Clock = {},
): Promise<string> {
  const browser = newSecret();
  await db.deleteFrom('staff_sign_in').where('expires', '<=', momentOf(now)).execute();
  await db
    .insertInto('staff_sign_in')
    .values({
      id: newSecret(),
      staff,
      purpose,
      secret_hash: hashOf(challenge),
      browser_hash: hashOf(browser),
      tries: 0,
      created: momentOf(now),
      expires: momentOf(now.add({ minutes: challengeMinutes })),
    })
    .execute();
  return browser;
}

/** Uses up the challenge that a browser was given. @returns whether a challenge is that one @throws STAFF_PROOF_OVER */
export async function takeChallenge(
  db: Db,
  { browser, purpose, staff }: { browser: string; purpose: 'passkey' | 'register'; staff: StaffId | null },
  { now = Temporal.Now.instant() }: Clock = {},
): Promise<(challenge: string) => boolean> {
  const asked = db
    .deleteFrom('staff_sign_in')
    .where('browser_hash', '=', hashOf(browser))
    .where('purpose', '=', purpose)
    .where('expires', '>', momentOf(now));
  const taken = await (staff === null ? asked.where('staff', 'is', null) : asked.where('staff', '=', staff))
    .returning('secret_hash')
    .executeTakeFirst();
  if (taken === undefined) throw fault('STAFF_PROOF_OVER');
  return (challenge) => hashOf(challenge) === taken.secret_hash;
}

/** The passkeys of a member, the oldest first. */
export const listPasskeys = (db: Db, staff: StaffId): Promise<Passkey[]> =>
  db
    .selectFrom('passkey')
    .select(['id', 'label', 'created', 'last_used as lastUsed'])
    .where('staff', '=', staff)
    .orderBy('created')
    .orderBy('id')
    .execute();

/** Keeps a passkey that was proven. @throws PASSKEY_REFUSED when it is kept already */
export const addPasskey = (
  db: Db,
  { id, staff, publicKey, counter, transports, label }: PasskeyProof & { readonly label: string },
  { now = Temporal.Now.instant() }: Clock = {},
): Promise<void> =>
  inTransaction(db, async (within) => {
    const added = await within
      .insertInto('passkey')
      .values({
        id,
        staff,
        customer: null,
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
    await writeAudit(within, { staff, action: 'passkey-added', subject: staff }, { now });
  });

/** Gives a passkey of a member another name; nothing happens to somebody else's. */
export const renamePasskey = async (db: Db, staff: StaffId, id: string, label: string): Promise<void> =>
  void (await db.updateTable('passkey').set({ label }).where('id', '=', id).where('staff', '=', staff).execute());

/** Takes a passkey of a member away. @throws STAFF_LAST_KEY when they would have no way in */
export const removePasskey = (
  db: Db,
  staff: StaffId,
  id: string,
  { now = Temporal.Now.instant() }: Clock = {},
): Promise<void> =>
  inTransaction(db, async (within) => {
    const member = await within
      .updateTable('staff')
      .set((row) => ({ name: row.ref('name') }))
      .where('id', '=', staff)
      .returning('password')
      .executeTakeFirst();
    const gone = await within.deleteFrom('passkey').where('id', '=', id).where('staff', '=', staff).executeTakeFirst();
    if (Number(gone.numDeletedRows) === 0) return;
    if (member?.password === null && (await listPasskeys(within, staff)).length === 0) throw fault('STAFF_LAST_KEY');
    await writeAudit(within, { staff, action: 'passkey-removed', subject: staff }, { now });
  });

/** The passkey of that identifier, of a member who may sign in; null when there is none. */
export async function passkeyOf(db: Db, id: string): Promise<PasskeyProof | null> {
  const found = await db
    .selectFrom('passkey')
    .innerJoin('staff', 'staff.id', 'passkey.staff')
    .where('passkey.id', '=', id)
    .where('staff.disabled', 'is', null)
    .select(['passkey.id', 'staff.id as staff', 'public_key as publicKey', 'counter', 'transports'])
    .executeTakeFirst();
  return found === undefined
    ? null
    : {
        ...found,
        counter: Number(found.counter),
        transports: found.transports.split(',').filter((one) => one !== ''),
      };
}

/** Notes that a passkey proved its member. @param counter as the authenticator counts: a copy of it would lag behind */
export const notePasskeyUse = async (
  db: Db,
  id: string,
  counter: number,
  { now = Temporal.Now.instant() }: Clock = {},
): Promise<void> =>
  void (await db
    .updateTable('passkey')
    .set({ counter, last_used: momentOf(now) })
    .where('id', '=', id)
    .execute());

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');
