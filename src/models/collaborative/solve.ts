import type { MatMul } from '#kernels/gemm.ts';
import { keepRows } from '#kernels/keep-rows.ts';
import { scaleBoth, subtractOuter } from '#kernels/outer.ts';
import type { Pool } from '#kernels/pool.ts';
import { spdSolve } from '#kernels/spd-solve.ts';
import { packRows, type PackedRows } from '#models/collaborative/packed-rows.ts';
import type { Moments } from '#models/collaborative/moments.ts';
import type { Drawn } from '#models/collaborative/parameters.ts';

export interface SolveOptions {
  /** The most weights kept a film. */
  readonly keep: number;
  readonly multiply?: MatMul;
}

export interface Solved {
  /** Films x films: what a liked film (row) brings to each other. */
  readonly weights: PackedRows;
  /** What every film has before anything is liked. */
  readonly intercept: Float32Array;
}

/** The least ridge, as a share of the largest diagonal: below, 32 bits cannot tell the matrix from a singular one. */
const leastRidge = 2e-5;

/**
 * The linear model y = b + B'x that is best in expectation over the drawn baskets, with a ridge on B and none on b:
 * B = (E[xx'] - E[x]E[x]'/w + D)⁻¹ (E[xy'] - E[x]E[y]'/w) with D = ridge·E|x|/teachers, b = (E[y] - B'E[x])/w.
 * With one film a basket this is, but for a constant a film, the shrunk share of those who liked i that also like j; with a share of the likes
 * it is a denoising linear autoencoder whose noise is the drawing of the basket itself. The diagonal is dropped and rows are pruned to the
 * weights that are largest in size, then b is worked out again, so that the expected score of every film stays right. (Counting the diagonal
 * in b changes nDCG@10 by less than .001 on MovieLens 1M.)
 * Destroys and frees the matrices of the moments. 7/3·films³ operations (films² for baskets of one).
 */
export async function solveMoments(
  pool: Pool,
  moments: Moments,
  { draw, ridge }: Drawn,
  { keep, multiply }: SolveOptions,
): Promise<Solved> {
  const { together, leading, inBasket, toFind } = moments;
  const n = inBasket.length;
  const total = Math.max(moments.weight, Number.MIN_VALUE);
  const diagonal = diagonalOf(moments, ridge);
  const mean = inBasket.map((x) => x / total);
  try {
    await subtractOuter(pool, leading, { a: mean, b: toFind });
    if ('films' in draw && draw.films === 1) await solveSingle(pool, leading, inBasket, diagonal, total);
    else {
      await subtractOuter(pool, together, { a: mean, b: inBasket, lower: true });
      for (let i = 0; i < n; i++) together[i * n + i] = (diagonal[i] ?? 0) - (inBasket[i] ?? 0) ** 2 / total;
      await spdSolve(pool, { a: together, n, b: leading, m: n }, multiply === undefined ? {} : { multiply });
    }
    const rows = await keepRows(pool, leading, n, keep);
    const brought = new Float64Array(n);
    for (const [i, { columns, values }] of rows.entries()) {
      const x = inBasket[i] ?? 0;
      for (let at = 0; at < columns.length; at++) {
        const j = columns[at] ?? 0;
        brought[j] = (brought[j] ?? 0) + x * (values[at] ?? 0);
      }
    }
    const intercept = Float32Array.from(brought, (sum, j) => ((toFind[j] ?? 0) - sum) / total);
    return { weights: packRows(rows, n), intercept };
  } finally {
    for (const array of [together, leading]) pool.free(array);
  }
}

/** The diagonal of E[xx'] + D. */
function diagonalOf({ inBasket, drawn, teachers }: Moments, ridge: number): Float64Array {
  let largest = 0;
  for (const x of inBasket) if (x > largest) largest = x;
  const strength = Math.max((ridge * drawn) / Math.max(1, teachers), leastRidge * largest, 1e-9);
  return inBasket.map((x) => x + strength);
}

// Baskets of one: the matrix is diagonal but for -E[x]E[x]'/w, and its inverse is known (Sherman and Morrison 1950).
async function solveSingle(
  pool: Pool,
  leading: Float32Array,
  inBasket: Float64Array,
  diagonal: Float64Array,
  w: number,
): Promise<void> {
  const n = inBasket.length;
  const shared = new Float64Array(n);
  let left = w;
  for (let i = 0; i < n; i++) {
    const share = (inBasket[i] ?? 0) / (diagonal[i] ?? 1);
    left -= share * (inBasket[i] ?? 0);
    for (let j = 0, at = i * n; j < n; j++, at++) shared[j] = (shared[j] ?? 0) + share * (leading[at] ?? 0);
  }
  const over = Math.max(left, Number.EPSILON * w);
  await subtractOuter(pool, leading, { a: inBasket.map((x) => -x), b: shared.map((sum) => sum / over) });
  await scaleBoth(pool, leading, { a: diagonal.map((value) => 1 / value), b: new Float64Array(n).fill(1) });
}
