import type { StaffId } from '#brand.ts';
import { fault } from '#errors.ts';
import { writeAudit } from '#state/audit.ts';
import type { Clock } from '#state/clock.ts';
import type { PasskeyShown } from '#state/passkeys.ts';
import type { Db } from '#state/schema.ts';
import { hashOf } from '#state/secret.ts';
import { takeStaffPasskey } from '#state/staff-passkeys.ts';
import { isPassword } from '#state/staff-password.ts';
import { renewStaffSession, type StaffMember } from '#state/staff-sessions.ts';
import { countTry, forgetTries } from '#state/staff-waits.ts';
import { inTransaction } from '#state/transaction.ts';

/** What became of a password by which a member proves again who they are. */
export type Proof =
  | { readonly kind: 'wait'; readonly seconds: number }
  | { readonly kind: 'wrong' }
  | { readonly kind: 'proven' };

/** Whether it is the member's password; tries are counted as those of a sign-in are. */
export async function provePassword(
  db: Db,
  { id }: Pick<StaffMember, 'id'>,
  password: string,
  { now = Temporal.Now.instant() }: Clock = {},
): Promise<Proof> {
  const key = hashOf(`proof:${id}`);
  const seconds = await countTry(db, key, { now });
  if (seconds > 0) return { kind: 'wait', seconds };
  const member = await db.selectFrom('staff').select('password').where('id', '=', id).executeTakeFirst();
  if (!(await isPassword(password, member?.password ?? null))) {
    await writeAudit(db, { staff: id, action: 'proof-refused', subject: id, detail: 'password' }, { now });
    return { kind: 'wrong' };
  }
  await forgetTries(db, key);
  return { kind: 'proven' };
}

/** A session in the place of the member's, once they proved again who they are. @returns the new secret for the cookie; null when theirs was ended meanwhile */
export const goOnProven = (
  db: Db,
  member: StaffMember,
  { by, now = Temporal.Now.instant() }: Clock & { readonly by: 'password' | 'passkey' },
): Promise<string | null> =>
  inTransaction(db, async (within) => {
    const secret = await renewStaffSession(within, member, { by, now });
    if (secret !== null)
      await writeAudit(within, { staff: member.id, action: 'proved', subject: member.id, detail: by }, { now });
    return secret;
  });

/** As goOnProven, by a passkey that answered. @throws PASSKEY_REFUSED when it is not the member's, or they were barred, or it was taken away, meanwhile */
export const goOnByPasskey = (
  db: Db,
  member: StaffMember,
  shown: PasskeyShown<StaffId>,
  { now = Temporal.Now.instant() }: Clock = {},
): Promise<string | null> =>
  inTransaction(db, async (within) => {
    if (shown.owner !== member.id) throw fault('PASSKEY_REFUSED', { reason: 'it is somebody else’s' });
    await takeStaffPasskey(within, shown, { now });
    return goOnProven(within, member, { by: 'passkey', now });
  });
