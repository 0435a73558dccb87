import type { Csr } from '#kernels/csr.ts';
import { drawnMoments, gramPair } from '#kernels/gram-pair.ts';
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
  /** Sum of the viewer weights, as given, of the viewers who teach something. */
  readonly teachers: number;
}

/** The largest share of a viewer's likes that a basket takes. */
const mostShare = 0.8;

/** The size of the basket drawn from n likes: as asked, but never more than four fifths of them. */
export function drawSize(draw: Draw, n: number): number {
  const wanted = 'films' in draw ? draw.films : Math.round(draw.share * n);
  return Math.min(Math.max(1, wanted), Math.max(1, Math.floor(mostShare * n)));
}

/**
 * What the moments of all draws of so many films have in common: for a viewer with n likes, weighing w, who has enough of them,
 * k(k-1)/n(n-1) = (k²-k)·g and k(n-k)/n(n-1) = k·h - k²·g with g = w/n(n-1) and h = w/(n-1).
 */
export interface CommonMoments {
  /** The Gram matrices of g and of h: see gramPair. The caller frees it. */
  readonly both: Float32Array<SharedArrayBuffer>;
  /** Viewers with fewer likes are left out. */
  readonly least: number;
}

/** @param most the largest basket drawn */
export async function commonMoments(
  pool: Pool,
  likes: Csr,
  { most, viewerExponent }: { most: number; viewerExponent: number },
  viewerWeights?: Float32Array,
): Promise<CommonMoments> {
  const least = Math.ceil(most / mostShare);
  const g = new Float32Array(likes.rows);
  const h = new Float32Array(likes.rows);
  for (let viewer = 0; viewer < likes.rows; viewer++) {
    const n = (likes.indptr[viewer + 1] ?? 0) - (likes.indptr[viewer] ?? 0);
    if (n < Math.max(2, least)) continue;
    const w = (viewerWeights?.[viewer] ?? 1) * n ** -viewerExponent;
    g[viewer] = w / (n * (n - 1));
    h[viewer] = w / (n - 1);
  }
  return { both: await gramPair(pool, likes, g, h), least };
}

/**
 * The exact expectations over all baskets of the drawn size: for a viewer with n likes and baskets of k, two of their films are together in
 * k(k-1) of n(n-1) baskets, one is in the basket and the other to be found in k(n-k) of n(n-1). Viewers with one like teach nothing.
 * @param likes viewers x films, 1 a like
 * @param viewerWeights one a viewer, 1 each when left out: the house's own visitors may count more than the public
 * @param common of the same likes, exponent and weights, to start from when so many films are drawn, at most as many as it was made for
 */
export async function expectMoments(
  pool: Pool,
  likes: Csr,
  { draw, viewerExponent }: { draw: Draw; viewerExponent: number },
  viewerWeights?: Float32Array,
  common?: CommonMoments,
): Promise<Moments> {
  const { rows, columns, indptr, indices } = likes;
  const pairs = new Float32Array(rows);
  const leads = new Float32Array(rows);
  const inBasket = new Float64Array(columns);
  const toFind = new Float64Array(columns);
  const size = 'films' in draw ? draw.films : 0;
  const apart = common !== undefined && size > 0 ? common.least : Infinity;
  let weight = 0;
  let drawn = 0;
  let teachers = 0;
  for (let viewer = 0; viewer < rows; viewer++) {
    const [start, end] = [indptr[viewer] ?? 0, indptr[viewer + 1] ?? 0];
    const n = end - start;
    if (n < 2) continue;
    const k = drawSize(draw, n);
    const w = (viewerWeights?.[viewer] ?? 1) * n ** -viewerExponent;
    if (n < apart) {
      pairs[viewer] = (w * k * (k - 1)) / (n * (n - 1));
      leads[viewer] = (w * k * (n - k)) / (n * (n - 1));
    }
    weight += w;
    drawn += w * k;
    if (w > 0) teachers += viewerWeights?.[viewer] ?? 1;
    for (let at = start; at < end; at++) {
      const film = indices[at] ?? 0;
      inBasket[film] = (inBasket[film] ?? 0) + (w * k) / n;
      toFind[film] = (toFind[film] ?? 0) + (w * (n - k)) / n;
    }
  }
  const shared =
    apart < Infinity && common ? { both: common.both, a: size * (size - 1), b: -size * size, c: size } : undefined;
  const alone = size === 1;
  const found = await drawnMoments(pool, { rows: likes, pairs, leads, shared, alone });
  const { leading } = found;
  const together = alone ? pool.floats(columns * columns) : found.together;
  if (alone) pool.free(found.together);
  for (let film = 0; film < columns; film++) together[film * columns + film] = inBasket[film] ?? 0;
  return { together, leading, inBasket, toFind, weight, drawn, teachers };
}
