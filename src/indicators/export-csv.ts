import { aboutLines, type Exported } from '#indicators/exported.ts';
import type { Cell, Table } from '#indicators/told.ts';
import type { Speech } from '#words/speech.ts';

/**
 * A table as a file that the spreadsheets of its language open with a double click: UTF-8 with a byte order mark; in French a semicolon between cells and a decimal
 * comma, in English a comma and a point. The first lines say what it is,
 * each begins with `#`, which pandas, R and DuckDB skip when they are told that it opens a comment; cells of the table that hold a `#` are quoted.
 */
export function exportCsv(table: Table, about: Exported, say: Speech): string {
  const [between, point] = say.language === 'fr' ? [';', ','] : [',', '.'];
  const cell = (value: Cell): string =>
    value === null ? '' : typeof value === 'number' ? decimal(value, point) : quotedCell(value, between);
  const lines = [
    ...[...aboutLines(about, say), [say.pick({ fr: 'Table', en: 'Table' }), table.title] as const].map(
      ([name, text]) => `# ${name}${between}${cell(text)}`,
    ),
    table.columns.map(({ key }) => cell(key)).join(between),
    ...table.rows.map((row) => table.columns.map((_, at) => cell(row[at] ?? null)).join(between)),
  ];
  return `\ufeff${lines.join('\r\n')}\r\n`;
}

/** A number with all its digits, never in powers of ten; nothing for what is none. */
function decimal(value: number, point: string): string {
  if (!Number.isFinite(value)) return '';
  const plain = String(value);
  const whole = plain.includes('e') ? exact.format(value) : plain;
  return whole.replace('.', point);
}
const exact = new Intl.NumberFormat('en', { useGrouping: false, maximumFractionDigits: 20 });

/**
 * A text that no spreadsheet takes for a formula, on one line (https://owasp.org/www-community/attacks/CSV_Injection): what begins like one begins with an
 * apostrophe.
 */
export function quotedCell(text: string, between: string): string {
  const flat = text.replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ');
  const safe = /^\s*[=+\-@\uff1d\uff0b\uff0d\uff20]/.test(flat) ? `'${flat}` : flat;
  return /["#',;\t]|^\s|\s$/.test(safe) || safe.includes(between) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
