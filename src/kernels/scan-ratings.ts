import type { RatingCells, RatingProblem } from './rating-cells.ts';

/** Where the three fields stand in a line, and what parts the fields. */
export interface RatingLayout {
  /** The byte between two fields; twice when `doubled` (`::`), and then quotes are ordinary characters. */
  readonly separator: number;
  readonly doubled: boolean;
  /** How many fields a line has; a line may have more unless `exact`. */
  readonly fields: number;
  readonly exact: boolean;
  readonly viewer: number;
  readonly film: number;
  readonly rating: number;
}

export type LineProblem = RatingProblem | 'a field is missing' | 'there are more fields than in the header';

/** Where the reading of a block stands: the next byte, the lines passed so far, and the line that stopped it. */
export interface ScanState {
  at: number;
  lines: number;
  lineStart: number;
  lineEnd: number;
  problem: LineProblem | 'quotes' | null;
}

/**
 * Reads the ratings of a block of whole lines from `state.at` on, until the block ends (true) or a line stops it (false): one that is
 * no rating, already passed, or one whose quotes need a slower reader ('quotes'), not passed and not counted. Blank lines are passed over.
 */
export function scanRatings(bytes: Uint8Array, layout: RatingLayout, cells: RatingCells, state: ScanState): boolean {
  const { separator, doubled, fields, exact, viewer, film, rating } = layout;
  const quote = doubled ? -1 : 34;
  const width = doubled ? 2 : 1;
  const length = bytes.length;
  let at = state.at;
  while (at < length) {
    const start = at;
    let field = 0;
    let odd = false;
    for (;;) {
      let from = at;
      let to: number;
      if (bytes[at] === quote) {
        from = ++at;
        while (at < length && bytes[at] !== 34 && bytes[at] !== 10) at++;
        to = at++;
        if (at < length && bytes[at] === 13) at++;
        if (bytes[to] !== 34 || (at < length && bytes[at] !== separator && bytes[at] !== 10)) {
          odd = true;
          break;
        }
      } else {
        to = doubled ? doubledEnd(bytes, at, separator) : fieldEnd(bytes, at, separator);
        at = to;
      }
      if (field === viewer) mark(viewerSpan, from, to);
      else if (field === film) mark(filmSpan, from, to);
      else if (field === rating) mark(ratingSpan, from, to);
      field++;
      if (at >= length || bytes[at] === 10) break;
      at += width;
    }
    state.lineStart = start;
    if (odd) {
      state.at = start;
      state.problem = 'quotes';
      return false;
    }
    state.lineEnd = at;
    state.lines++;
    at++;
    if (field === 1 && isBlankLine(bytes, start, state.lineEnd)) continue;
    const problem: LineProblem | null =
      field < fields
        ? 'a field is missing'
        : exact && field > fields
          ? 'there are more fields than in the header'
          : cells.take(bytes, viewerSpan, filmSpan, ratingSpan);
    if (problem !== null) {
      state.at = at;
      state.problem = problem;
      return false;
    }
  }
  state.at = at;
  state.problem = null;
  return true;
}

function fieldEnd(bytes: Uint8Array, from: number, separator: number): number {
  let at = from;
  while (at < bytes.length && bytes[at] !== separator && bytes[at] !== 10) at++;
  return at;
}

function doubledEnd(bytes: Uint8Array, from: number, separator: number): number {
  let at = from;
  while (at < bytes.length && bytes[at] !== 10 && !(bytes[at] === separator && bytes[at + 1] === separator)) at++;
  return at;
}

// The three fields of the line at hand: one line is read at a time, so one place serves them all.
const viewerSpan = new Int32Array(2);
const filmSpan = new Int32Array(2);
const ratingSpan = new Int32Array(2);

function mark(span: Int32Array, from: number, to: number): void {
  span[0] = from;
  span[1] = to;
}

function isBlankLine(bytes: Uint8Array, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (bytes[at] !== 32 && bytes[at] !== 9 && bytes[at] !== 13) return false;
  return true;
}
