import type { Csr } from '#kernels/csr.ts';
import { gemm, type MatMul } from '#kernels/gemm.ts';
import { drawnMoments } from '#kernels/gram-pair.ts';
import { keepRows } from '#kernels/keep-rows.ts';
import { scaleBoth } from '#kernels/outer.ts';
import type { Pool } from '#kernels/pool.ts';
import { spdInverse } from '#kernels/spd-inverse.ts';
import { packRows } from '#models/collaborative/packed-rows.ts';
import type { Denoised } from '#models/collaborative/parameters.ts';
import type { Solved } from '#models/collaborative/solve.ts';

/** The least l2, as a share of the largest diagonal: below, 32 bits cannot tell the matrix from a singular one. */
const leastRidge = 2e-5;

/**
 * A denoising linear autoencoder of whole tastes: G = X' diag(n^-viewerExponent) X, L = l2 + p/(1-p)·(likes of each film),
 * P = (G + L)⁻¹, B = -P·diag(L'), with a zero diagonal, where L' = max(L, (1 - relaxation)/diag(P)): 1/diag(P) without relaxation, else what keeps the diagonal of B under it; then
 * B_ij <- B_ij (n_i/n_j)^filmExponent. films³ operations.
 * Sources: Steck 2019 (EASE), Steck 2020 (EDLAE), Moon, Kim, Lee 2023 (RDLAE), Park et al. 2025 (DAN).
 * @param likes viewers x films, 1 a like
 * @returns the weights pruned to `keep` a film; there is no intercept
 */
export async function denoise(
  pool: Pool,
  likes: Csr,
  { dropout, l2, relaxation, filmExponent, viewerExponent }: Denoised & { readonly viewerExponent: number },
  {
    keep,
    viewerWeights,
    multiply = gemm,
  }: { keep: number; viewerWeights?: Float32Array | undefined; multiply?: MatMul },
): Promise<Solved> {
  const { rows: viewers, columns: n, indptr, indices } = likes;
  const weights = new Float32Array(viewers);
  const counts = new Float64Array(n);
  const diagonal = new Float64Array(n);
  for (let viewer = 0; viewer < viewers; viewer++) {
    const [start, end] = [indptr[viewer] ?? 0, indptr[viewer + 1] ?? 0];
    if (start === end) continue;
    const w = viewerWeights?.[viewer] ?? 1;
    const weight = Math.fround(w * (end - start) ** -viewerExponent);
    weights[viewer] = weight;
    for (let at = start; at < end; at++) {
      const film = indices[at] ?? 0;
      counts[film] = (counts[film] ?? 0) + w;
      diagonal[film] = (diagonal[film] ?? 0) + weight;
    }
  }
  const { together, leading: matrix } = await drawnMoments(pool, {
    rows: likes,
    pairs: weights,
    leads: weights,
    alone: true,
  });
  pool.free(together);
  try {
    const largest = diagonal.reduce((most, value) => Math.max(most, value), 0);
    const penalty = counts.map((count) => Math.max(l2, leastRidge * largest, 1e-9) + (dropout / (1 - dropout)) * count);
    for (let i = 0; i < n; i++) matrix[i * n + i] = Math.fround(diagonal[i] ?? 0) + (penalty[i] ?? 0);
    await spdInverse(pool, matrix, n, { multiply });
    const scale = penalty.map((value, j) => Math.max(value, (1 - relaxation) / (matrix[j * n + j] ?? 1)));
    const lean = counts.map((count) => Math.max(count, 1) ** filmExponent);
    await scaleBoth(pool, matrix, { a: lean, b: scale.map((value, j) => -value / (lean[j] ?? 1)) });
    const rows = await keepRows(pool, matrix, n, keep);
    return { weights: packRows(rows, n), intercept: new Float32Array(n) };
  } finally {
    pool.free(matrix);
  }
}
