import type { Csr } from '#kernels/csr.ts';

/** The weighted sum of the rows of a sparse matrix, in double precision: columns values. */
export function centroid({ rows, columns, indptr, indices, values }: Csr, weights: Float64Array): Float64Array {
  const sum = new Float64Array(columns);
  for (let r = 0; r < rows; r++) {
    const weight = weights[r]!;
    if (weight === 0) continue;
    for (let k = indptr[r]!; k < indptr[r + 1]!; k++) sum[indices[k]!]! += weight * values[k]!;
  }
  return sum;
}

/** into[r] += row r · vector. */
export function addRowDots({ rows, indptr, indices, values }: Csr, vector: Float64Array, into: Float64Array): void {
  for (let r = 0; r < rows; r++) {
    let sum = 0;
    for (let k = indptr[r]!; k < indptr[r + 1]!; k++) sum += values[k]! * vector[indices[k]!]!;
    into[r]! += sum;
  }
}

/** into[r] += scale x (row r · the weighted sum of the rows), for a dense matrix of `depth` columns in bytes. */
export function addLatentDots(
  latent: Int8Array,
  depth: number,
  weights: Float64Array,
  scale: number,
  into: Float64Array,
): void {
  const sum = new Float64Array(depth);
  for (let r = 0; r < weights.length; r++) {
    const weight = weights[r]!;
    if (weight !== 0) for (let d = 0; d < depth; d++) sum[d]! += weight * latent[r * depth + d]!;
  }
  for (let r = 0; r < into.length; r++) {
    let dot = 0;
    for (let d = 0; d < depth; d++) dot += latent[r * depth + d]! * sum[d]!;
    into[r]! += scale * dot;
  }
}
