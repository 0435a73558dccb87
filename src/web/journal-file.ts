import type { StaffId } from '#brand.ts';
import { listAudit, writeAudit, type AuditLine, type WhichAudit } from '#state/audit.ts';
import type { Db } from '#state/schema.ts';
import { rowsAsCsv } from '#web/staff-csv.ts';

const mostExported = 100_000;

/** The lines of the log, to be taken away: that they were is a line of it. @param by null: the command line */
export async function takeJournal(
  db: Db,
  which: Omit<WhichAudit, 'most'>,
  by: StaffId | null,
): Promise<readonly AuditLine[]> {
  const found = await listAudit(db, { ...which, most: mostExported });
  await writeAudit(db, { staff: by, action: 'journal-exported', subject: '', detail: String(found.length) });
  return found;
}

/** Lines of the log as a file for spreadsheets. */
export const journalCsv = (language: 'fr' | 'en', lines: readonly AuditLine[]): string =>
  rowsAsCsv(
    language,
    ['id', 'at', 'staff', 'name', 'action', 'subject', 'detail'],
    lines.map(({ id, at, staff, name, action, subject, detail }) => [
      String(id),
      at,
      staff,
      name,
      action,
      subject,
      detail,
    ]),
  );
