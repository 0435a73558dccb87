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
    .where('id', '=', hashOf(secret))
    .where('staff', '=', staff)
    .executeTakeFirst();
  return found?.id ?? null;
}

/** Whether a member who may sign in did so with a browser before. */
export async function isStaffBrowser(db: Db, secret: string): Promise<boolean> {
  if (!isSecret(secret)) return false;
  const found = await db
    .selectFrom('staff_browser')
    .innerJoin('staff', 'staff.id', 'staff_browser.staff')
    .select('staff_browser.id')
    .where('staff_browser.id', '=', hashOf(secret))
    .where('staff.disabled', 'is', null)
    .executeTakeFirst();
  return found !== undefined;
}

/** Notes that a member signed in with a browser. @returns the secret for its cookie: the one it has when it is theirs */
export async function noteBrowser(
  db: Db,
  staff: StaffId,
  held: string | null,
  { now = Temporal.Now.instant() }: Clock = {},
): Promise<string> {
  const id = held === null ? null : await isKnownBrowser(db, staff, held);
  const at = momentOf(now);
  if (id !== null && held !== null) {
    await db.updateTable('staff_browser').set({ last_used: at }).where('id', '=', id).execute();
    return held;
  }
  const secret = newSecret();
  await db
    .insertInto('staff_browser')
    .values({ id: hashOf(secret), staff, last_used: at })
    .execute();
  return secret;
}
