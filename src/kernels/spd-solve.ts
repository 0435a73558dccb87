import { gemm, type MatMul } from './gemm.ts';
import type { Pool } from './pool.ts';
import { mostBlock, notPositive, precision } from './spd-inverse.ts';

/**
 * Replaces B by A⁻¹·B, in place, for a symmetric positive definite A, on all threads of the pool: n³/3 + 2·n²·m operations, where the inverse and a
 * product take n³ + 2·n²·m, and the solution is nearer. Cholesky by blocks, A = L·L', then L·Y = B and L'·X = Y, all but the blocks on the
 * diagonal by matrix products; those blocks are inverted in 64 bits. Beside the matrices it takes at most 256·(n + max(n, m)) values.
 * Source: Golub, Van Loan 2013, "Matrix Computations", sections 3.1 and 4.2.
 * @param a n x n by rows, allocated in the pool; only the lower triangle is read, and it is destroyed
 * @param b n x m by rows, allocated in the pool
 * @param multiply the matrix product, where another one than ours is at hand
 * @param blockSize rows solved at a time, 1 to 256
 * @throws RangeError, a sentence, when A is not positive definite to 32-bit precision (or holds NaN); B is then as it was
 */
export async function spdSolve(
  pool: Pool,
  { a, n, b, m }: { a: Float32Array; n: number; b: Float32Array; m: number },
  { multiply = gemm, blockSize = mostBlock }: { multiply?: MatMul; blockSize?: number } = {},
): Promise<void> {
  if (![n, m].every((size) => Number.isInteger(size) && size >= 0) || a.length < n * n || b.length < n * m)
    throw new RangeError(
      `To solve ${n} equations for ${m} columns takes ${n * n} and ${n * m} values; there are ${a.length} and ${b.length}.`,
    );
  if (n === 0) return;
  const block = Math.min(blockSize, mostBlock, n);
  const spare = pool.floats(block * Math.max(n, m));
  const pivot = pool.floats(block * block);
  try {
    await factor(pool, { a, n, block }, { spare, pivot, multiply });
    for (let first = 0; first < n; first += block) await solveRows(first, false);
    for (let first = Math.floor((n - 1) / block) * block; first >= 0; first -= block) await solveRows(first, true);
  } finally {
    for (const scratch of [spare, pivot]) pool.free(scratch);
  }

  // Takes the rows that are solved out of one block of rows of B, then solves it with its own block of L, whose inverse stands in A.
  async function solveRows(first: number, transposed: boolean): Promise<void> {
    const size = Math.min(block, n - first);
    const from = transposed ? first + size : 0;
    const k = transposed ? n - from : first;
    const rows = b.subarray(first * m, (first + size) * m);
    const beside = transposed ? a.subarray(from * n + first) : a.subarray(first * n);
    const shape = { m: size, n: m, lda: n, transposeA: transposed };
    if (k > 0) await multiply(pool, { ...shape, k, a: beside, b: b.subarray(from * m), c: rows, alpha: -1, beta: 1 });
    await multiply(pool, { ...shape, k: size, a: a.subarray(first * n + first), b: rows, c: spare });
    rows.set(spare.subarray(0, size * m));
  }
}

/** The lower triangle of A becomes L of A = L·L', its blocks on the diagonal their own inverses, with zeros above. */
async function factor(
  pool: Pool,
  { a, n, block }: { a: Float32Array; n: number; block: number },
  { spare, pivot, multiply }: { spare: Float32Array; pivot: Float32Array; multiply: MatMul },
): Promise<void> {
  const floors = pool.floats(n);
  try {
    for (let i = 0; i < n; i++) floors[i] = precision * a[i * n + i]!;
    for (let first = 0; first < n; first += block) {
      const size = Math.min(block, n - first);
      const corner = a.subarray(first * n + first);
      const failed = Math.max(...(await pool.run('factorPivot', corner, n, size, floors.subarray(first), pivot)));
      if (failed > 0) throw notPositive(first + failed - 1, n);
      for (let i = 0; i < size; i++) corner.set(pivot.subarray(i * size, (i + 1) * size), i * n);
      const below = n - first - size;
      if (below === 0) continue;
      const panel = a.subarray((first + size) * n + first);
      await multiply(pool, { m: below, n: size, k: size, a: panel, lda: n, b: pivot, transposeB: true, c: spare });
      for (let i = 0; i < below; i++) panel.set(spare.subarray(i * size, (i + 1) * size), i * n);
      const rest = {
        m: below,
        n: below,
        k: size,
        a: spare,
        b: spare,
        transposeB: true,
        alpha: -1,
        beta: 1,
        lower: true,
      };
      await multiply(pool, { ...rest, c: a.subarray((first + size) * (n + 1)), ldc: n });
    }
  } finally {
    pool.free(floors);
  }
}
