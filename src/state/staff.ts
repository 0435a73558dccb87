import { asStaffId, type StaffId } from '#brand.ts';
import { fault } from '#errors.ts';
import { normalAddress } from '#state/address-hash.ts';
import { writeAudit } from '#state/audit.ts';
import { momentOf, type Clock } from '#state/clock.ts';
import type { Db } from '#state/schema.ts';
import { newSecret } from '#state/secret.ts';
import { hashPassword } from '#state/staff-password.ts';
import { staffRoles, type StaffRole } from '#state/tables/staff.ts';
import { tellStaffChange } from '#state/tell-staff.ts';
import { inTransaction } from '#state/transaction.ts';
import { fromList } from '#state/venues.ts';

/** Someone who runs the house. */
export interface Staff {
  readonly id: StaffId;
  readonly email: string;
  readonly name: string;
  readonly roles: readonly StaffRole[];
  readonly language: 'fr' | 'en';
  readonly hasPassword: boolean;
  readonly passkeys: number;
  readonly created: string;
  /** Since when they may no longer sign in. */
  readonly disabled: string | null;
}

/** Who does it: a member, or null for the command line. */
export interface By extends Clock {
  readonly by: StaffId | null;
}

/** Everybody of the house, by name; those who may no longer sign in last. */
export async function listStaff(db: Db): Promise<Staff[]> {
  const all = await members(db);
  return all.toSorted(
    (a, b) => Number(a.disabled !== null) - Number(b.disabled !== null) || a.name.localeCompare(b.name, 'fr'),
  );
}

/** One of the house. @throws STAFF_UNKNOWN */
export async function staffOfId(db: Db, id: string): Promise<Staff> {
  const known = asStaffId(id);
  const found = known === null ? undefined : (await members(db)).find((one) => one.id === known);
  if (found === undefined) throw fault('STAFF_UNKNOWN', { who: id.slice(0, 60) });
  return found;
}

/** One of the house by e-mail address. @throws STAFF_UNKNOWN */
export async function staffOfEmail(db: Db, email: string): Promise<Staff> {
  const found = (await members(db)).find((one) => one.email === normalAddress(email));
  if (found === undefined) throw fault('STAFF_UNKNOWN', { who: email.slice(0, 60) });
  return found;
}

/** Adds someone, who proves nothing yet: see makeSetupLink. @throws STAFF_KNOWN */
export function addStaff(
  db: Db,
  {
    email,
    name,
    roles,
    language,
  }: Pick<Staff, 'name' | 'roles' | 'language'> & {
    /** The caller vouches that it is one. */
    readonly email: string;
  },
  { by, now = Temporal.Now.instant() }: By,
): Promise<StaffId> {
  const id = asStaffId(newSecret());
  if (id === null) throw fault('UNEXPECTED', { reason: 'a secret of the wrong form' });
  return inTransaction(db, async (within) => {
    const added = await within
      .insertInto('staff')
      .values({
        id,
        email: normalAddress(email),
        name,
        roles: roles.join(','),
        language,
        password: null,
        created: momentOf(now),
        disabled: null,
      })
      .onConflict((conflict) => conflict.column('email').doNothing())
      .executeTakeFirst();
    if (Number(added.numInsertedOrUpdatedRows ?? 0) === 0) throw fault('STAFF_KNOWN', { who: email });
    await writeAudit(within, { staff: by, action: 'staff-added', subject: id, detail: roles.join(',') }, { now });
    return id;
  });
}

/** Gives someone other roles; their sessions go on with these. @throws STAFF_UNKNOWN, STAFF_LAST when no manager would be left */
export const setRoles = (db: Db, id: StaffId, roles: readonly StaffRole[], { by, now }: By): Promise<void> =>
  change(db, id, { roles: roles.join(',') }, { staff: by, action: 'staff-roles', detail: roles.join(',') }, now);

