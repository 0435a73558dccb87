import { basename } from 'node:path';
import type { Rejections } from '#catalogue/rejections.ts';
import { countLines, lineBlocks } from '#catalogue/sources/byte-lines.ts';
import { readQuotedRecord } from '#features/interactions/quoted-record.ts';
import { ratingCells, type RatingCells } from '#kernels/rating-cells.ts';
import { scanRatings, type RatingLayout, type ScanState } from '#kernels/scan-ratings.ts';

/** How the lines of a file are to be read, found in its first line. */
export interface LineReading {
  readonly layout: RatingLayout;
  /** Whether the first line is a header, no rating. */
  readonly header: boolean;
}

/**
 * Streams the ratings of a plain or gzip file. Lines that are no rating are counted in `rejections`; blank lines are passed over.
 * @param readingOf is given the first line
 * @param low, high the ratings that are of the scale, both included
 * @throws the faults of `lineBlocks` and of `readingOf`
 */
export async function readRatingLines(
  path: string,
  readingOf: (first: Buffer) => LineReading,
  rejections: Rejections,
  { low, high }: { low?: number; high?: number } = {},
): Promise<RatingCells> {
  const cells = ratingCells(low, high);
  const cursor = { line: 1 };
  const state: ScanState = { at: 0, lines: 0, lineStart: 0, lineEnd: 0, problem: null };
  const refuse = (problem: string, bytes: Buffer, start: number, end: number): void => {
    const text = bytes.toString('utf8', start, Math.min(end, start + 400)).trim();
    rejections.add(basename(path), problem, `line ${state.lines}: ${text}`);
  };
  let layout: RatingLayout | null = null;
  let rest: Buffer = Buffer.alloc(0);

  /** Reads a block; returns what of it waits for the next one, because a quote is still open. */
  const consume = (bytes: Buffer, how: RatingLayout, last: boolean): Buffer => {
    while (!scanRatings(bytes, how, cells, state)) {
      if (state.problem !== 'quotes') {
        refuse(state.problem ?? '', bytes, state.lineStart, state.lineEnd);
        continue;
      }
      const start = state.at;
      const record = readQuotedRecord(bytes, start, how.separator);
      if (record === 'open' && !last) return bytes.subarray(start);
      const feed = bytes.indexOf(10, start);
      const end = typeof record !== 'string' ? record.end : feed === -1 ? bytes.length : feed + 1;
      state.at = end;
      state.lines += Math.max(1, countLines(bytes.subarray(start, end)));
      const problem =
        typeof record === 'string'
          ? 'a quote is never closed, or closes inside a field'
          : takeFields(record.fields, how, cells);
      if (problem !== null) refuse(problem, bytes, start, end);
    }
    return Buffer.alloc(0);
  };

  for await (const block of lineBlocks(path, cursor)) {
    const bytes: Buffer = rest.length === 0 ? block : Buffer.concat([rest, block]);
    state.at = 0;
    if (layout === null) {
      const begin = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
      const feed = bytes.indexOf(10);
      const end = feed === -1 ? bytes.length : feed;
      const reading = readingOf(bytes.subarray(begin, end));
      layout = reading.layout;
      state.at = reading.header ? Math.min(bytes.length, end + 1) : begin;
      if (reading.header) state.lines = 1;
    }
    rest = consume(bytes, layout, false);
    cursor.line = state.lines + 1 + countLines(rest);
  }
  state.at = 0;
  if (layout !== null && rest.length > 0) consume(rest, layout, true);
  return cells;
}

function takeFields(fields: readonly string[], layout: RatingLayout, cells: RatingCells): string | null {
  if (fields.length < layout.fields) return 'a field is missing';
  if (layout.exact && fields.length > layout.fields) return 'there are more fields than in the header';
  const [viewer, film, rating] = [layout.viewer, layout.film, layout.rating].map((at) => Buffer.from(fields[at] ?? ''));
  if (viewer === undefined || film === undefined || rating === undefined) return 'a field is missing';
  const [a, b, c] = [viewer.length, viewer.length + film.length, viewer.length + film.length + rating.length];
  return cells.take(Buffer.concat([viewer, film, rating]), [0, a], [a, b], [b, c]);
}
