export interface SieveResult {
  /** Lines met in the block. */
  lines: number;
  /** Bytes written to `out`: the accepted lines, in order, each with its line feed. */
  length: number;
  /** Accepted lines. */
  kept: number;
  /** Offsets, in the block, of accepted lines that have another number of columns: left out. */
  bad: number[];
}

/**
 * Copies the accepted lines of a block of tab-separated lines into `out` (at least as long as the block plus one byte).
 * Runs of accepted lines are copied at once, so that refusing most of a file costs little more than finding its line feeds.
 * @param accept is asked with the offsets of a line's first byte and of its line feed (or of the block's end)
 * @param columns the number of columns that a line must have
 */
export function sieveLines(
  bytes: Buffer,
  out: Uint8Array,
  columns: number,
  accept: (bytes: Buffer, start: number, end: number) => boolean,
): SieveResult {
  const result: SieveResult = { lines: 0, length: 0, kept: 0, bad: [] };
  let runStart = -1;
  let start = 0;
  while (start < bytes.length) {
    const found = bytes.indexOf(10, start);
    const end = found === -1 ? bytes.length : found;
    result.lines++;
    let wanted = accept(bytes, start, end);
    if (wanted && countTabs(bytes, start, end) !== columns - 1) {
      result.bad.push(start);
      wanted = false;
    }
    if (wanted) {
      result.kept++;
      if (runStart === -1) runStart = start;
    } else if (runStart !== -1) {
      out.set(bytes.subarray(runStart, start), result.length);
      result.length += start - runStart;
      runStart = -1;
    }
    start = end + 1;
  }
  if (runStart !== -1) {
    out.set(bytes.subarray(runStart), result.length);
    result.length += bytes.length - runStart;
    if (bytes[bytes.length - 1] !== 10) out[result.length++] = 10;
  }
  return result;
}

/** The offset of the first byte of a column (0 for the first) in the line from `start` to `end`; -1 when the line has fewer. */
export function columnStart(bytes: Uint8Array, start: number, end: number, column: number): number {
  let at = start;
  for (let left = column; left > 0; at++) {
    if (at >= end) return -1;
    if (bytes[at] === 9) left--;
  }
  return at;
}

function countTabs(bytes: Uint8Array, start: number, end: number): number {
  let tabs = 0;
  for (let at = start; at < end; at++) if (bytes[at] === 9) tabs++;
  return tabs;
}
