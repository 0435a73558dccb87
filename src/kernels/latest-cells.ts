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

/** Sorts triplets by row, then by column, in two counting passes; of several for one cell the last given stays. */
export function latestCells(rows: number, columns: number, row: Int32Array, column: Int32Array): LatestCells {
  const byColumn = new Int32Array(row.length);
  const next = startsOf(column, columns);
  for (let k = 0; k < row.length; k++) byColumn[next[column[k]!]!++] = k;
  const starts = startsOf(row, rows);
  const fill = starts.slice();
  const order = new Int32Array(row.length);
  for (const k of byColumn) order[fill[row[k]!]!++] = k;
  const indptr = new Int32Array(rows + 1);
  let out = 0;
  let example = -1;
  for (let r = 0; r < rows; r++) {
    const begin = out;
    for (let at = starts[r]!; at < starts[r + 1]!; at++) {
      const k = order[at]!;
      if (out > begin && column[order[out - 1]!] === column[k]) {
        if (example === -1) example = order[out - 1]!;
        order[out - 1] = k;
      } else order[out++] = k;
    }
    indptr[r + 1] = out;
  }
  return { indptr, order: order.subarray(0, out), repeats: row.length - out, example };
}

function startsOf(keys: Int32Array, limit: number): Int32Array {
  const starts = new Int32Array(limit + 1);
  for (const key of keys) starts[key + 1]!++;
  for (let key = 0; key < limit; key++) starts[key + 1]! += starts[key]!;
  return starts;
}
