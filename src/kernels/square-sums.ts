/** Rows taken at a time: 64 x 64 values in 64 bits fill a first-level cache. */
export const panelRows = 64;

/**
 * The lower triangle of Y'·Y for the first n rows of d values, in 64 bits, always in the same order.
 * @param d a multiple of 4
 * @param into d x d by rows, overwritten; what it holds above the diagonal means nothing
 */
export function factorGram(factors: Float32Array, n: number, d: number, into: Float64Array): void {
  const panel = new Float64Array(panelRows * d);
  into.fill(0);
  for (let first = 0; first < n; first += panelRows) {
    const rows = Math.min(panelRows, n - first);
    panel.set(factors.subarray(first * d, (first + rows) * d));
    addSquares(panel, rows, d, into);
  }
}

/** Adds P'·P to the lower triangle of a d x d matrix (d a multiple of 4), by blocks of 2 x 4 sums that stay in registers. */
export function addSquares(panel: Float64Array, rows: number, d: number, matrix: Float64Array): void {
  const end = rows * d;
  for (let r = 0; r < d; r += 2) for (let c = 0; c <= r + 1; c += 4) addBlock(panel, end, d, r, c, matrix);
}

function addBlock(panel: Float64Array, end: number, d: number, r: number, c: number, matrix: Float64Array): void {
  let a0 = 0;
  let a1 = 0;
  let a2 = 0;
  let a3 = 0;
  let b0 = 0;
  let b1 = 0;
  let b2 = 0;
  let b3 = 0;
  for (let k = 0; k < end; k += d) {
    const x = panel[k + r]!;
    const y = panel[k + r + 1]!;
    const p0 = panel[k + c]!;
    const p1 = panel[k + c + 1]!;
    const p2 = panel[k + c + 2]!;
    const p3 = panel[k + c + 3]!;
    a0 += x * p0;
    a1 += x * p1;
    a2 += x * p2;
    a3 += x * p3;
    b0 += y * p0;
    b1 += y * p1;
    b2 += y * p2;
    b3 += y * p3;
  }
  const at = r * d + c;
  matrix[at]! += a0;
  matrix[at + 1]! += a1;
  matrix[at + 2]! += a2;
  matrix[at + 3]! += a3;
  matrix[at + d]! += b0;
  matrix[at + d + 1]! += b1;
  matrix[at + d + 2]! += b2;
  matrix[at + d + 3]! += b3;
}
