import { isUtf8 } from 'node:buffer';
import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import readWorkbook from 'read-excel-file/node';
import { fault } from '#errors.ts';
import type { OfficialCell, OfficialRow, OfficialTable } from '#market/import/official-table.ts';

/** What a file turned out to be, before anything of it is understood. */
export type Official =
  | {
      readonly form: 'tables';
      readonly bytes: Uint8Array;
      readonly tables: readonly OfficialTable[];
      readonly latinAt: number | null;
    }
  | { readonly form: 'json'; readonly bytes: Uint8Array; readonly text: string }
  | { readonly form: 'other'; readonly reason: string };

/** Anything larger is none of the files that are known. */
const most = 300_000_000;

/**
 * Reads a file as tables (CSV, or a workbook's sheets), as JSON, or as nothing that is known. Bytes that are not UTF-8 are read as
 * Windows-1252, so that the file may be recognised and its fault named: `latinAt` is the first such line.
 * @throws FILE_UNREADABLE; WORKBOOK_DAMAGED when a file named .xlsx is no whole workbook; a quote that does not close is told by the table
 */
export async function readOfficial(path: string): Promise<Official> {
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    throw fault(
      'FILE_UNREADABLE',
      { file: path, reason: error instanceof Error ? error.message : String(error) },
      error,
    );
  }
  if (bytes.length === 0) return { form: 'other', reason: 'it is empty' };
  if (bytes.length > most) return { form: 'other', reason: 'it is larger than any file that is known' };
  if (bytes.subarray(0, 2).toString('latin1') === 'PK' || /\.xlsx$/i.test(path)) return await readSheets(path, bytes);
  if (bytes.subarray(0, 4096).includes(0)) return { form: 'other', reason: 'it is no text' };
  const latinAt = isUtf8(bytes) ? null : lineOfLatin(bytes);
  const text = (latinAt === null ? bytes.toString('utf8') : bytes.toString('latin1')).replace(/^\uFEFF/, '');
  if (/^\s*[{[]/.test(text)) return { form: 'json', bytes, text };
  return { form: 'tables', bytes, latinAt, tables: readCsv(path, text) };
}

async function readSheets(path: string, bytes: Buffer): Promise<Official> {
  try {
    const sheets = await readWorkbook(bytes);
    const tables = sheets.map(({ sheet, data }) => ({
      file: `${path} [${sheet}]`,
      sheet,
      comments: [],
      broken: null,
      rows: data
        .map((cells, place) => ({ line: place + 1, cells: cells.map(asCell) }))
        .filter(({ cells }) => cells.some((cell) => cell !== null)),
    }));
    return { form: 'tables', bytes, latinAt: null, tables };
  } catch (error) {
    if (!/\.xlsx$/i.test(path)) return { form: 'other', reason: 'it is an archive, and no workbook' };
    const reason = error instanceof Error ? error.message.split('\n')[0] : String(error);
    throw fault('WORKBOOK_DAMAGED', { file: path, reason: reason ?? '' }, error);
  }
}

function asCell(cell: unknown): OfficialCell {
  if (typeof cell === 'number' || cell === null || cell === undefined) return cell ?? null;
  return typeof cell === 'string' ? cell : String(cell);
}

/** Comments at the top are set aside; the separator is the one that the first lines have most of. */
function readCsv(path: string, text: string): OfficialTable[] {
  const comments = /^(?:#.*(?:\r?\n|$))*/.exec(text)?.[0] ?? '';
  const above = comments.split('\n').length - 1;
  const body = text.slice(comments.length);
  const sample = body.split('\n', 6).join('\n');
  const count = (separator: string): number => sample.split(separator).length;
  const delimiter = [';', ',', '\t'].toSorted((a, b) => count(b) - count(a))[0] ?? ';';
  const rows: OfficialRow[] = [];
  let before = 0;
  let broken: Error | null = null;
  try {
    const onRecord = (cells: string[], { lines }: { lines: number }): null => {
      const feeds = cells.reduce((sum, cell) => sum + cell.split('\n').length - 1, 0);
      if (cells.some((cell) => cell.trim() !== '')) rows.push({ line: above + lines - feeds, cells });
      before = lines;
      return null;
    };
    parse(body, { delimiter, relax_column_count: true, record_delimiter: ['\r\n', '\n'], on_record: onRecord });
  } catch (error) {
    const problem = 'a quote opens in the record that starts here, and does not close where it should';
    broken = fault('FILE_ROW', { file: path, line: above + before + 1, problem }, error);
  }
  return [
    {
      file: path,
      sheet: null,
      comments: comments.split('\n').map((line) => line.replace(/^#\s*/, '').trim()),
      rows,
      broken,
    },
  ];
}

function lineOfLatin(bytes: Buffer): number {
  let line = 1;
  for (let start = 0; start < bytes.length; line++) {
    const feed = bytes.indexOf(10, start);
    const end = feed === -1 ? bytes.length : feed;
    if (!isUtf8(bytes.subarray(start, end))) return line;
    start = end + 1;
  }
  return line;
}
