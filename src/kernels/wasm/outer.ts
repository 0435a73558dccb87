import { at, nextUnit } from './units';

/** Rows a unit of work. */
const CHUNK = 64;

/** matrix[i][j] -= a[i]·b[j], worked out in 64 bits, of n columns; with `lower`, for j <= i alone. `a` and `b` hold 64-bit values. */
export function subtractOuter(counter: usize, height: i32, n: i32, matrix: usize, a: usize, b: usize, lower: i32): i32 {
  for (let top = nextUnit(counter) * CHUNK; top < height; top = nextUnit(counter) * CHUNK) {
    for (let i = top; i < min(top + CHUNK, height); i++) {
      const x = load<f64>(a + (usize(i) << 3));
      if (x == 0) continue;
      const width = lower != 0 ? min(n, i + 1) : n;
      const row = at(matrix, i, n, 0);
      for (let j: usize = 0; j < usize(width); j++) {
        const to = row + (j << 2);
        store<f32>(to, f32(f64(load<f32>(to)) - x * load<f64>(b + (j << 3))));
      }
    }
  }
  return 0;
}

/** matrix[i][j] *= a[i]·b[j], worked out in 64 bits, of n columns. `a` and `b` hold 64-bit values. */
export function scale(counter: usize, height: i32, n: i32, matrix: usize, a: usize, b: usize): i32 {
  for (let top = nextUnit(counter) * CHUNK; top < height; top = nextUnit(counter) * CHUNK) {
    for (let i = top; i < min(top + CHUNK, height); i++) {
      const x = load<f64>(a + (usize(i) << 3));
      const row = at(matrix, i, n, 0);
      for (let j: usize = 0; j < usize(n); j++) {
        const to = row + (j << 2);
        store<f32>(to, f32(f64(load<f32>(to)) * x * load<f64>(b + (j << 3))));
      }
    }
  }
  return 0;
}
