import { at, nextUnit } from './units';

/**
 * The inverse of one pivot block, in 64 bits: Cholesky A = L·L', L⁻¹, then L⁻ᵀ·L⁻¹. Reads the lower triangle of the `size` x `size` block at
 * `a` (row stride n), writes the full inverse to `out` (size x size). `floors[i]` is the least pivot that still holds a correct digit.
 * `scratch`: 8·size·(size + 2) bytes.
 * @returns 0, or 1 + the row whose pivot is not above its floor
 */
export function invertPivot(
  counter: usize,
  a: usize,
  n: i32,
  size: i32,
  floors: usize,
  out: usize,
  scratch: usize,
): i32 {
  if (nextUnit(counter) != 0) return 0;
  const stride = strideOf(size);
  const work = scratch + stride;
  const failed = factorise(a, n, size, floors, work, stride);
  if (failed != 0) return failed;
  invertLower(work, stride, size, scratch);
  multiplyByTranspose(work, stride, size, scratch);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) {
      const value = f32(load<f64>(cell(work, stride, i, j)));
      store<f32>(at(out, i, size, j), value);
      store<f32>(at(out, j, size, i), value);
    }
  }
  return 0;
}

/**
 * The inverse of the Cholesky factor of one pivot block, in 64 bits: A = L·L', then L⁻¹, written to `out` (size x size, 0 above the diagonal).
 * The rest is as in invertPivot.
 */
export function factorPivot(
  counter: usize,
  a: usize,
  n: i32,
  size: i32,
  floors: usize,
  out: usize,
  scratch: usize,
): i32 {
  if (nextUnit(counter) != 0) return 0;
  const stride = strideOf(size);
  const work = scratch + stride;
  const failed = factorise(a, n, size, floors, work, stride);
  if (failed != 0) return failed;
  invertLower(work, stride, size, scratch);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < size; j++)
      store<f32>(at(out, i, size, j), j > i ? 0 : f32(load<f64>(cell(work, stride, i, j))));
  }
  return 0;
}

// Rows of an even number of 64-bit values, so that vectors of two may run past the diagonal.
function strideOf(size: i32): usize {
  return usize((size + 1) & ~1) << 3;
}

function factorise(a: usize, n: i32, size: i32, floors: usize, work: usize, stride: usize): i32 {
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < size; j++) store<f64>(cell(work, stride, i, j), j > i ? 0 : f64(load<f32>(at(a, i, n, j))));
  }
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) {
      const sum = load<f64>(cell(work, stride, i, j)) - dot(row(work, stride, i), row(work, stride, j), j);
      if (j < i) store<f64>(cell(work, stride, i, j), sum / load<f64>(cell(work, stride, j, j)));
      else if (sum > f64(load<f32>(floors + (usize(i) << 2))) && sum < Infinity)
        store<f64>(cell(work, stride, i, i), sqrt(sum));
      else return 1 + i;
    }
  }
  return 0;
}

// L <- L⁻¹ in place: row i = (e_i - sum over k < i of L[i][k]·row k) / L[i][i].
function invertLower(work: usize, stride: usize, size: i32, spare: usize): void {
  for (let i = 0; i < size; i++) {
    const to = row(work, stride, i);
    const scale = 1 / load<f64>(cell(work, stride, i, i));
    memory.copy(spare, to, stride);
    memory.fill(to, 0, stride);
    for (let k = 0; k < i; k++) addScaled(to, row(work, stride, k), -scale * load<f64>(spare + (usize(k) << 3)), k + 1);
    store<f64>(cell(work, stride, i, i), scale);
  }
}

// X <- X'·X in place, lower triangle: row i uses rows k >= i only, none of them written before it.
function multiplyByTranspose(work: usize, stride: usize, size: i32, spare: usize): void {
  for (let i = 0; i < size; i++) {
    memory.fill(spare, 0, stride);
    for (let k = i; k < size; k++) addScaled(spare, row(work, stride, k), load<f64>(cell(work, stride, k, i)), i + 1);
    memory.copy(row(work, stride, i), spare, usize(i + 1) << 3);
  }
}

function dot(a: usize, b: usize, length: i32): f64 {
  let even = f64x2.splat(0);
  let odd = f64x2.splat(0);
  let k = 0;
  for (; k + 4 <= length; k += 4, a += 32, b += 32) {
    even = f64x2.add(even, f64x2.mul(v128.load(a), v128.load(b)));
    odd = f64x2.add(odd, f64x2.mul(v128.load(a, 16), v128.load(b, 16)));
  }
  even = f64x2.add(even, odd);
  let sum = f64x2.extract_lane(even, 0) + f64x2.extract_lane(even, 1);
  for (; k < length; k++, a += 8, b += 8) sum += load<f64>(a) * load<f64>(b);
  return sum;
}

// to += factor·from; an odd length runs one value further, where both rows hold 0 or padding.
function addScaled(to: usize, from: usize, factor: f64, length: i32): void {
  const scale = f64x2.splat(factor);
  for (let k = 0; k < length; k += 2, to += 16, from += 16)
    v128.store(to, f64x2.add(v128.load(to), f64x2.mul(scale, v128.load(from))));
}

function row(work: usize, stride: usize, i: i32): usize {
  return work + usize(i) * stride;
}

function cell(work: usize, stride: usize, i: i32, j: i32): usize {
  return row(work, stride, i) + (usize(j) << 3);
}
