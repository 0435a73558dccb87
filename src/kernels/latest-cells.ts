/** The cells of a sparse matrix in the order of its rows, then of its columns, as numbers of the triplets they come from. */
export interface LatestCells {
  /** Row r holds `order[indptr[r]..indptr[r + 1])`. */
  readonly indptr: Int32Array;
  readonly order: Int32Array;
  /** How many triplets were replaced by a later one of the same cell. */
  readonly repeats: number;
  /** One of those replaced; -1 when there is none. */
  readonly example: number;
}

/**
 * Sorts triplets by row, then by column; of several for one cell the last given stays. Rows are filled first and each is sorted by itself,
 * as numbers `column x length + triplet`: files are mostly in the order of their rows, and memory is then read in order.
 */
export function latestCells(rows: number, columns: number, row: Int32Array, column: Int32Array): LatestCells {
  const length = row.length;
  if (columns * length > Number.MAX_SAFE_INTEGER) throw new RangeError('too many columns and triplets for one matrix');
  const starts = startsOf(row, rows);
  const fill = starts.slice();
  const keys = new Float64Array(length);
  for (let k = 0; k < length; k++) keys[fill[row[k]!]!++] = column[k]! * length + k;
  const order = new Int32Array(length);
  const indptr = new Int32Array(rows + 1);
  let out = 0;
  let example = -1;
  for (let r = 0; r < rows; r++) {
    let before = -1;
    const sorted = keys.subarray(starts[r], starts[r + 1]).sort();
    for (let at = 0; at < sorted.length; at++) {
      const key = sorted[at]!;
      const c = Math.floor(key / length);
      if (c === before) {
        out--;
        if (example === -1) example = order[out]!;
      }
      order[out++] = key - c * length;
      before = c;
    }
    indptr[r + 1] = out;
  }
  return { indptr, order: order.subarray(0, out), repeats: length - out, example };
}

function startsOf(keys: Int32Array, limit: number): Int32Array {
  const starts = new Int32Array(limit + 1);
  for (const key of keys) starts[key + 1]!++;
  for (let key = 0; key < limit; key++) starts[key + 1]! += starts[key]!;
  return starts;
}
