import type { CustomerId, StaffId } from '#brand.ts';
import { fault } from '#errors.ts';
import { writeAudit } from '#state/audit.ts';
import { customerOf, type Customer } from '#state/customers.ts';
import type { Db } from '#state/schema.ts';
import { forgetDeleted } from '#state/forget-deleted.ts';
import { eraseVisitor, exportVisitor, type VisitorExport } from '#state/rights.ts';
import { inTransaction } from '#state/transaction.ts';

/** Everything held about one person: the account, and what its visitor said. */
export interface PersonExport {
  readonly customer: Customer;
  readonly visitor: VisitorExport | null;
}

/** Everything held about a person, for a member of the staff to hand over; the log says that it was. @throws PERSON_NOT_HELD */
export const exportPerson = (
  db: Db,
  id: CustomerId,
  { by, form }: { readonly by: StaffId; readonly form: 'json' | 'csv' },
): Promise<PersonExport> =>
  inTransaction(db, async (within) => {
    const customer = await customerOf(within, id);
    if (customer === null) throw fault('PERSON_NOT_HELD');
    await writeAudit(within, { staff: by, action: 'person-exported', subject: id, detail: form });
    return { customer, visitor: await exportVisitor(within, customer.visitor) };
  });

/** Erases a person and everything held about them; the log says that it was done, by whom, and no more. @throws PERSON_NOT_HELD */
export async function erasePerson(db: Db, id: CustomerId, { by }: { readonly by: StaffId }): Promise<void> {
  await inTransaction(db, async (within) => {
    const customer = await customerOf(within, id);
    if (customer === null) throw fault('PERSON_NOT_HELD');
    await eraseVisitor(within, customer.visitor);
    await writeAudit(within, { staff: by, action: 'person-erased', subject: id });
  });
  await forgetDeleted(db);
}

/** An export as rows of a spreadsheet: where each value stands in the JSON, and the value. */
export function exportRows(value: unknown, path: readonly string[] = []): (readonly [string, string])[] {
  if (value === null || value === undefined) return [[path.join('.'), '']];
  if (typeof value !== 'object') return [[path.join('.'), String(value)]];
  return Object.entries(value).flatMap(([key, one]) => exportRows(one, [...path, key]));
}
