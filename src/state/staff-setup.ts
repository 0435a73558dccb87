import type { StaffId } from '#brand.ts';
import { fault } from '#errors.ts';
import { writeAudit } from '#state/audit.ts';
import { momentOf } from '#state/clock.ts';
import type { Db } from '#state/schema.ts';
import { hashOf, isSecret, newSecret } from '#state/secret.ts';
import { holdStaff, staffOfId, type By, type Staff } from '#state/staff.ts';
import { tellStaff } from '#state/tell-staff.ts';
import { inTransaction } from '#state/transaction.ts';

/** How long a set-up link holds, in minutes. */
export const setupMinutes = 24 * 60;

/** The path of the page that a set-up link opens, without language. */
export const setupPath = (token: string): string => `/equipe/installer/${token}`;

/**
 * Makes the one link by which a member chooses a password or registers a passkey; links made before are worth nothing.
 * @param byMail whether a letter with it leaves, too
 * @returns its path, without language
 */
export const makeSetupLink = (
  db: Db,
  staff: StaffId,
  { byMail, by, now = Temporal.Now.instant() }: By & { readonly byMail: boolean },
): Promise<string> =>
  inTransaction(db, async (within) => {
    const [id, token] = [newSecret(), newSecret()];
    await within.deleteFrom('staff_sign_in').where('staff', '=', staff).where('purpose', '=', 'setup').execute();
    await within
      .insertInto('staff_sign_in')
      .values({
        id,
        staff,
        purpose: 'setup',
        secret_hash: hashOf(token),
        browser_hash: '',
        tries: 0,
        created: momentOf(now),
        expires: momentOf(now.add({ minutes: setupMinutes })),
      })
      .execute();
    const path = setupPath(token);
    if (byMail)
      await tellStaff(within, staff, `staff-setup:${id}`, { purpose: 'staff-setup', path, minutes: setupMinutes }, now);
    await writeAudit(within, { staff: by, action: 'setup-link', subject: staff }, { now });
    return path;
  });

/** Whose set-up a link is; it changes nothing. @throws STAFF_LINK_OVER */
export async function readSetupLink(db: Db, token: string, now = Temporal.Now.instant()): Promise<Staff> {
  const found = isSecret(token) ? await live(db, token, now) : undefined;
  if (found?.staff === null || found === undefined) throw fault('STAFF_LINK_OVER');
  const staff = await staffOfId(db, found.staff);
  if (staff.disabled !== null) throw fault('STAFF_LINK_OVER');
  return staff;
}

/** Uses a link up and holds its member, inside the transaction that does what it is for. @throws STAFF_LINK_OVER */
export async function takeSetupLink(db: Db, token: string, now = Temporal.Now.instant()): Promise<Staff> {
  const staff = await readSetupLink(db, token, now);
  if ((await holdStaff(db, staff.id)) === null) throw fault('STAFF_LINK_OVER');
  const taken = await db.deleteFrom('staff_sign_in').where('secret_hash', '=', hashOf(token)).executeTakeFirst();
  if (Number(taken.numDeletedRows) === 0) throw fault('STAFF_LINK_OVER');
  return staff;
}

const live = (db: Db, token: string, now: Temporal.Instant): Promise<{ staff: StaffId | null } | undefined> =>
  db
    .selectFrom('staff_sign_in')
    .select('staff')
    .where('secret_hash', '=', hashOf(token))
    .where('purpose', '=', 'setup')
    .where('expires', '>', momentOf(now))
    .executeTakeFirst();
