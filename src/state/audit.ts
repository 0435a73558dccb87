import type { StaffId } from '#brand.ts';
import { daysBefore, momentOf, type Clock } from '#state/clock.ts';
import type { Db } from '#state/schema.ts';

/** Writes down what was done, by whom, to what: in the transaction that does it. No personal data of customers in `detail`. */
export const writeAudit = async (
  db: Db,
  {
    staff,
    action,
    subject,
    detail = '',
  }: { readonly staff: StaffId | null; readonly action: string; readonly subject: string; readonly detail?: string },
  { now = Temporal.Now.instant() }: Clock = {},
): Promise<void> =>
  void (await db
    .insertInto('audit')
    .values({ staff, action, subject, detail, at: momentOf(now) })
    .execute());

/** A line of the log, for a page: the member's name when they are known. */
export interface AuditLine {
  readonly id: number;
  readonly at: string;
  readonly staff: StaffId | null;
  readonly name: string | null;
  readonly action: string;
  readonly subject: string;
  readonly detail: string;
}

export interface WhichAudit {
  readonly staff?: StaffId;
  readonly action?: string;
  /** Lines older than that one alone: the next page. */
  readonly before?: number;
  readonly most: number;
}

/** The lines of the log, the latest first. */
export async function listAudit(db: Db, { staff, action, before, most }: WhichAudit): Promise<AuditLine[]> {
  let query = db
    .selectFrom('audit')
    .leftJoin('staff', 'staff.id', 'audit.staff')
    .select(['audit.id', 'audit.at', 'audit.staff', 'staff.name', 'audit.action', 'audit.subject', 'audit.detail'])
    .orderBy('audit.id', 'desc');
  if (staff !== undefined) query = query.where('audit.staff', '=', staff);
  if (action !== undefined) query = query.where('audit.action', '=', action);
  if (before !== undefined) query = query.where('audit.id', '<', before);
  return (await query.limit(most).execute()).map((row) => ({ ...row, id: Number(row.id) }));
}

/** The actions that the log holds. */
export const auditActions = async (db: Db): Promise<string[]> =>
  (await db.selectFrom('audit').select('action').distinct().orderBy('action').execute()).map(({ action }) => action);

/** How long the log is kept, in days. CNIL, recommendation on logs of 14 October 2021: six months to one year. */
export const auditDays = 365;

/** Deletes what of the staff is past its time: the log, what proved who they are, browsers not used for a year. */
export async function purgeStaff(db: Db, { now = Temporal.Now.instant() }: Clock = {}): Promise<void> {
  const [at, yearAgo] = [momentOf(now), momentOf(daysBefore(now, auditDays))];
  await db.deleteFrom('audit').where('at', '<', yearAgo).execute();
  await db.deleteFrom('staff_browser').where('last_used', '<', yearAgo).execute();
  await db.deleteFrom('staff_sign_in').where('expires', '<=', at).execute();
  await db.deleteFrom('staff_session').where('expires', '<=', at).execute();
  await db
    .deleteFrom('staff_wait')
    .where('changed', '<', momentOf(daysBefore(now, 1)))
    .execute();
}
