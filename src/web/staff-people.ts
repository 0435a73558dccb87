import type { CustomerId, StaffId } from '#brand.ts';
import { writeAudit } from '#state/audit.ts';
import { exportCustomer, type VisitorExport } from '#state/rights.ts';
import type { Db } from '#state/schema.ts';

/** Everything held about a person, for a member of the staff to hand over; the log says that it was. @throws CUSTOMER_UNKNOWN */
export async function exportPerson(
  db: Db,
  id: CustomerId,
  { by, form }: { readonly by: StaffId; readonly form: 'json' | 'csv' },
): Promise<VisitorExport> {
  const held = await exportCustomer(db, id);
  await writeAudit(db, { staff: by, action: 'person-exported', subject: id, detail: form });
  return held;
}

/** An export as rows of a spreadsheet: where each value stands in the JSON, and the value. */
export function exportRows(value: unknown, path: readonly string[] = []): (readonly [string, string])[] {
  if (value === null || value === undefined) return [[path.join('.'), '']];
  if (typeof value !== 'object') return [[path.join('.'), String(value)]];
  return Object.entries(value).flatMap(([key, one]) => exportRows(one, [...path, key]));
}
