import { writeAudit } from '#state/audit.ts';
import type { Clock } from '#state/clock.ts';
import type { Db } from '#state/schema.ts';
import { hashOf } from '#state/secret.ts';
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

/** A session in the place of the member's, once they proved again who they are. @returns the new secret for the cookie */
export const goOnProven = (
  db: Db,
  member: StaffMember,
  { by, now = Temporal.Now.instant() }: Clock & { readonly by: 'password' | 'passkey' },
): Promise<string> =>
  inTransaction(db, async (within) => {
    await writeAudit(within, { staff: member.id, action: 'proved', subject: member.id, detail: by }, { now });
    return renewStaffSession(within, member, { by, now });
  });
