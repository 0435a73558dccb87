import { at, nextUnit } from './units';

/** Rows of the triangle a unit of work. */
const CHUNK = 8;

/**
 * Two Gram matrices X'·diag(w)·X (n x n) of one sparse pattern X, with weights `first` and `second`, in one sweep and one array: below the diagonal
 * of `out` the first, above it the second, turned by half a turn (cell i, j < i at n-1-i, n-i+j). The diagonals are left out.
 * The pattern is given by rows (starts, columns) and by columns (columnStarts, rows). Summed in 64 bits. `scratch`: 16·n bytes.
 */
export function gramPair(
  counter: usize,
  n: i32,
  starts: usize,
  columns: usize,
  columnStarts: usize,
  rows: usize,
  first: usize,
  second: usize,
  out: usize,
  scratch: usize,
): i32 {
  for (let end = n - nextUnit(counter) * CHUNK; end > 0; end = n - nextUnit(counter) * CHUNK) {
    for (let i = max(0, end - CHUNK); i < end; i++) {
      sumPairs(scratch, i, starts, columns, columnStarts, rows, first, second);
      const below = at(out, i, n, 0);
      const above = at(out, n - 1 - i, n, n - i);
      for (let j = 0; j < i; j++) {
        const sums = scratch + (usize(j) << 4);
        store<f32>(below + (usize(j) << 2), f32(load<f64>(sums)));
        store<f32>(above + (usize(j) << 2), f32(load<f64>(sums, 8)));
      }
    }
  }
  return 0;
}

/**
 * Below the diagonal, from a pair of Gram matrices G, H of gramPair and the pattern of the rows that they leave out:
 * together = a·G + X'·diag(first)·X, leading = b·G + c·H + X'·diag(second)·X. With a, b and c 0, G and H are not read; with `alone`, together
 * is not written. `scratch`: 16·n bytes.
 */
export function drawnMoments(
  counter: usize,
  n: i32,
  starts: usize,
  columns: usize,
  columnStarts: usize,
  rows: usize,
  first: usize,
  second: usize,
  both: usize,
  a: f64,
  b: f64,
  c: f64,
  alone: i32,
  together: usize,
  leading: usize,
  scratch: usize,
): i32 {
  const read = a != 0 || b != 0 || c != 0;
  for (let end = n - nextUnit(counter) * CHUNK; end > 0; end = n - nextUnit(counter) * CHUNK) {
    for (let i = max(0, end - CHUNK); i < end; i++) {
      sumPairs(scratch, i, starts, columns, columnStarts, rows, first, second);
      const below = at(both, i, n, 0);
      const above = at(both, n - 1 - i, n, n - i);
      const pairs = at(together, i, n, 0);
      const leads = at(leading, i, n, 0);
      for (let j = 0; j < i; j++) {
        const sums = scratch + (usize(j) << 4);
        const place = usize(j) << 2;
        const g = read ? f64(load<f32>(below + place)) : 0;
        const h = read ? f64(load<f32>(above + place)) : 0;
        if (alone == 0) store<f32>(pairs + place, f32(load<f64>(sums) + a * g));
        store<f32>(leads + place, f32(load<f64>(sums, 8) + b * g + c * h));
      }
    }
  }
  return 0;
}

function sumPairs(
  sums: usize,
  i: i32,
  starts: usize,
  columns: usize,
  columnStarts: usize,
  rows: usize,
  first: usize,
  second: usize,
): void {
  memory.fill(sums, 0, usize(i + 1) << 4);
  const last = word(columnStarts, i + 1);
  for (let k = word(columnStarts, i); k < last; k++) {
    const r = word(rows, k);
    addPair(sums, i, real(first, r), real(second, r), columns, word(starts, r), word(starts, r + 1));
  }
}

/** sums[j] += (x, y) for the entries of one row whose column j is below `limit`. */
export function addPair(sums: usize, limit: i32, x: f64, y: f64, columns: usize, from: i32, to: i32): void {
  const pair = f64x2.replace_lane(f64x2.splat(x), 1, y);
  for (let k = from; k < to; k++) {
    const j = word(columns, k);
    if (j >= limit) return;
    const sum = sums + (usize(j) << 4);
    v128.store(sum, f64x2.add(v128.load(sum), pair));
  }
}

function word(base: usize, index: i32): i32 {
  return load<i32>(base + (usize(index) << 2));
}

function real(base: usize, index: i32): f64 {
  return f64(load<f32>(base + (usize(index) << 2)));
}