/** Bars someone: their sessions and links end at once. @throws STAFF_UNKNOWN, STAFF_LAST when no manager would be left */
export const disableStaff = (db: Db, id: StaffId, { by, now = Temporal.Now.instant() }: By): Promise<void> =>
  inTransaction(db, async (within) => {
    await change(within, id, { disabled: momentOf(now) }, { staff: by, action: 'staff-disabled', detail: '' }, now);
    for (const table of ['staff_session', 'staff_sign_in', 'staff_browser', 'passkey_challenge'] as const)
      await within.deleteFrom(table).where('staff', '=', id).execute();
  });

/** Lets someone in again. @throws STAFF_UNKNOWN */
export const enableStaff = (db: Db, id: StaffId, { by, now }: By): Promise<void> =>
  change(db, id, { disabled: null }, { staff: by, action: 'staff-enabled', detail: '' }, now);

/** Inside a transaction: makes every other change about this member, their sessions among them, wait until its end; null when they may not sign in. */
export const holdStaff = async (db: Db, id: StaffId): Promise<{ readonly password: string | null } | null> =>
  (await db
    .updateTable('staff')
    .set((row) => ({ name: row.ref('name') }))
    .where('id', '=', id)
    .where('disabled', 'is', null)
    .returning('password')
    .executeTakeFirst()) ?? null;

/**
 * Sets a password, which the caller has judged, and tells its member by a letter. Every other session of the member ends, and so do the
 * codes that were asked for with the former password and a set-up link that waits. @throws STAFF_UNKNOWN
 */
export async function setPassword(
  db: Db,
  id: StaffId,
  password: string,
  {
    by,
    keep = null,
    now = Temporal.Now.instant(),
  }: By & { /** The session that goes on. */ readonly keep?: string | null },
): Promise<void> {
  const hash = await hashPassword(password);
  await inTransaction(db, async (within) => {
    await change(within, id, { password: hash }, { staff: by, action: 'password-set', detail: '' }, now);
    await tellStaffChange(within, id, 'staff-password-set', now);
    await within.deleteFrom('staff_sign_in').where('staff', '=', id).execute();
    const sessions = within.deleteFrom('staff_session').where('staff', '=', id);
    await (keep === null ? sessions : sessions.where('id', '<>', keep)).execute();
  });
}

async function change(
  db: Db,
  id: StaffId,
  set: { roles?: string; disabled?: string | null; password?: string },
  { staff, action, detail }: { staff: StaffId | null; action: string; detail: string },
  now: Temporal.Instant = Temporal.Now.instant(),
): Promise<void> {
  await inTransaction(db, async (within) => {
    // every row is taken: of two managers who bar each other at once, one waits for the other
    await within
      .updateTable('staff')
      .set((row) => ({ name: row.ref('name') }))
      .execute();
    const before = managers(await members(within));
    const changed = await within.updateTable('staff').set(set).where('id', '=', id).returning('id').execute();
    if (changed.length === 0) throw fault('STAFF_UNKNOWN', { who: id });
    if (before > 0 && managers(await members(within)) === 0) throw fault('STAFF_LAST');
    await writeAudit(within, { staff, action, subject: id, detail }, { now });
  });
}

const managers = (all: readonly Staff[]): number =>
  all.filter(({ disabled, roles }) => disabled === null && roles.includes('manager')).length;

async function members(db: Db): Promise<Staff[]> {
  const rows = await db
    .selectFrom('staff')
    .select(['id', 'email', 'name', 'roles', 'language', 'password', 'created', 'disabled'])
    .execute();
  const keys = await db
    .selectFrom('passkey')
    .select(['staff', (row) => row.fn.countAll().as('count')])
    .where('staff', 'is not', null)
    .groupBy('staff')
    .execute();
  const keysOf = new Map(keys.map(({ staff, count }) => [staff, Number(count)]));
  return rows.map(({ password, roles, ...row }) => ({
    ...row,
    roles: fromList(roles, staffRoles),
    hasPassword: password !== null,
    passkeys: keysOf.get(row.id) ?? 0,
  }));
}
