import assert from 'node:assert/strict';
import { asStaffId } from '#brand.ts';
import { momentOf } from '#state/clock.ts';
import type { Db } from '#state/schema.ts';
import { openStaffSession } from '#state/staff-sessions.ts';
import type { StaffRole } from '#state/tables/staff.ts';

/** Makes a member of the staff and opens a session of theirs. @returns the secret for the cookie `__Host-staff` */
export async function signInStaff(db: Db, roles: readonly StaffRole[], name = 'Noor'): Promise<string> {
  const id = asStaffId(name.toLowerCase().padEnd(22, '0'));
  assert.ok(id !== null);
  const now = Temporal.Now.instant();
  await db
    .insertInto('staff')
    .values({
      id,
      email: `${name.toLowerCase()}@house.test`,
      name,
      roles: roles.join(','),
      language: 'fr',
      password: null,
      created: momentOf(now),
      disabled: null,
    })
    .execute();
  return openStaffSession(db, id, { by: 'password', now });
}
