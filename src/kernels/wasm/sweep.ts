import { at, nextUnit } from './units';

/** Rows a unit of work. */
const CHUNK = 64;

/**
 * Copies columns first … first + size of a symmetric matrix (n x n, lower triangle) to `panel`, transposed (size x n); the rows of the pivot
 * block itself become 0.
 */
export function gatherPanel(counter: usize, a: usize, n: i32, first: i32, size: i32, panel: usize): i32 {
  for (let top = nextUnit(counter) * CHUNK; top < n; top = nextUnit(counter) * CHUNK) {
    const bottom = min(top + CHUNK, n);
    const end = first + size;
    for (let r = 0; r < size; r++) {
      const to = at(panel, r, n, 0);
      for (let i = top; i < bottom; i++) {
        const value: f32 =
          i < first ? load<f32>(at(a, first + r, n, i)) : i < end ? 0 : load<f32>(at(a, i, n, first + r));
        store<f32>(to + (usize(i) << 2), value);
      }
    }
  }
  return 0;
}

/** Writes the swept pivot back into the lower triangle: its columns become `panel` (n x size), its own block -`inverse` (size x size). */
export function writePanel(counter: usize, a: usize, n: i32, first: i32, size: i32, panel: usize, inverse: usize): i32 {
  for (let top = nextUnit(counter) * CHUNK; top < n; top = nextUnit(counter) * CHUNK) {
    const bottom = min(top + CHUNK, n);
    const end = first + size;
    for (let i = max(top, end); i < bottom; i++)
      memory.copy(at(a, i, n, first), at(panel, i, size, 0), usize(size) << 2);
    for (let i = max(top, first); i < min(bottom, end); i++) {
      for (let r = 0; r < size; r++) store<f32>(at(a, i, n, first + r), -load<f32>(at(inverse, i - first, size, r)));
    }
    for (let r = 0; r < size; r++) {
      for (let i = top; i < min(bottom, first); i++)
        store<f32>(at(a, first + r, n, i), load<f32>(at(panel, i, size, r)));
    }
  }
  return 0;
}

/** Multiplies the lower triangle (n x n, diagonal included) by `sign` and copies it to the upper one. */
export function mirror(counter: usize, a: usize, n: i32, sign: f32): i32 {
  for (let top = nextUnit(counter) * CHUNK; top < n; top = nextUnit(counter) * CHUNK) {
    const bottom = min(top + CHUNK, n);
    for (let left = 0; left < bottom; left += CHUNK) {
      for (let i = top; i < bottom; i++) {
        for (let j = left; j < min(left + CHUNK, i + 1); j++) {
          const value = sign * load<f32>(at(a, i, n, j));
          store<f32>(at(a, i, n, j), value);
          store<f32>(at(a, j, n, i), value);
        }
      }
    }
  }
  return 0;
}
