import type { StaffId } from '#brand.ts';
import { momentOf, type Clock } from '#state/clock.ts';
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
