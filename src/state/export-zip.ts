import { strToU8, zipSync } from 'fflate';
import type { VisitorExport } from '#state/rights.ts';

/**
 * An export as a file of files: the whole as JSON, and each list of it as CSV (RFC 4180, UTF-8 with its mark, so that spreadsheets read it), named for
 * what it lists. What a spreadsheet would take for a formula is written as text.
 */
export function zipOfExport(held: VisitorExport): Uint8Array<ArrayBuffer> {
  const files: Record<string, Uint8Array> = { 'lanterne.json': strToU8(JSON.stringify(held, null, 2)) };
  for (const [name, rows] of lists({ ...held, visitor: [held.visitor] }))
    files[`${name}.csv`] = strToU8(`\uFEFF${csvOf(rows)}`);
  return new Uint8Array(zipSync(files, { level: 6 }));
}

type Row = Readonly<Record<string, unknown>>;

/** Each list in a value, and the value itself when it says something beside its lists. */
function lists(value: Row, prefix = ''): (readonly [string, readonly Row[]])[] {
  return Object.entries(value).flatMap(([name, held]): (readonly [string, readonly Row[]])[] => {
    const path = prefix === '' ? name : `${prefix}-${name}`;
    if (Array.isArray(held)) return held.length === 0 ? [] : [[path, held.map(rowOf)]];
    if (!isRow(held)) return [];
    const own = Object.fromEntries(Object.entries(held).filter(([, one]) => !Array.isArray(one)));
    return [[path, [own]], ...lists(held, path)];
  });
}

function csvOf(rows: readonly Row[]): string {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const lines = [names.map(cell), ...rows.map((row) => names.map((name) => cell(row[name])))];
  return `${lines.map((line) => line.join(',')).join('\r\n')}\r\n`;
}

function cell(value: unknown): string {
  if (value === null || value === undefined) return '';
  const said = typeof value === 'object' ? JSON.stringify(value) : String(value);
  const text = typeof value === 'string' && /^[=+\-@\t\r]/.test(said) ? `'${said}` : said;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

const isRow = (value: unknown): value is Row => typeof value === 'object' && value !== null;
const rowOf = (value: unknown): Row => (isRow(value) ? value : { value });
