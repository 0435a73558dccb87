import { Readable } from 'node:stream';
import { parse, CsvError } from 'csv-parse';
import { fault } from '#errors.ts';
import { countLines, lineBlocks, requireWhole } from '#catalogue/sources/byte-lines.ts';

/** One record of a CSV file: the value of a column, trimmed, '' when absent; and the line where the record starts. */
export interface CsvRow {
  readonly line: number;
  get(column: string): string;
}

/**
 * Streams the records of a comma-separated file (RFC 4180, UTF-8, plain or gzip).
 * @param needed columns that the header must have
 * @throws FILE_HEADER when one is missing; FILE_ROW for a bare carriage return or broken quotes; FILE_EMPTY; the faults of `lineBlocks`
 */
export async function* csvRows(path: string, needed: readonly string[]): AsyncGenerator<CsvRow> {
  const cursor = { line: 1 };
  // The parser runs ahead of the reader: where it stands is known from its own calls alone.
  let parsed = 0;
  const onRecord = (record: string[], { lines }: { lines: number }): string[] => {
    parsed = lines;
    return record;
  };
  const parser = parse({
    bom: true,
    record_delimiter: ['\n', '\r\n'],
    relax_column_count: false,
    skip_empty_lines: true,
    info: true,
    on_record: onRecord,
  });
  const bytes = Readable.from(checkedBlocks(path, cursor));
  bytes.on('error', (error) => parser.destroy(error));
  bytes.pipe(parser);
  let header: Map<string, number> | null = null;
  let rows = 0;
  try {
    for await (const value of parser) {
      const { record, info }: { record: string[]; info: { lines: number } } = value;
      if (header === null) {
        header = new Map(record.map((name, position) => [name.trim(), position]));
        const missing = needed.filter((column) => !header?.has(column));
        if (missing.length > 0) throw fault('FILE_HEADER', { file: path, missing: missing.join(', ') });
      } else {
        rows++;
        const positions = header;
        yield {
          line: info.lines - lineFeeds(record),
          get: (column) => record[positions.get(column) ?? -1]?.trim() ?? '',
        };
      }
    }
  } catch (error) {
    if (error instanceof CsvError) {
      await requireWhole(path);
      throw fault('FILE_ROW', { file: path, line: startOf(error, parsed), problem: csvProblem(error) }, error);
    }
    throw error;
  } finally {
    bytes.destroy();
    parser.destroy();
  }
  if (rows === 0) throw fault('FILE_EMPTY', { file: path });
}

async function* checkedBlocks(path: string, cursor: { line: number }): AsyncGenerator<Buffer> {
  for await (const block of lineBlocks(path, cursor)) {
    requireNoBareReturn(block, cursor.line, path);
    yield block;
    cursor.line += countLines(block);
  }
}

function requireNoBareReturn(block: Buffer, firstLine: number, path: string): void {
  for (let at = block.indexOf(13); at !== -1; at = block.indexOf(13, at + 1)) {
    if (block[at + 1] === 10) continue;
    const line = firstLine + countLines(block.subarray(0, at));
    throw fault('FILE_ROW', {
      file: path,
      line,
      problem:
        'a bare carriage return stands inside a field, which other programs read as a new line; save the file again with line feeds only',
    });
  }
}

/** The line where the record at fault starts: a quote never closed takes the parser far beyond it. */
function startOf(error: CsvError, parsed: number): number {
  const [lines, record]: unknown[] = [error['lines'], error['record']];
  return typeof lines === 'number' && Array.isArray(record) ? lines - lineFeeds(record) : parsed + 1;
}

function lineFeeds(record: readonly unknown[]): number {
  return record.reduce((sum: number, field) => sum + (typeof field === 'string' ? field.split('\n').length - 1 : 0), 0);
}

function csvProblem(error: CsvError): string {
  switch (error.code) {
    case 'CSV_RECORD_INCONSISTENT_FIELDS_LENGTH':
    case 'CSV_RECORD_INCONSISTENT_COLUMNS':
      return 'this record has another number of columns than the header';
    case 'CSV_QUOTE_NOT_CLOSED':
      return 'a quote opens here and is never closed';
    default:
      return 'a quote stands where none is allowed, in the record that starts here';
  }
}
