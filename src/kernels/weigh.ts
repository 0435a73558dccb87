import { csrFromTriplets, type Csr } from '#kernels/csr.ts';
import { triplets } from '#kernels/triplets.ts';

/** The number of rows that hold each column. */
export function documentFrequency({ columns, indices }: Csr): Int32Array {
  const frequency = new Int32Array(columns);
  for (const column of indices) frequency[column]!++;
  return frequency;
}

/**
 * Weighs each cell by its column's rarity, idf = ln((n + 1) / df) with n the rows that hold anything, then divides each row by
 * sqrt(|row|² + shrink): the dot product of two rows is a cosine that thin evidence pulls towards 0.
 */
export function shrunkTfIdf(matrix: Csr, shrink: number): Csr {
  const frequency = documentFrequency(matrix);
  let filled = 0;
  for (let r = 0; r < matrix.rows; r++) if (matrix.indptr[r + 1]! > matrix.indptr[r]!) filled++;
  const values = matrix.values.map((value, k) => value * Math.log((filled + 1) / frequency[matrix.indices[k]!]!));
  for (let r = 0; r < matrix.rows; r++) {
    let square = shrink;
    for (let k = matrix.indptr[r]!; k < matrix.indptr[r + 1]!; k++) square += values[k]! * values[k]!;
    const scale = square > 0 ? 1 / Math.sqrt(square) : 0;
    for (let k = matrix.indptr[r]!; k < matrix.indptr[r + 1]!; k++) values[k]! *= scale;
  }
  return { ...matrix, values };
}

/**
 * Soft bins of one number a row: each value lights its two nearest bins in proportion, and each row has length 1, so that the dot product
 * of two rows falls from 1 to 0 as their values part by up to two steps. NaN gives an empty row.
 */
export function softBins(numbers: Float32Array, { low, high, step }: { low: number; high: number; step: number }): Csr {
  const columns = Math.round((high - low) / step) + 2;
  const cells = triplets(numbers.length * 2);
  for (let r = 0; r < numbers.length; r++) {
    if (Number.isNaN(numbers[r]!)) continue;
    const place = (Math.min(high, Math.max(low, numbers[r]!)) - low) / step;
    const bin = Math.floor(place);
    const far = place - bin;
    const length = Math.hypot(1 - far, far);
    cells.push(r, bin, (1 - far) / length);
    if (far > 0) cells.push(r, bin + 1, far / length);
  }
  return csrFromTriplets(numbers.length, columns, cells.row(), cells.column(), cells.value());
}

/** Row by row, every product of a cell of A and a cell of B: the dot product of two rows is the product of theirs in A and in B. Column of (a, b): a x B.columns + b. */
export function rowProducts(a: Csr, b: Csr): Csr {
  const cells = triplets(a.indices.length);
  for (let r = 0; r < a.rows; r++) {
    for (let i = a.indptr[r]!; i < a.indptr[r + 1]!; i++) {
      for (let j = b.indptr[r]!; j < b.indptr[r + 1]!; j++)
        cells.push(r, a.indices[i]! * b.columns + b.indices[j]!, a.values[i]! * b.values[j]!);
    }
  }
  return csrFromTriplets(a.rows, a.columns * b.columns, cells.row(), cells.column(), cells.value());
}

/** Matrices of the same rows side by side, each times a weight. */
export function sideBySide(parts: readonly { matrix: Csr; weight: number }[]): Csr {
  const rows = parts[0]?.matrix.rows ?? 0;
  const columns = parts.reduce((sum, { matrix }) => sum + matrix.columns, 0);
  const indptr = new Int32Array(rows + 1);
  for (let r = 0; r < rows; r++)
    indptr[r + 1] = parts.reduce((sum, { matrix }) => sum + matrix.indptr[r + 1]! - matrix.indptr[r]!, indptr[r]!);
  const indices = new Int32Array(indptr[rows]!);
  const values = new Float32Array(indptr[rows]!);
  for (let r = 0, at = 0; r < rows; r++) {
    let shift = 0;
    for (const { matrix, weight } of parts) {
      for (let k = matrix.indptr[r]!; k < matrix.indptr[r + 1]!; k++, at++) {
        indices[at] = shift + matrix.indices[k]!;
        values[at] = weight * matrix.values[k]!;
      }
      shift += matrix.columns;
    }
  }
  return { rows, columns, indptr, indices, values };
}

/** Leaves out the columns held by fewer than `atLeast` rows; `kept` gives the old column of each new one. */
export function dropRareColumns(matrix: Csr, atLeast: number): { matrix: Csr; kept: Int32Array } {
  const frequency = documentFrequency(matrix);
  const place = new Int32Array(matrix.columns).fill(-1);
  let columns = 0;
  let cells = 0;
  for (let c = 0; c < matrix.columns; c++) {
    if (frequency[c]! < atLeast) continue;
    place[c] = columns++;
    cells += frequency[c]!;
  }
  const kept = new Int32Array(columns);
  for (let c = 0; c < matrix.columns; c++) if (place[c]! >= 0) kept[place[c]!] = c;
  const indptr = new Int32Array(matrix.rows + 1);
  const indices = new Int32Array(cells);
  const values = new Float32Array(cells);
  let at = 0;
  for (let r = 0; r < matrix.rows; r++) {
    for (let k = matrix.indptr[r]!; k < matrix.indptr[r + 1]!; k++) {
      const to = place[matrix.indices[k]!]!;
      if (to < 0) continue;
      indices[at] = to;
      values[at++] = matrix.values[k]!;
    }
    indptr[r + 1] = at;
  }
  return { matrix: { rows: matrix.rows, columns, indptr, indices, values }, kept };
}
