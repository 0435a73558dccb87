import { gemm, type MatMul } from './gemm.ts';
import type { Pool } from './pool.ts';

/** The most that the scratch of a thread holds in 64 bits, and the depth of one packed panel of gemm. */
export const mostBlock = 256;
/** Relative precision of a 32-bit number. */
export const precision = 2 ** -23;

/**
 * Replaces a symmetric positive definite matrix by its inverse, in place, on all threads of the pool: n³ operations, where a general inverse
 * takes 8/3·n³. Symmetric Gauss-Jordan by blocks (the sweep operator): with D the pivot block, C the columns below and above it,
 * D <- -D⁻¹, C <- C·D⁻¹, and everything else <- itself - C·D⁻¹·C'; once every block is swept the matrix is -A⁻¹. Pivots are inverted in 64
 * bits by Cholesky, the rest is 32-bit products. Beside the matrix it takes at most 2·256·n values.
 * Source: Goodnight 1979, "A tutorial on the SWEEP operator"; Bientinesi, Gunter, van de Geijn 2008, "Families of algorithms related to the
 * inversion of a symmetric positive definite matrix".
 * @param a n x n by rows, allocated in the pool; only the lower triangle is read, both are written
 * @param multiply the matrix product, where another one than ours is at hand
 * @param blockSize rows and columns swept at a time, 1 to 256
 * @throws RangeError, a sentence, when the matrix is not positive definite to 32-bit precision (or holds NaN); it is then destroyed
 */
export async function spdInverse(
  pool: Pool,
  a: Float32Array,
  n: number,
  { multiply = gemm, blockSize = blockFor(n) }: { multiply?: MatMul; blockSize?: number } = {},
): Promise<void> {
  if (!Number.isInteger(n) || n < 0 || a.length < n * n)
    throw new RangeError(`A matrix of ${n} x ${n} needs ${n * n} values; there are ${a.length}.`);
  if (n === 0) return;
  const block = Math.min(blockSize, mostBlock, n);
  const floors = pool.floats(n);
  const pivot = pool.floats(block * block);
  const panel = pool.floats(n > block ? n * block : 1);
  const scaled = pool.floats(n > block ? n * block : 1);
  try {
    for (let i = 0; i < n; i++) floors[i] = precision * a[i * n + i]!;
    for (let first = 0; first < n; first += block) {
      const size = Math.min(block, n - first);
      const corner = a.subarray(first * n + first);
      const failed = Math.max(...(await pool.run('invertPivot', corner, n, size, floors.subarray(first), pivot)));
      if (failed > 0) throw notPositive(first + failed - 1, n);
      if (n > size) {
        await pool.run('gatherPanel', a, n, first, size, panel);
        await multiply(pool, { m: n, n: size, k: size, a: panel, lda: n, transposeA: true, b: pivot, c: scaled });
        await multiply(pool, { m: n, n, k: size, a: scaled, b: panel, c: a, alpha: -1, beta: 1, lower: true });
      }
      await pool.run('writePanel', a, n, first, size, scaled, pivot);
    }
    await pool.run('mirror', a, n, -1);
  } finally {
    for (const scratch of [floors, pivot, panel, scaled]) pool.free(scratch);
  }
}

// Small blocks spend less on the pivots, large ones more in the fast product: about a sixteenth, measured at n = 500 to 4 000.
function blockFor(n: number): number {
  return Math.max(64, 32 * Math.ceil(n / 16 / 32));
}

/** The refusal of a matrix that is not positive definite. */
export function notPositive(row: number, n: number): RangeError {
  return new RangeError(
    `The matrix is not positive definite: row ${row} of ${n} depends on those before it, or its diagonal is not a positive number. Add a larger regularisation to the diagonal.`,
  );
}
