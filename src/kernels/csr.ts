/** A sparse matrix by rows: row r holds `indices[start..end)` (rising, no repeats) and `values[start..end)` with start = indptr[r], end = indptr[r + 1]. */
export interface Csr {
  readonly rows: number;
  readonly columns: number;
  readonly indptr: Int32Array;
  readonly indices: Int32Array;
  readonly values: Float32Array;
}

/**
 * Builds a CSR matrix from triplets in any order; values of the same cell are added.
 * @param row, column, value parallel arrays of the same length
 */
export function csrFromTriplets(
  rows: number,
  columns: number,
  row: Int32Array,
  column: Int32Array,
  value: Float32Array,
): Csr {
  const byColumn = countingOrder(column, columns);
  const counts = new Int32Array(rows + 1);
  for (let k = 0; k < row.length; k++) counts[row[k]! + 1]!++;
  for (let r = 0; r < rows; r++) counts[r + 1]! += counts[r]!;
  const next = counts.slice();
  const indices = new Int32Array(row.length);
  const values = new Float32Array(row.length);
  for (const k of byColumn) {
    const at = next[row[k]!]!++;
    indices[at] = column[k]!;
    values[at] = value[k]!;
  }
  return mergeRepeats({ rows, columns, indptr: counts, indices, values });
}

/** The transpose: its rows are the columns of the matrix. */
export function transpose({ rows, columns, indptr, indices, values }: Csr): Csr {
  const starts = new Int32Array(columns + 1);
  for (const column of indices) starts[column + 1]!++;
  for (let c = 0; c < columns; c++) starts[c + 1]! += starts[c]!;
  const next = starts.slice();
  const outIndices = new Int32Array(indices.length);
  const outValues = new Float32Array(indices.length);
  for (let r = 0; r < rows; r++) {
    for (let k = indptr[r]!; k < indptr[r + 1]!; k++) {
      const at = next[indices[k]!]!++;
      outIndices[at] = r;
      outValues[at] = values[k]!;
    }
  }
  return { rows: columns, columns: rows, indptr: starts, indices: outIndices, values: outValues };
}

/** The dot product of two rows of one matrix. */
export function dotRows({ indptr, indices, values }: Csr, a: number, b: number): number {
  let i = indptr[a]!;
  let j = indptr[b]!;
  const endA = indptr[a + 1]!;
  const endB = indptr[b + 1]!;
  let sum = 0;
  while (i < endA && j < endB) {
    const difference = indices[i]! - indices[j]!;
    if (difference === 0) sum += values[i++]! * values[j++]!;
    else if (difference < 0) i++;
    else j++;
  }
  return sum;
}

/** Adds weight x row r of the matrix to a dense vector of `columns` values. */
export function addRow({ indptr, indices, values }: Csr, r: number, weight: number, into: Float32Array): void {
  for (let k = indptr[r]!; k < indptr[r + 1]!; k++) into[indices[k]!]! += weight * values[k]!;
}

function countingOrder(keys: Int32Array, limit: number): Int32Array {
  const starts = new Int32Array(limit + 1);
  for (const key of keys) starts[key + 1]!++;
  for (let c = 0; c < limit; c++) starts[c + 1]! += starts[c]!;
  const order = new Int32Array(keys.length);
  for (let k = 0; k < keys.length; k++) order[starts[keys[k]!]!++] = k;
  return order;
}

function mergeRepeats({ rows, columns, indptr, indices, values }: Csr): Csr {
  const starts = new Int32Array(rows + 1);
  let out = 0;
  for (let r = 0; r < rows; r++) {
    const begin = out;
    for (let k = indptr[r]!; k < indptr[r + 1]!; k++) {
      if (out > begin && indices[out - 1] === indices[k]) values[out - 1]! += values[k]!;
      else {
        indices[out] = indices[k]!;
        values[out] = values[k]!;
        out++;
      }
    }
    starts[r + 1] = out;
  }
  return { rows, columns, indptr: starts, indices: indices.slice(0, out), values: values.slice(0, out) };
}

/** The rows whose flag is 1, in order. */
export function onlyRows(matrix: Csr, wanted: Uint8Array): Csr {
  const kept: number[] = [];
  for (let r = 0; r < matrix.rows; r++) if (wanted[r] === 1) kept.push(r);
  const indptr = new Int32Array(kept.length + 1);
  for (const [row, r] of kept.entries()) indptr[row + 1] = indptr[row]! + matrix.indptr[r + 1]! - matrix.indptr[r]!;
  const indices = new Int32Array(indptr[kept.length]!);
  const values = new Float32Array(indices.length);
  for (const [row, r] of kept.entries()) {
    indices.set(matrix.indices.subarray(matrix.indptr[r]!, matrix.indptr[r + 1]!), indptr[row]!);
    values.set(matrix.values.subarray(matrix.indptr[r]!, matrix.indptr[r + 1]!), indptr[row]!);
  }
  return { rows: kept.length, columns: matrix.columns, indptr, indices, values };
}

/** The matrix of some columns, in the order given. @param kept indices of columns, no repeats, rising */
export function keepColumns({ rows, columns, indptr, indices, values }: Csr, kept: ArrayLike<number>): Csr {
  const place = new Int32Array(columns).fill(-1);
  for (let at = 0; at < kept.length; at++) place[kept[at]!] = at;
  const starts = new Int32Array(rows + 1);
  const left = new Int32Array(indices.length);
  const remaining = new Float32Array(indices.length);
  let out = 0;
  for (let r = 0; r < rows; r++) {
    for (let k = indptr[r]!; k < indptr[r + 1]!; k++) {
      const to = place[indices[k]!]!;
      if (to < 0) continue;
      left[out] = to;
      remaining[out++] = values[k]!;
    }
    starts[r + 1] = out;
  }
  return { rows, columns: kept.length, indptr: starts, indices: left.slice(0, out), values: remaining.slice(0, out) };
}
