import { fault } from '#errors.ts';
import { cnc } from '#market/import/draft.ts';
import type { NamedRow, NamedTable } from '#market/import/official-table.ts';

const source = 'cnc-attendance';
export const sources = [
  cnc(
    source,
    'Fréquentation des salles de cinéma : mois, semaines, jours et nationalités',
    'https://www.data.gouv.fr/datasets/frequentation-des-salles-de-cinema/',
    '2025',
  ),
];
export const about = (id: string, unit: string, reliability: 'A' | 'B' = 'A') =>
  ({ id: `${id}.FR`, place: 'FR', unit, source, reliability }) as const;
/** What the country's cinemas can have counted in a month, in a year: the workbooks write units, whatever their headers say. */
export const limits = {
  entries: { month: 60_000_000, low: 10_000_000, year: 600_000_000 },
  screenings: { month: 2_000_000, low: 1_000_000, year: 20_000_000 },
  receipts: { month: 500_000_000, low: 100_000_000, year: 5_000_000_000 },
} as const;
export const units = { entries: 'entries', screenings: 'screenings', receipts: '€' } as const;

export const isYear = (text: string | number | null): boolean => /^(19|20)\d\d$/.test(String(text));

/** The year of a row stands in its first column, whatever that is called. */
export function yearOf(row: NamedRow, { columns, header }: NamedTable): number {
  const [first] = columns;
  if (first === undefined) throw fault('FILE_ROW', { file: '', line: header.line, problem: 'it has no column' });
  return row.number(first, { low: 1900, high: 2100, whole: true });
}
