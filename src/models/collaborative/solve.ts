import { gemm, type MatMul } from '#kernels/gemm.ts';
import type { Pool } from '#kernels/pool.ts';
import { spdInverse } from '#kernels/spd-inverse.ts';
import { keepOfRow, packRows, type KeptRow, type PackedRows } from '#models/collaborative/packed-rows.ts';
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

/** Rows of weights worked out at a time. */
const panelRows = 384;
/** The least ridge, as a share of the largest diagonal: below, 32 bits cannot tell the matrix from a singular one. */
const leastRidge = 2e-5;

/**
 * The linear model y = b + B'x that is best in expectation over the drawn baskets, with a ridge on B and none on b:
 * B = (E[xx'] - E[x]E[x]'/w + D)⁻¹ (E[xy'] - E[x]E[y]'/w) with D = ridge·E|x|/teachers, b = (E[y] - B'E[x])/w.
 * With one film a basket this is, but for a constant a film, the shrunk share of those who liked i that also like j; with a share of the likes
 * it is a denoising linear autoencoder whose noise is the drawing of the basket itself. The diagonal is dropped and rows are pruned to the
 * weights that are largest in size, then b is worked out again, so that the expected score of every film stays right. (Counting the diagonal
 * in b changes nDCG@10 by less than .001 on MovieLens 1M.)
 * Destroys and frees the matrices of the moments. 3·films³ operations (films² for baskets of one).
 */
export async function solveMoments(
  pool: Pool,
  moments: Moments,
  { draw, ridge }: Drawn,
  { keep, multiply = gemm }: SolveOptions,
): Promise<Solved> {
  const { together, leading, inBasket, toFind } = moments;
  const n = inBasket.length;
  const total = Math.max(moments.weight, Number.MIN_VALUE);
  const diagonal = diagonalOf(moments, ridge);
  const single = 'films' in draw && draw.films === 1;
  const panel = pool.floats(Math.min(panelRows, Math.max(1, n)) * n);
  try {
    centre(leading, inBasket, toFind, total);
    const shared = single ? sharedPart(leading, inBasket, diagonal, total) : new Float64Array(0);
    if (!single) {
      centre(together, inBasket, inBasket, total);
      for (let i = 0; i < n; i++) together[i * n + i] = (diagonal[i] ?? 0) - (inBasket[i] ?? 0) ** 2 / total;
      await spdInverse(pool, together, n, { multiply });
    }
    const rows: KeptRow[] = [];
    const brought = new Float64Array(n);
    for (let first = 0; first < n; first += panelRows) {
      const size = Math.min(panelRows, n - first);
      if (single) singleRows(leading, { first, size, inBasket, diagonal, shared }, panel);
      else await multiply(pool, { m: size, n, k: n, a: together.subarray(first * n), b: leading, c: panel });
      for (let r = 0; r < size; r++) {
        const kept = keepOfRow(panel.subarray(r * n, (r + 1) * n), keep, first + r);
        rows.push(kept);
        const x = inBasket[first + r] ?? 0;
        for (const [at, j] of kept.columns.entries()) brought[j] = (brought[j] ?? 0) + x * (kept.values[at] ?? 0);
      }
    }
    const intercept = Float32Array.from(brought, (sum, j) => ((toFind[j] ?? 0) - sum) / total);
    return { weights: packRows(rows, n), intercept };
  } finally {
    for (const array of [panel, together, leading]) pool.free(array);
  }
}

/** The diagonal of E[xx'] + D. */
function diagonalOf({ inBasket, drawn, teachers }: Moments, ridge: number): Float64Array {
  let largest = 0;
  for (const x of inBasket) if (x > largest) largest = x;
  const strength = Math.max((ridge * drawn) / Math.max(1, teachers), leastRidge * largest, 1e-9);
  return inBasket.map((x) => x + strength);
}

/** matrix <- matrix - a b'/w. */
function centre(matrix: Float32Array, a: Float64Array, b: Float64Array, w: number): void {
  const n = a.length;
  for (let i = 0; i < n; i++) {
    const x = (a[i] ?? 0) / w;
    if (x === 0) continue;
    for (let j = 0, at = i * n; j < n; j++, at++) matrix[at] = (matrix[at] ?? 0) - x * (b[j] ?? 0);
  }
}

// Baskets of one: the matrix is diagonal but for -E[x]E[x]'/w, and its inverse is known (Sherman and Morrison 1950).
function sharedPart(leading: Float32Array, inBasket: Float64Array, diagonal: Float64Array, w: number): Float64Array {
  const n = inBasket.length;
  const shared = new Float64Array(n);
  let left = w;
  for (let i = 0; i < n; i++) {
    const share = (inBasket[i] ?? 0) / (diagonal[i] ?? 1);
    left -= share * (inBasket[i] ?? 0);
    for (let j = 0, at = i * n; j < n; j++, at++) shared[j] = (shared[j] ?? 0) + share * (leading[at] ?? 0);
  }
  return shared.map((sum) => sum / Math.max(left, Number.EPSILON * w));
}

function singleRows(
  leading: Float32Array,
  {
    first,
    size,
    inBasket,
    diagonal,
    shared,
  }: { first: number; size: number; inBasket: Float64Array; diagonal: Float64Array; shared: Float64Array },
  panel: Float32Array,
): void {
  const n = inBasket.length;
  for (let r = 0; r < size; r++) {
    const [i, at] = [first + r, r * n];
    const scale = 1 / (diagonal[i] ?? 1);
    const x = inBasket[i] ?? 0;
    for (let j = 0; j < n; j++) panel[at + j] = scale * ((leading[i * n + j] ?? 0) + x * (shared[j] ?? 0));
  }
}
