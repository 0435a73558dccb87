/** The byte address of element (row, column) of a matrix of 8-byte values, `d` a row. */
function at(base: usize, row: i32, d: i32, column: i32): usize {
  return base + (usize(row * d + column) << 3);
}

/** Adds P'·P to the lower triangle of a d x d matrix, d a multiple of 4: P is `rows` x d. 64 bits; each sum row by row, then added. */
export function addSquares(panel: usize, rows: i32, d: i32, matrix: usize): void {
  for (let r = 0; r < d; r += 4)
    for (let c = 0; c <= r; c += 4) addBlock(at(panel, 0, d, r), at(panel, 0, d, c), rows, d, at(matrix, r, d, c));
}

function addBlock(left: usize, right: usize, rows: i32, d: i32, matrix: usize): void {
  let a0 = f64x2.splat(0);
  let a1 = f64x2.splat(0);
  let b0 = f64x2.splat(0);
  let b1 = f64x2.splat(0);
  let c0 = f64x2.splat(0);
  let c1 = f64x2.splat(0);
  let d0 = f64x2.splat(0);
  let d1 = f64x2.splat(0);
  const step = usize(d) << 3;
  for (let k = 0; k < rows; k++, left += step, right += step) {
    const p0 = v128.load(right);
    const p1 = v128.load(right, 16);
    const a = v128.load64_splat(left);
    a0 = f64x2.add(a0, f64x2.mul(a, p0));
    a1 = f64x2.add(a1, f64x2.mul(a, p1));
    const b = v128.load64_splat(left, 8);
    b0 = f64x2.add(b0, f64x2.mul(b, p0));
    b1 = f64x2.add(b1, f64x2.mul(b, p1));
    const c = v128.load64_splat(left, 16);
    c0 = f64x2.add(c0, f64x2.mul(c, p0));
    c1 = f64x2.add(c1, f64x2.mul(c, p1));
    const e = v128.load64_splat(left, 24);
    d0 = f64x2.add(d0, f64x2.mul(e, p0));
    d1 = f64x2.add(d1, f64x2.mul(e, p1));
  }
  addPair(matrix, a0, a1);
  addPair(matrix + step, b0, b1);
  addPair(matrix + 2 * step, c0, c1);
  addPair(matrix + 3 * step, d0, d1);
}

function addPair(to: usize, first: v128, second: v128): void {
  v128.store(to, f64x2.add(v128.load(to), first));
  v128.store(to, f64x2.add(v128.load(to, 16), second), 16);
}

/**
 * Cholesky in 64 bits, in place: the lower triangle of A (d x d) becomes L, A = L·L'.
 * @returns the row at which A is not positive definite, -1 when it is
 */
export function factorise(a: usize, d: i32): i32 {
  for (let i = 0; i < d; i++) {
    const row = at(a, i, d, 0);
    for (let j = 0; j < i; j++) {
      const other = at(a, j, d, 0);
      const cell = row + (usize(j) << 3);
      store<f64>(cell, (load<f64>(cell) - partialDot(row, other, j)) / load<f64>(other + (usize(j) << 3)));
    }
    const cell = row + (usize(i) << 3);
    const pivot = load<f64>(cell) - partialDot(row, row, i);
    if (!(pivot > 0)) return i;
    store<f64>(cell, Math.sqrt(pivot));
  }
  return -1;
}

function partialDot(x: usize, y: usize, length: i32): f64 {
  let s01 = f64x2.splat(0);
  let s23 = f64x2.splat(0);
  let k = 0;
  for (; k + 3 < length; k += 4, x += 32, y += 32) {
    s01 = f64x2.add(s01, f64x2.mul(v128.load(x), v128.load(y)));
    s23 = f64x2.add(s23, f64x2.mul(v128.load(x, 16), v128.load(y, 16)));
  }
  let s0 = f64x2.extract_lane(s01, 0);
  for (; k < length; k++, x += 8, y += 8) s0 += load<f64>(x) * load<f64>(y);
  return s0 + f64x2.extract_lane(s01, 1) + (f64x2.extract_lane(s23, 0) + f64x2.extract_lane(s23, 1));
}

/** out = P·U: P and out are `rows` x d, a multiple of 4 both; U is d x d, 0 under its diagonal. 64 bits. */
export function timesUpper(panel: usize, rows: i32, d: i32, upper: usize, out: usize): void {
  for (let r = 0; r < rows; r += 4)
    for (let c = 0; c < d; c += 4)
      multiplyBlock(at(panel, r, d, 0), at(upper, 0, d, c), min(c + 4, d), usize(d) << 3, at(out, r, d, c));
}

function multiplyBlock(left: usize, right: usize, depth: i32, step: usize, out: usize): void {
  let a0 = f64x2.splat(0);
  let a1 = f64x2.splat(0);
  let b0 = f64x2.splat(0);
  let b1 = f64x2.splat(0);
  let c0 = f64x2.splat(0);
  let c1 = f64x2.splat(0);
  let d0 = f64x2.splat(0);
  let d1 = f64x2.splat(0);
  for (let k = 0; k < depth; k++, left += 8, right += step) {
    const p0 = v128.load(right);
    const p1 = v128.load(right, 16);
    const a = v128.load64_splat(left);
    a0 = f64x2.add(a0, f64x2.mul(a, p0));
    a1 = f64x2.add(a1, f64x2.mul(a, p1));
    const b = v128.load64_splat(left + step);
    b0 = f64x2.add(b0, f64x2.mul(b, p0));
    b1 = f64x2.add(b1, f64x2.mul(b, p1));
    const c = v128.load64_splat(left + 2 * step);
    c0 = f64x2.add(c0, f64x2.mul(c, p0));
    c1 = f64x2.add(c1, f64x2.mul(c, p1));
    const e = v128.load64_splat(left + 3 * step);
    d0 = f64x2.add(d0, f64x2.mul(e, p0));
    d1 = f64x2.add(d1, f64x2.mul(e, p1));
  }
  v128.store(out, a0);
  v128.store(out, a1, 16);
  v128.store(out + step, b0);
  v128.store(out + step, b1, 16);
  v128.store(out + 2 * step, c0);
  v128.store(out + 2 * step, c1, 16);
  v128.store(out + 3 * step, d0);
  v128.store(out + 3 * step, d1, 16);
}
