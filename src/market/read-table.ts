import { readFileSync } from 'node:fs';
import { isUtf8 } from 'node:buffer';
import { fault } from '#errors.ts';

/** One line of a table: each column by its name. Whatever is wrong is told with file, line and column. */
export interface TableRow<Column extends string> {
  /** As an editor counts: the header is line 1. */
  readonly line: number;
  /** '' when the field is empty. */
  text(column: Column): string;
  /** A field that may not be empty. */
  needed(column: Column): string;
  number(column: Column, bounds?: Bounds): number;
  /** Null when the field is empty. */
  numberOrNull(column: Column, bounds?: Bounds): number | null;
  oneOf<Word extends string>(column: Column, words: readonly Word[]): Word;
  /** A fault of this line. */
  wrong(column: Column, problem: string): Error;
}

interface Bounds {
  readonly low?: number;
  readonly high?: number;
  readonly whole?: boolean;
}

/**
 * Reads one of our own tables: UTF-8, line feeds, tabs, a header of exactly these columns in this order, no quoting, no empty line.
 * @throws FILE_MISSING, FILE_NOT_UTF8, FILE_HEADER; FILE_ROW naming line and column
 */
export function readTable<const Column extends string>(path: string, columns: readonly Column[]): TableRow<Column>[] {
  const lines = textOf(path, columns).split('\n');
  if (lines.at(-1) !== '') throw row(path, lines.length, 'the last line does not end');
  const header = (lines[0] ?? '').split('\t');
  const missing = columns.filter((column) => !header.includes(column));
  if (missing.length > 0) throw fault('FILE_HEADER', { file: path, missing: missing.join(', ') });
  if (header.join('\t') !== columns.join('\t'))
    throw row(path, 1, `the columns must be ${columns.join(', ')}, in this order`);
  return lines.slice(1, -1).map((text, place) => rowOf(path, place + 2, text.split('\t'), columns));
}

function textOf(path: string, columns: readonly string[]): string {
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    throw fault('FILE_MISSING', { file: path, expected: columns.join(', ') }, error);
  }
  if (!isUtf8(bytes)) throw fault('FILE_NOT_UTF8', { file: path, line: 1 });
  return bytes.toString('utf8');
}

function rowOf<Column extends string>(
  path: string,
  line: number,
  fields: readonly string[],
  columns: readonly Column[],
): TableRow<Column> {
  if (fields.length !== columns.length)
    throw row(path, line, `it has ${fields.length} columns, not the ${columns.length} of the header`);
  const wrong = (column: Column, problem: string): Error => row(path, line, `column “${column}”: ${problem}`);
  const text = (column: Column): string => fields[columns.indexOf(column)] ?? '';
  const needed = (column: Column): string => {
    const field = text(column);
    if (field === '' || field.trim() !== field) throw wrong(column, `“${field}” is empty or has blanks around it`);
    return field;
  };
  const number = (column: Column, { low = -Infinity, high = Infinity, whole = false }: Bounds = {}): number => {
    const field = needed(column);
    const value = /^-?\d+(\.\d+)?$/.test(field) ? Number(field) : Number.NaN;
    if (Number.isNaN(value)) throw wrong(column, `“${field}” is no number`);
    if (value < low || value > high) throw wrong(column, `${field} is not from ${low} to ${high}`);
    if (whole && !Number.isInteger(value)) throw wrong(column, `${field} is no whole number`);
    return value;
  };
  return {
    line,
    text,
    needed,
    number,
    numberOrNull: (column, bounds) => (text(column) === '' ? null : number(column, bounds)),
    oneOf(column, words) {
      const found = words.find((word) => word === text(column));
      if (found === undefined) throw wrong(column, `“${text(column)}” is none of ${words.join(', ')}`);
      return found;
    },
    wrong,
  };
}

function row(file: string, line: number, problem: string): Error {
  return fault('FILE_ROW', { file, line, problem });
}
