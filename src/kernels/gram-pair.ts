import { onlyRows, transpose, type Csr } from './csr.ts';
import { checkIndices } from './gram.ts';
import type { Pool } from './pool.ts';

/**
 * G = X'·diag(first)·X and H = X'·diag(second)·X of the pattern of a sparse X (what is stored counts 1), off the diagonal, in one sweep and one
 * array of columns x columns, allocated in the pool (the caller frees it): only `drawnMoments` reads it.
 * @param first, second one a row of X
 */
export async function gramPair(
  pool: Pool,
  matrix: Csr,
  first: Float32Array,
  second: Float32Array,
): Promise<Float32Array<SharedArrayBuffer>> {
  const n = matrix.columns;
  const both = pool.floats(n * n);
  await withPattern(pool, matrix, [first, second], (pattern) => pool.run('gramPair', n, ...pattern, both));
  return both;
}

/** How two moments are put together from a pair of Gram matrices and from the rows that those leave out. */
export interface DrawnMoments {
  /** The rows added to the pair, or all rows when there is no pair, and their weights in each moment. */
  readonly rows: Csr;
  readonly pairs: Float32Array;
  readonly leads: Float32Array;
  /** What is taken of G and H: together = a·G + …, leading = b·G + c·H + … */
  readonly shared?:
    | { readonly both: Float32Array; readonly a: number; readonly b: number; readonly c: number }
    | undefined;
  /** Only `leading` is wanted: `together` has no values. */
  readonly alone: boolean;
}

/**
 * together = a·G + R'·diag(pairs)·R and leading = b·G + c·H + R'·diag(leads)·R of the pattern of R, off the diagonal, which stays 0.
 * @returns columns x columns by rows, symmetric, allocated in the pool (the caller frees them)
 */
export async function drawnMoments(
  pool: Pool,
  { rows, pairs, leads, shared, alone }: DrawnMoments,
): Promise<{ together: Float32Array<SharedArrayBuffer>; leading: Float32Array<SharedArrayBuffer> }> {
  const n = rows.columns;
  const together = pool.floats(alone ? 0 : n * n);
  const leading = pool.floats(n * n);
  const { both = leading, a = 0, b = 0, c = 0 } = shared ?? {};
  await withPattern(pool, rows, [pairs, leads], (pattern) =>
    pool.run('drawnMoments', n, ...pattern, both, a, b, c, Number(alone), together, leading),
  );
  for (const matrix of alone ? [leading] : [leading, together]) await pool.run('mirror', matrix, n, 1);
  return { together, leading };
}

/** The rows of the matrix with a weight, in the pool for as long as they are used. */
async function withPattern(
  pool: Pool,
  matrix: Csr,
  weights: readonly Float32Array[],
  use: (pattern: (Float32Array | Int32Array)[]) => Promise<unknown>,
): Promise<void> {
  checkIndices(matrix.indices, matrix.columns);
  const wanted = Uint8Array.from({ length: matrix.rows }, (_, r) => Number(weights.some((weight) => weight[r] !== 0)));
  const kept = wanted.every((flag) => flag === 1) ? matrix : onlyRows(matrix, wanted);
  const byColumn = transpose(kept);
  const chosen = weights.map((weight) => (kept === matrix ? weight : weight.filter((_, r) => wanted[r] === 1)));
  const held = [kept.indptr, kept.indices, byColumn.indptr, byColumn.indices, ...chosen].map((array) => {
    const copy = array instanceof Int32Array ? pool.integers(array.length) : pool.floats(array.length);
    copy.set(array);
    return copy;
  });
  try {
    await use(held);
  } finally {
    for (const array of held) pool.free(array);
  }
}
