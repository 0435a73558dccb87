import type { Csr } from '#kernels/csr.ts';

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
  let basis = new Float32Array(columns * depth);
  for (let k = 0; k < basis.length; k++) basis[k] = random() + random() + random() - 1.5;
  const image = new Float32Array(rows * depth);
  for (let turn = 0; turn < iterations; turn++) {
    multiply(matrix, basis, depth, image);
    basis = multiplyTransposed(matrix, image, depth);
    orthonormalise(basis, columns, depth);
  }
  return basis;
}

/** Y = X·B into `out` (rows x depth, row-major), B columns x depth. */
export function multiply(
  { rows, indptr, indices, values }: Csr,
  dense: Float32Array,
  depth: number,
  out: Float32Array,
): void {
  out.fill(0);
  for (let r = 0; r < rows; r++) {
    const to = r * depth;
    for (let k = indptr[r]!; k < indptr[r + 1]!; k++) {
      const from = indices[k]! * depth;
      const value = values[k]!;
      for (let d = 0; d < depth; d++) out[to + d]! += value * dense[from + d]!;
    }
  }
}

function multiplyTransposed(
  { rows, columns, indptr, indices, values }: Csr,
  dense: Float32Array,
  depth: number,
): Float32Array<ArrayBuffer> {
  const out = new Float32Array(columns * depth);
  for (let r = 0; r < rows; r++) {
    const from = r * depth;
    for (let k = indptr[r]!; k < indptr[r + 1]!; k++) {
      const to = indices[k]! * depth;
      const value = values[k]!;
      for (let d = 0; d < depth; d++) out[to + d]! += value * dense[from + d]!;
    }
  }
  return out;
}

/** Makes the columns of A (n x d, row-major) orthonormal in place: A <- A·R⁻¹ with R'R = A'A (Cholesky QR). */
export function orthonormalise(a: Float32Array, n: number, d: number): void {
  const gram = new Float64Array(d * d);
  for (let r = 0; r < n; r++) {
    const row = r * d;
    for (let i = 0; i < d; i++) {
      const value = a[row + i]!;
      if (value !== 0) for (let j = 0; j <= i; j++) gram[i * d + j]! += value * a[row + j]!;
    }
  }
  let trace = 0;
  for (let i = 0; i < d; i++) trace += gram[i * d + i]!;
  const floor = (trace / d) * 1e-9 + 1e-30;
  for (let i = 0; i < d; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = gram[i * d + j]!;
      for (let k = 0; k < j; k++) sum -= gram[i * d + k]! * gram[j * d + k]!;
      if (i === j) gram[i * d + i] = Math.sqrt(Math.max(sum, floor));
      else gram[i * d + j] = sum / gram[j * d + j]!;
    }
  }
  for (let r = 0; r < n; r++) {
    const row = r * d;
    for (let i = 0; i < d; i++) {
      let sum = a[row + i]!;
      for (let j = 0; j < i; j++) sum -= gram[i * d + j]! * a[row + j]!;
      a[row + i] = sum / gram[i * d + i]!;
    }
  }
}
