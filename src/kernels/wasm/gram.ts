import { at, nextUnit } from './units';

/** Columns a unit of work. */
const CHUNK = 8;

/**
 * The lower triangle of G = X'·diag(w)·X (n x n) of a sparse X given by rows (starts, columns, values) and by columns (columnStarts, rows,
 * columnValues): row i of G is the sum, over the rows r of X that hold i, of w[r]·X[r][i]·X[r]. Summed in 64 bits.
 * The heaviest rows of the triangle, the last, come first. `scratch`: 8·n bytes.
 * Source: Gustavson 1978, "Two fast algorithms for sparse matrices: multiplication and permuted transposition".
 */
export function gram(
  counter: usize,
  n: i32,
  starts: usize,
  columns: usize,
  values: usize,
  columnStarts: usize,
  rows: usize,
  columnValues: usize,
  weights: usize,
  out: usize,
  scratch: usize,
): i32 {
  for (let end = n - nextUnit(counter) * CHUNK; end > 0; end = n - nextUnit(counter) * CHUNK) {
    for (let i = max(0, end - CHUNK); i < end; i++) {
      memory.fill(scratch, 0, usize(i + 1) << 3);
      const last = word(columnStarts, i + 1);
      for (let k = word(columnStarts, i); k < last; k++) {
        const r = word(rows, k);
        addRow(
          scratch,
          i,
          f64(real(weights, r)) * f64(real(columnValues, k)),
          columns,
          values,
          word(starts, r),
          word(starts, r + 1),
        );
      }
      for (let j = 0; j <= i; j++) store<f32>(at(out, i, n, j), f32(load<f64>(scratch + (usize(j) << 3))));
    }
  }
  return 0;
}

/** sums[j] += factor·value for the entries of one row whose column j is at most `limit`. */
export function addRow(sums: usize, limit: i32, factor: f64, columns: usize, values: usize, from: i32, to: i32): void {
  for (let k = from; k < to; k++) {
    const j = word(columns, k);
    if (j > limit) return;
    const sum = sums + (usize(j) << 3);
    store<f64>(sum, load<f64>(sum) + factor * f64(real(values, k)));
  }
}

function word(base: usize, index: i32): i32 {
  return load<i32>(base + (usize(index) << 2));
}

function real(base: usize, index: i32): f32 {
  return load<f32>(base + (usize(index) << 2));
}
