import type { StaffId } from '#brand.ts';
import { fault } from '#errors.ts';
import { writeAudit } from '#state/audit.ts';
import type { Clock } from '#state/clock.ts';
import {
  dropPasskey,
  keepPasskey,
  listPasskeys,
  notePasskeyUse,
  proofOf,
  staffOwner,
  type PasskeyProof,
  type PasskeyShown,
} from '#state/passkeys.ts';
import type { Db } from '#state/schema.ts';
import { holdStaff } from '#state/staff.ts';
import { tellStaffChange } from '#state/tell-staff.ts';
import { inTransaction } from '#state/transaction.ts';

/** Keeps a passkey that was proven, and tells its member by a letter. @throws PASSKEY_REFUSED when it is kept already */
export const addStaffPasskey = (
  db: Db,
  staff: StaffId,
  passkey: PasskeyProof & { readonly label: string },
  { now = Temporal.Now.instant() }: Clock = {},
): Promise<void> =>
  inTransaction(db, async (within) => {
    await keepPasskey(within, staffOwner(staff), passkey, { now });
    await writeAudit(within, { staff, action: 'passkey-added', subject: staff }, { now });
    await tellStaffChange(within, staff, 'staff-passkey-added', now);
  });

/** Takes a passkey of a member away, and tells them by a letter. @throws STAFF_LAST_KEY when they would have no way in */
export const removeStaffPasskey = (
  db: Db,
  staff: StaffId,
  id: string,
  { now = Temporal.Now.instant() }: Clock = {},
): Promise<void> =>
  inTransaction(db, async (within) => {
    const member = await holdStaff(within, staff);
    if (member === null || !(await dropPasskey(within, staffOwner(staff), id))) return;
    const left = await listPasskeys(within, staffOwner(staff));
    if (member.password === null && left.length === 0) throw fault('STAFF_LAST_KEY');
    await writeAudit(within, { staff, action: 'passkey-removed', subject: staff }, { now });
    await tellStaffChange(within, staff, 'staff-passkey-removed', now);
  });

/**
 * Inside a transaction: holds a member who proved by a passkey who they are, and notes its use.
 * @throws PASSKEY_REFUSED when they were barred, or the passkey taken away, meanwhile
 */
export async function takeStaffPasskey(
  db: Db,
  { owner, id, counter }: PasskeyShown<StaffId>,
  { now = Temporal.Now.instant() }: Clock = {},
): Promise<void> {
  const held = await holdStaff(db, owner);
  if (held === null || !(await notePasskeyUse(db, staffOwner(owner), id, counter, { now })))
    throw fault('PASSKEY_REFUSED', { reason: 'it is not known here any more' });
}

/** The passkey of that identifier, of a member who may sign in; null when there is none. */
export async function staffPasskey(db: Db, id: string): Promise<(PasskeyProof & { readonly owner: StaffId }) | null> {
  const found = await db
    .selectFrom('passkey')
    .innerJoin('staff', 'staff.id', 'passkey.staff')
    .where('passkey.id', '=', id)
    .where('staff.disabled', 'is', null)
    .select(['passkey.id', 'staff.id as owner', 'public_key as publicKey', 'counter', 'transports'])
    .executeTakeFirst();
  return found === undefined ? null : proofOf(found);
}
