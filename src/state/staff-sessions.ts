import type { StaffId } from '#brand.ts';
import { momentOf, type Clock } from '#state/clock.ts';
import type { Db } from '#state/schema.ts';
import { hashOf, isSecret, newSecret } from '#state/secret.ts';
import { holdStaff } from '#state/staff.ts';
import { inTransaction } from '#state/transaction.ts';
import { staffRoles, type StaffRole } from '#state/tables/staff.ts';
import { fromList } from '#state/venues.ts';

/** Someone of the staff, signed in. */
export interface StaffMember {
  readonly id: StaffId;
  readonly session: string;
  readonly name: string;
  readonly email: string;
  readonly roles: readonly StaffRole[];
  /** When they last proved who they are. */
  readonly proven: string;
}

/** A session ends so long after its last use, and so long after its beginning. OWASP ASVS 5.0, 7.3. */
export const idleHours = 4;
export const longestHours = 24;

/** Opens a session, inside a transaction that holds its member. @returns the secret for the cookie: the state keeps its hash */
export async function openStaffSession(
  db: Db,
  staff: StaffId,
  { by, now = Temporal.Now.instant() }: Clock & { readonly by: 'password' | 'passkey' | 'setup' },
): Promise<string> {
  const secret = newSecret();
  const at = momentOf(now);
  await db
    .insertInto('staff_session')
    .values({
      id: hashOf(secret),
      staff,
      created: at,
      last_used: at,
      expires: momentOf(now.add({ hours: longestHours })),
      proven: `${at} ${by}`,
    })
    .execute();
  return secret;
}

/** Whose session a cookie's secret is of; null when it is over, forged, or its member disabled. Notes the use, once a minute at most. */
export async function recogniseStaff(
  db: Db,
  secret: string,
  { now = Temporal.Now.instant() }: Clock = {},
): Promise<StaffMember | null> {
  if (!isSecret(secret)) return null;
  const id = hashOf(secret);
  const found = await db
    .selectFrom('staff_session')
    .innerJoin('staff', 'staff.id', 'staff_session.staff')
    .where('staff_session.id', '=', id)
    .where('staff.disabled', 'is', null)
    .where('staff_session.expires', '>', momentOf(now))
    .where('staff_session.last_used', '>', momentOf(now.subtract({ hours: idleHours })))
    .select(['staff.id', 'staff.name', 'staff.email', 'staff.roles', 'staff_session.last_used', 'staff_session.proven'])
    .executeTakeFirst();
  if (found === undefined) return null;
  if (found.last_used < momentOf(now.subtract({ minutes: 1 })))
    await db
      .updateTable('staff_session')
      .set({ last_used: momentOf(now) })
      .where('id', '=', id)
      .execute();
  const { last_used: _, roles, ...member } = found;
  return { ...member, session: id, roles: fromList(roles, staffRoles) };
}

/** Ends a session. @returns whether it had not ended before */
export const closeStaffSession = async (db: Db, session: string): Promise<boolean> =>
  Number((await db.deleteFrom('staff_session').where('id', '=', session).executeTakeFirst()).numDeletedRows) > 0;

/** A session of a member, as their own page lists it. */
export interface StaffSession {
  readonly id: string;
  readonly created: string;
  readonly lastUsed: string;
  readonly proven: string;
}

/** The sessions of a member that are not over, the last used first. */
export const listStaffSessions = (
  db: Db,
  staff: StaffId,
  { now = Temporal.Now.instant() }: Clock = {},
): Promise<StaffSession[]> =>
  db
    .selectFrom('staff_session')
    .select(['id', 'created', 'last_used as lastUsed', 'proven'])
    .where('staff', '=', staff)
    .where('expires', '>', momentOf(now))
    .where('last_used', '>', momentOf(now.subtract({ hours: idleHours })))
    .orderBy('last_used', 'desc')
    .orderBy('id')
    .execute();

/** Ends one session of a member, theirs alone, or all but one. @returns how many ended */
export const endStaffSessions = (
  db: Db,
  staff: StaffId,
  which: { readonly only: string } | { readonly but: string | null },
): Promise<number> =>
  inTransaction(db, async (within) => {
    // a session that is being opened, or renewed, ends too
    await holdStaff(within, staff);
    const theirs = within.deleteFrom('staff_session').where('staff', '=', staff);
    const ended = await (
      'only' in which
        ? theirs.where('id', '=', which.only)
        : which.but === null
          ? theirs
          : theirs.where('id', '<>', which.but)
    ).executeTakeFirst();
    return Number(ended.numDeletedRows);
  });

/**
 * A session in the place of another, once its member proved again who they are.
 * @returns the new secret: the old one is worth nothing; null when the session was ended meanwhile
 */
export const renewStaffSession = (
  db: Db,
  { id, session }: Pick<StaffMember, 'id' | 'session'>,
  { by, now }: Clock & { readonly by: 'password' | 'passkey' },
): Promise<string | null> =>
  inTransaction(db, async (within) => {
    await holdStaff(within, id);
    if (!(await closeStaffSession(within, session))) return null;
    return openStaffSession(within, id, { by, ...(now === undefined ? {} : { now }) });
  });
