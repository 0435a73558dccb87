import { gram } from '#kernels/gram.ts';
import type { Csr } from '#kernels/csr.ts';
import type { Pool } from '#kernels/pool.ts';
import type { Draw } from '#models/collaborative/parameters.ts';

/**
 * What is expected when a basket x is drawn at random from each viewer's likes and the films left out are the targets y; sums over viewers,
 * each by their weight. Matrices are films x films by rows, in the pool (the caller frees them).
 */
export interface Moments {
  /** E[x x']: how often two films are in one basket; the diagonal is `inBasket`. */
  readonly together: Float32Array<SharedArrayBuffer>;
  /** E[x y']: how often film i is in the basket while film j is to be found; the diagonal is 0. */
  readonly leading: Float32Array<SharedArrayBuffer>;
  /** E[x], E[y] a film. */
  readonly inBasket: Float64Array;
  readonly toFind: Float64Array;
  /** Sum of the viewers' weights, and of weight x basket size. */
  readonly weight: number;
  readonly drawn: number;
  /** How many viewers teach: those with two likes or more, and a weight. */
  readonly teachers: number;
}

/** The size of the basket drawn from n likes: as asked, but never more than four fifths of them. */
export function drawSize(draw: Draw, n: number): number {
  const wanted = 'films' in draw ? draw.films : Math.round(draw.share * n);
  return Math.min(Math.max(1, wanted), Math.max(1, Math.floor(0.8 * n)));
}

/**
 * The exact expectations over all baskets of the drawn size: for a viewer with n likes and baskets of k, two of their films are together in
 * k(k-1) of n(n-1) baskets, one is in the basket and the other to be found in k(n-k) of n(n-1). Viewers with one like teach nothing.
 * @param likes viewers x films, 1 a like
 * @param viewerWeights one a viewer, 1 each when left out: the house's own visitors may count more than the public
 */
export async function expectMoments(
  pool: Pool,
  likes: Csr,
  { draw, viewerExponent }: { draw: Draw; viewerExponent: number },
  viewerWeights?: Float32Array,
): Promise<Moments> {
  const { rows, columns, indptr, indices } = likes;
  const pairs = new Float32Array(rows);
  const leads = new Float32Array(rows);
  const inBasket = new Float64Array(columns);
  const toFind = new Float64Array(columns);
  let weight = 0;
  let drawn = 0;
  let teachers = 0;
  for (let viewer = 0; viewer < rows; viewer++) {
    const [start, end] = [indptr[viewer] ?? 0, indptr[viewer + 1] ?? 0];
    const n = end - start;
    if (n < 2) continue;
    const k = drawSize(draw, n);
    const w = (viewerWeights?.[viewer] ?? 1) * n ** -viewerExponent;
    pairs[viewer] = (w * k * (k - 1)) / (n * (n - 1));
    leads[viewer] = (w * k * (n - k)) / (n * (n - 1));
    weight += w;
    drawn += w * k;
    teachers += Number(w > 0);
    for (let at = start; at < end; at++) {
      const film = indices[at] ?? 0;
      inBasket[film] = (inBasket[film] ?? 0) + (w * k) / n;
      toFind[film] = (toFind[film] ?? 0) + (w * (n - k)) / n;
    }
  }
  const leading = await gram(pool, likes, leads);
  const alone = 'films' in draw && draw.films === 1;
  const together = alone ? pool.floats(columns * columns) : await gram(pool, likes, pairs);
  for (let film = 0; film < columns; film++) {
    leading[film * columns + film] = 0;
    together[film * columns + film] = inBasket[film] ?? 0;
  }
  return { together, leading, inBasket, toFind, weight, drawn, teachers };
}
