import type { StaffId } from '#brand.ts';
import { momentOf, type Clock } from '#state/clock.ts';
import type { Db } from '#state/schema.ts';
import { hashOf, isSecret, newSecret } from '#state/secret.ts';

/** The identifier of a browser in which this member signed in before; null when it is not one. OWASP's “device cookie”. */
export async function isKnownBrowser(db: Db, staff: StaffId, secret: string): Promise<string | null> {
  if (!isSecret(secret)) return null;
  const found = await db
    .selectFrom('staff_browser')
    .select('id')
    .where('id', 'in', [idOf(staff, secret), formerIdOf(secret)])
    .where('staff', '=', staff)
    .executeTakeFirst();
  return found?.id ?? null;
}

/** Whether a member who may sign in did so with a browser before. */
export async function isStaffBrowser(db: Db, secret: string): Promise<boolean> {
  if (!isSecret(secret)) return false;
  const members = await db.selectFrom('staff').select('id').where('disabled', 'is', null).execute();
  const found = await db
    .selectFrom('staff_browser')
    .innerJoin('staff', 'staff.id', 'staff_browser.staff')
    .select('staff_browser.id')
    .where('staff_browser.id', 'in', [formerIdOf(secret), ...members.map(({ id }) => idOf(id, secret))])
    .where('staff.disabled', 'is', null)
    .executeTakeFirst();
  return found !== undefined;
}

/**
 * Notes that a member signed in with a browser. Members who share one share its secret too, and are known in it each.
 * @param held what its cookie holds
 * @returns the secret for its cookie: the one it has when it is a member's; `isNew`: they had not signed in with it before
 */
export async function noteBrowser(
  db: Db,
  staff: StaffId,
  held: string | null,
  { now = Temporal.Now.instant() }: Clock = {},
): Promise<{ readonly secret: string; readonly isNew: boolean }> {
  const at = momentOf(now);
  const id = held === null ? null : await isKnownBrowser(db, staff, held);
  if (id !== null && held !== null) {
    await db.updateTable('staff_browser').set({ last_used: at }).where('id', '=', id).execute();
    return { secret: held, isNew: false };
  }
  const secret = held !== null && (await isStaffBrowser(db, held)) ? held : newSecret();
  await db
    .insertInto('staff_browser')
    .values({ id: idOf(staff, secret), staff, last_used: at })
    .execute();
  return { secret, isNew: true };
}

const idOf = (staff: StaffId, secret: string): string => hashOf(`${staff}:${secret}`);
/** Of rows that were written when a browser was of one member only: they hold until they are a year without use. */
const formerIdOf = (secret: string): string => hashOf(secret);
