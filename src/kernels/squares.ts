import { openPlainKernels } from './plain-kernels.ts';

/** Rows taken at a time: 64 x 64 values in 64 bits fill a first-level cache. */
export const panelRows = 64;

/** A d x d matrix in 64 bits that grows by sums of squares, with SIMD in a memory of its own. */
export interface Squares {
  /** d x d by rows, of which the lower triangle counts: what it holds above the diagonal means nothing. */
  readonly matrix: Float64Array;
  /** P, at most `panelRows` rows of d values. */
  readonly panel: Float64Array;
  /** Adds P'·P, P the first `rows` rows of the panel, always in the same order. */
  add(rows: number): void;
  /**
   * Cholesky in place: the lower triangle A = L·L' becomes L. For matrices of a hundred rows; large ones go to spd-inverse.ts.
   * @throws RangeError, a sentence, when the matrix is not positive definite
   */
  factorise(): void;
  /** U, d x d by rows, 0 under its diagonal. */
  readonly upper: Float64Array;
  /** P·U, P the first `rows` rows of the panel, in scratch that the next call overwrites. */
  times(rows: number): Float64Array;
}

/** @param d a multiple of 4 */
export function createSquares(d: number): Squares {
  const { buffer, places, run } = openPlainKernels([8 * d * d, 8 * d * panelRows, 8 * d * d, 8 * d * panelRows]);
  const [matrixAt = 0, panelAt = 0, upperAt = 0, outAt = 0] = places;
  const out = new Float64Array(buffer, outAt, d * panelRows);
  return {
    matrix: new Float64Array(buffer, matrixAt, d * d),
    panel: new Float64Array(buffer, panelAt, d * panelRows),
    add: (rows) => void run('addSquares', panelAt, rows, d, matrixAt),
    factorise() {
      const failed = run('factorise', matrixAt, d);
      if (failed >= 0)
        throw new RangeError(
          `The matrix is not positive definite at row ${failed} of ${d}. Take a larger regularisation.`,
        );
    },
    upper: new Float64Array(buffer, upperAt, d * d),
    times(rows) {
      run('timesUpper', panelAt, 4 * Math.ceil(rows / 4), d, upperAt, outAt);
      return out;
    },
  };
}

/**
 * The lower triangle of Y'·Y for the first n rows of d values, in 64 bits, always in the same order.
 * @param d a multiple of 4
 * @returns d x d by rows; what it holds above the diagonal means nothing
 */
export function factorGram(factors: Float32Array, n: number, d: number): Float64Array {
  const { matrix, panel, add } = createSquares(d);
  for (let first = 0; first < n; first += panelRows) {
    const rows = Math.min(panelRows, n - first);
    panel.set(factors.subarray(first * d, (first + rows) * d));
    add(rows);
  }
  return matrix;
}

/** Solves L·L' x = b in place, L as `factorise` left it. */
export function substitute(l: Float64Array, n: number, b: Float64Array): void {
  for (let i = 0; i < n; i++) {
    let sum = b[i]!;
    for (let k = 0; k < i; k++) sum -= l[i * n + k]! * b[k]!;
    b[i] = sum / l[i * n + i]!;
  }
  for (let i = n - 1; i >= 0; i--) {
    const value = b[i]! / l[i * n + i]!;
    b[i] = value;
    for (let k = 0; k < i; k++) b[k]! -= l[i * n + k]! * value;
  }
}
