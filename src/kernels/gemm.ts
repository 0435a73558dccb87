import type { Pool } from './pool.ts';

/** C = alpha·op(A)·op(B) + beta·C; matrices by rows in arrays of the pool, `ld` values from one row to the next (all at least the width of a row). */
export interface MatMulJob {
  /** C is m x n, op(A) m x k, op(B) k x n. */
  readonly m: number;
  readonly n: number;
  readonly k: number;
  readonly a: Float32Array;
  readonly lda?: number;
  /** A holds k x m: its transpose is used. */
  readonly transposeA?: boolean;
  readonly b: Float32Array;
  readonly ldb?: number;
  /** B holds n x k: its transpose is used. */
  readonly transposeB?: boolean;
  /** Must overlap neither A nor B. */
  readonly c: Float32Array;
  readonly ldc?: number;
  readonly alpha?: number;
  /** 0 by default: what C held is then not read. */
  readonly beta?: number;
  /** Only C[i][j] with j <= i are wanted; the others may or may not be written. */
  readonly lower?: boolean;
}

/** Multiplies matrices. Another implementation (a native library) may stand in for `gemm`: it reads and writes the same shared arrays. */
export type MatMul = (pool: Pool, job: MatMulJob) => Promise<void>;

/** The largest tile of C a thread takes at once, in rows and columns: its packed panels (256 deep) fit the second-level cache. */
const largestTile = { rows: 384, columns: 768 } as const;
const smallestTile = { rows: 96, columns: 192 } as const;
const sharedTiles = [
  largestTile,
  { rows: 384, columns: 384 },
  { rows: 192, columns: 384 },
  { rows: 192, columns: 192 },
  smallestTile,
];

/**
 * Multiplies two dense 32-bit matrices on all threads of the pool: 2·m·n·k operations. The result does not depend on the number of threads,
 * nor on how the tiles are cut: each value is summed in the same order.
 * @throws RangeError, a sentence, when an array is too short, or not of this pool
 */
export const gemm: MatMul = async (pool, job) => {
  const { m, n, k, a, b, c, transposeA = false, transposeB = false, alpha = 1, beta = 0, lower = false } = job;
  const { lda = transposeA ? m : k, ldb = transposeB ? k : n, ldc = n } = job;
  checkProduct(job);
  const { rows, columns } = tileFor(m, n, pool.threads);
  await pool.run(
    'gemm',
    m,
    n,
    k,
    a,
    ...strides(lda, transposeA),
    b,
    ...strides(ldb, transposeB),
    c,
    ldc,
    alpha,
    beta,
    Number(lower),
    rows,
    columns,
  );
};

/** @throws RangeError, a sentence, when an array is too short or a row too narrow for the sizes of the product */
export function checkProduct({ m, n, k, a, b, c, transposeA = false, transposeB = false, ...job }: MatMulJob): void {
  const { lda = transposeA ? m : k, ldb = transposeB ? k : n, ldc = n } = job;
  checkShape('A', a, transposeA ? k : m, transposeA ? m : k, lda);
  checkShape('B', b, transposeB ? n : k, transposeB ? k : n, ldb);
  checkShape('C', c, m, n, ldc);
}

function checkShape(name: string, array: Float32Array, rows: number, columns: number, ld: number): void {
  if (![rows, columns, ld].every((size) => Number.isInteger(size) && size >= 0))
    throw new RangeError(`The sizes of ${name} (${rows} x ${columns}, ${ld} a row) are not whole numbers.`);
  const needed = rows === 0 || columns === 0 ? 0 : (rows - 1) * ld + columns;
  if (ld < columns || array.length < needed) {
    throw new RangeError(
      `${name} of ${rows} x ${columns}, ${ld} values a row, needs an array of ${needed} values and rows of at least ${columns}; it has ${array.length}.`,
    );
  }
}

/** From one row to the next, and from one column to the next. */
function strides(ld: number, transposed: boolean): [number, number] {
  return transposed ? [1, ld] : [ld, 1];
}

// Large tiles pack less, small ones share the work out better: the largest that leave four a thread.
function tileFor(m: number, n: number, threads: number): { rows: number; columns: number } {
  if (threads === 1) return largestTile;
  const enough = sharedTiles.find(({ rows, columns }) => Math.ceil(m / rows) * Math.ceil(n / columns) >= 4 * threads);
  return enough ?? smallestTile;
}
