import { at, nextUnit } from './units';

/** Rows a unit of work. */
const CHUNK = 16;
/** The size of a value is its bits without the sign: 11, 10 and 10 of them at a time. */
const SIZE: u32 = 0x7fffffff;
const INFINITE: u32 = 0x7f800000;

/**
 * For each row of a matrix of n columns, the columns of the `most` values that are largest in size, rising; zeros, what is no number, and the
 * cell of the diagonal are left out, ties go to the lower column. `columns` takes `most` values a row, of which `counts` are used.
 * `scratch`: 8 KB.
 */
export function keepRows(
  counter: usize,
  height: i32,
  n: i32,
  matrix: usize,
  most: i32,
  columns: usize,
  counts: usize,
  scratch: usize,
): i32 {
  for (let top = nextUnit(counter) * CHUNK; top < height; top = nextUnit(counter) * CHUNK) {
    for (let i = top; i < min(top + CHUNK, height); i++) {
      const kept = keepRow(at(matrix, i, n, 0), n, i, most, at(columns, i, most, 0), scratch);
      store<i32>(counts + (usize(i) << 2), kept);
    }
  }
  return 0;
}

/** One row; @returns how many were kept. */
export function keepRow(row: usize, n: i32, own: i32, most: i32, to: usize, bins: usize): i32 {
  // The size of the last value kept, digit by digit: above it all are kept, and of its equals `left`.
  let left = most;
  let least: u32 = 0;
  let shift: u32 = 20;
  let mask: u32 = 0;
  for (let digit = 0; digit < 3; digit++) {
    memory.fill(bins, 0, 2048 << 2);
    const width: u32 = digit == 0 ? 2047 : 1023;
    for (let j = 0; j < n; j++) {
      const size = sizeAt(row, j, own);
      if (size == 0 || (size & mask) != least) continue;
      const bin = bins + (usize((size >> shift) & width) << 2);
      store<i32>(bin, load<i32>(bin) + 1);
    }
    let value: i32 = width;
    for (; value >= 0; value--) {
      const held = load<i32>(bins + (usize(value) << 2));
      if (held >= left) break;
      left -= held;
    }
    if (value < 0) {
      least = 0;
      break;
    }
    least |= u32(value) << shift;
    mask |= width << shift;
    shift = digit == 0 ? 10 : 0;
  }
  let kept = 0;
  for (let j = 0; j < n && kept < most; j++) {
    const size = sizeAt(row, j, own);
    if (size == 0 || size < least) continue;
    if (size == least && left-- <= 0) continue;
    store<i32>(to + (usize(kept++) << 2), j);
  }
  return kept;
}

// 0 for what is never kept.
function sizeAt(row: usize, j: i32, own: i32): u32 {
  const size = load<u32>(row + (usize(j) << 2)) & SIZE;
  return j == own || size > INFINITE ? 0 : size;
}
