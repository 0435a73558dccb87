import { fault } from '#errors.ts';

/** A cell as a file gives it: text of a CSV, a value of a workbook, null where there is none. */
export type OfficialCell = string | number | null;

export interface OfficialRow {
  /** As an editor or a spreadsheet counts. */
  readonly line: number;
  readonly cells: readonly OfficialCell[];
}

/** A CSV file or a sheet of a workbook. */
export interface OfficialTable {
  /** For faults: the path, and the sheet. */
  readonly file: string;
  /** Of a workbook; null for a CSV. */
  readonly sheet: string | null;
  /** Lines before the header that start with #. */
  readonly comments: readonly string[];
  /** Rows that hold something. */
  readonly rows: readonly OfficialRow[];
  /** What stopped the reading, when something did: it counts if the table is one that is known. */
  readonly broken: Error | null;
}

export interface Bounds {
  readonly low?: number;
  readonly high?: number;
  readonly whole?: boolean;
}

/** One row read by the names of its columns; a fault says file, line and column. */
export interface NamedRow {
  readonly line: number;
  /** Trimmed; '' when empty. */
  text(column: string): string;
  number(column: string, bounds?: Bounds): number;
  /** Null for an empty cell. */
  numberOrNull(column: string, bounds?: Bounds): number | null;
  wrong(column: string, problem: string): Error;
}

export interface NamedTable {
  readonly header: OfficialRow;
  readonly columns: readonly string[];
  readonly rows: readonly NamedRow[];
}

/** How far a header may stand below the top. */
const headerWithin = 12;

export const cellText = (cell: OfficialCell | undefined): string => (cell ?? '').toString().trim();

/** The first row of which `is` holds, within the first of a table; null when there is none. */
export function findHeader(table: OfficialTable, is: (cells: readonly string[]) => boolean): OfficialRow | null {
  return table.rows.slice(0, headerWithin).find(({ cells }) => is(cells.map(cellText))) ?? null;
}

/** What is written above a header: its comments, and the rows before it. */
export const above = (table: OfficialTable, header: OfficialRow): string =>
  [
    ...table.comments,
    ...table.rows.slice(0, table.rows.indexOf(header)).flatMap(({ cells }) => cells.map(cellText)),
  ].join('\n');

/** Whether a header is that of a format: half of the needed columns, and two at least, say so. */
export function looksLike(needed: readonly string[]): (cells: readonly string[]) => boolean {
  return (cells) => {
    const met = needed.filter((column) => cells.includes(column)).length;
    return met >= 2 && met * 2 >= needed.length;
  };
}

/**
 * The rows under a header, by the names of its columns.
 * @throws FILE_ROW naming the missing columns, a column that stands twice, or a row that is longer or shorter than its header; FILE_EMPTY
 */
export function underHeader(table: OfficialTable, header: OfficialRow, needed: readonly string[]): NamedTable {
  if (table.broken !== null) throw table.broken;
  const columns = header.cells.map(cellText);
  const missing = needed.filter((column) => !columns.includes(column));
  if (missing.length > 0) {
    const problem = `the columns ${missing.map((name) => `“${name}”`).join(', ')} are missing or were renamed`;
    throw fault('FILE_ROW', { file: table.file, line: header.line, problem });
  }
  const twice = needed.find((column) => columns.indexOf(column) !== columns.lastIndexOf(column));
  if (twice !== undefined)
    throw fault('FILE_ROW', { file: table.file, line: header.line, problem: `the column “${twice}” stands twice` });
  const at = new Map(columns.map((column, place) => [column, place]));
  const rows = table.rows.slice(table.rows.indexOf(header) + 1);
  if (rows.length === 0) throw fault('FILE_EMPTY', { file: table.file });
  return { header, columns, rows: rows.map((row) => namedRow(table.file, row, at, columns.length)) };
}

function namedRow(file: string, row: OfficialRow, at: ReadonlyMap<string, number>, width: number): NamedRow {
  if (row.cells.length !== width) {
    const problem = `it has ${row.cells.length} columns, not the ${width} of the header`;
    throw fault('FILE_ROW', { file, line: row.line, problem });
  }
  const cell = (column: string): OfficialCell => row.cells[at.get(column) ?? -1] ?? null;
  const wrong = (column: string, problem: string): Error =>
    fault('FILE_ROW', { file, line: row.line, problem: `column “${column}”: ${problem}` });
  const numberOrNull = (column: string, { low = -Infinity, high = Infinity, whole = false }: Bounds = {}) => {
    const raw = cell(column);
    if (cellText(raw) === '') return null;
    const value = typeof raw === 'number' ? raw : frenchNumber(cellText(raw));
    if (value === null || !Number.isFinite(value)) throw wrong(column, `“${cellText(raw)}” is no number`);
    if (value < low || value > high) throw wrong(column, `${cellText(raw)} is impossible: ${between(low, high)}`);
    if (whole && !Number.isInteger(value)) throw wrong(column, `${cellText(raw)} is no whole number`);
    return value;
  };
  return {
    line: row.line,
    text: (column) => cellText(cell(column)),
    numberOrNull,
    number(column, bounds) {
      const value = numberOrNull(column, bounds);
      if (value === null) throw wrong(column, 'it is empty');
      return value;
    },
    wrong,
  };
}

const between = (low: number, high: number): string =>
  high === Infinity
    ? `it is ${low} at least`
    : low === -Infinity
      ? `it is ${high} at most`
      : `it is from ${low} to ${high}`;

/** A number as French files write it: thousands parted by a space of any kind, a comma or a point before the decimals; null when it is none. */
export function frenchNumber(text: string): number | null {
  const [, sign = '', whole = '', decimals = ''] =
    /^([-−]?)(\d+|\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3})+)(?:[.,](\d+))?$/.exec(text.trim()) ?? [];
  if (whole === '') return null;
  const value = Number(`${whole.replaceAll(/\D/g, '')}.${decimals === '' ? '0' : decimals}`);
  return sign === '' ? value : -value;
}
