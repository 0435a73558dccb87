import { transpose, type Csr } from './csr.ts';
import { openPlainKernels, type PlainKernels } from './plain-kernels.ts';
import { createSquares, panelRows } from './squares.ts';

/**
 * An orthonormal basis of the dominant right singular subspace of a sparse matrix X (rows x columns), by block power iteration on X'X
 * with a Cholesky orthonormalisation at each turn. Inner products of X·V do not depend on which basis of the subspace comes out.
 * Source: Halko, Martinsson, Tropp 2011, "Finding structure with randomness", algorithm 4.4.
 * @param depth d, the dimension of the subspace
 * @returns V, columns x d, row-major
 */
export function dominantSubspace(
  matrix: Csr,
  depth: number,
  { iterations, random }: { iterations: number; random: () => number },
): Float32Array {
  const { rows, columns } = matrix;
  const wide = wideOf(depth);
  const [there, back] = [matrix, transpose(matrix)];
  const kernels = openPlainKernels([...[there, back].flatMap(sizesOf), 4 * rows * wide, 4 * columns * wide]);
  const [imageAt = 0, basisAt = 0] = kernels.places.slice(6);
  const basis = new Float32Array(kernels.buffer, basisAt, columns * wide);
  for (let c = 0; c < columns; c++)
    for (let d = 0; d < depth; d++) basis[c * wide + d] = random() + random() + random() - 1.5;
  const forth = placeRows(kernels, kernels.places, there);
  const home = placeRows(kernels, kernels.places.slice(3), back);
  for (let turn = 0; turn < iterations; turn++) {
    forth(0, rows, wide, basisAt, imageAt);
    home(0, columns, wide, imageAt, basisAt);
    orthonormalise(basis, columns, depth, wide);
  }
  return unpadded(basis, columns, depth, wide);
}

/** Rows multiplied at a time. */
const rowsAtOnce = 4096;

/**
 * Y = X·B, a row at a time and in order, B columns x depth.
 * @param take told each row of Y, in scratch that the next overwrites
 */
export function multiply(
  matrix: Csr,
  dense: Float32Array,
  depth: number,
  take: (row: number, values: Float32Array) => void,
): void {
  const wide = wideOf(depth);
  const kernels = openPlainKernels([...sizesOf(matrix), 4 * matrix.columns * wide, 4 * rowsAtOnce * wide]);
  const [denseAt = 0, outAt = 0] = kernels.places.slice(3);
  const padded = new Float32Array(kernels.buffer, denseAt, matrix.columns * wide);
  for (let c = 0; c < matrix.columns; c++) padded.set(dense.subarray(c * depth, (c + 1) * depth), c * wide);
  const out = new Float32Array(kernels.buffer, outAt, rowsAtOnce * wide);
  const times = placeRows(kernels, kernels.places, matrix);
  for (let first = 0; first < matrix.rows; first += rowsAtOnce) {
    const rows = Math.min(rowsAtOnce, matrix.rows - first);
    times(first, rows, wide, denseAt, outAt);
    for (let r = 0; r < rows; r++) take(first + r, out.subarray(r * wide, r * wide + depth));
  }
}

/** The kernel sums 32 values at once. */
const wideOf = (depth: number): number => 32 * Math.ceil(depth / 32);

const sizesOf = ({ indptr, indices, values }: Csr): number[] => [
  indptr.byteLength,
  indices.byteLength,
  values.byteLength,
];

type Times = (first: number, rows: number, wide: number, dense: number, out: number) => void;

/** Copies a matrix to three blocks; what multiplies some of its rows. */
function placeRows({ buffer, run }: PlainKernels, places: readonly number[], { indptr, indices, values }: Csr): Times {
  const [startsAt = 0, columnsAt = 0, valuesAt = 0] = places;
  new Int32Array(buffer, startsAt).set(indptr);
  new Int32Array(buffer, columnsAt).set(indices);
  new Float32Array(buffer, valuesAt).set(values);
  return (first, rows, wide, dense, out) =>
    void run('sparseTimes', rows, startsAt + 4 * first, columnsAt, valuesAt, wide, dense, out);
}

function unpadded(a: Float32Array, n: number, depth: number, wide: number): Float32Array {
  const out = new Float32Array(n * depth);
  for (let r = 0; r < n; r++) out.set(a.subarray(r * wide, r * wide + depth), r * depth);
  return out;
}

/**
 * Makes the columns of A (n x d, row-major) orthonormal in place: A <- A·R⁻¹ with R'R = A'A (Cholesky QR), in 64 bits.
 * @param wide values from one row of A to the next
 */
export function orthonormalise(a: Float32Array, n: number, d: number, wide = d): void {
  const e = 4 * Math.ceil(d / 4);
  const squares = createSquares(e);
  const forPanels = (use: (first: number, rows: number) => void): void => {
    for (let first = 0; first < n; first += panelRows) {
      const rows = Math.min(panelRows, n - first);
      for (let r = 0; r < rows; r++) squares.panel.set(a.subarray((first + r) * wide, (first + r) * wide + d), r * e);
      use(first, rows);
    }
  };
  forPanels((_, rows) => squares.add(rows));
  squares.upper.set(inverseFactor(squares.matrix, d, e));
  forPanels((first, rows) => {
    const out = squares.times(rows);
    for (let r = 0; r < rows; r++) a.set(out.subarray(r * e, r * e + d), (first + r) * wide);
  });
}

/** R⁻¹ of R'R = G, d x d in e x e; pivots are held above a floor, so that dependent columns give small numbers, not none. */
function inverseFactor(gram: Float64Array, d: number, e: number): Float64Array {
  let trace = 0;
  for (let i = 0; i < d; i++) trace += gram[i * e + i]!;
  const floor = (trace / d) * 1e-9 + 1e-30;
  for (let i = 0; i < d; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = gram[i * e + j]!;
      for (let k = 0; k < j; k++) sum -= gram[i * e + k]! * gram[j * e + k]!;
      if (i === j) gram[i * e + i] = Math.sqrt(Math.max(sum, floor));
      else gram[i * e + j] = sum / gram[j * e + j]!;
    }
  }
  const inverse = new Float64Array(e * e);
  // Column by column of R⁻¹: R is the transpose of the lower triangle.
  for (let c = 0; c < d; c++) {
    inverse[c * e + c] = 1 / gram[c * e + c]!;
    for (let r = c - 1; r >= 0; r--) {
      let sum = 0;
      for (let k = r + 1; k <= c; k++) sum += gram[k * e + r]! * inverse[k * e + c]!;
      inverse[r * e + c] = -sum / gram[r * e + r]!;
    }
  }
  return inverse;
}
