import { quotedCell } from '#indicators/export-csv.ts';

/** Rows as a file that the spreadsheets of a language open with a double click; no cell is taken for a formula. */
export function rowsAsCsv(
  language: 'fr' | 'en',
  head: readonly string[],
  rows: readonly (readonly (string | null)[])[],
): string {
  const between = language === 'fr' ? ';' : ',';
  const line = (cells: readonly (string | null)[]): string =>
    cells.map((cell) => quotedCell(cell ?? '', between)).join(between);
  return `\ufeff${[head, ...rows].map(line).join('\r\n')}\r\n`;
}
