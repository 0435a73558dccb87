import { onlyRows, type Csr } from '#kernels/csr.ts';
import { topK } from '#kernels/top-k.ts';
import { drawProfiles } from '#evaluate/groups.ts';
import type { LikeMatrix, SetRules } from '#evaluate/rating-sets.ts';
import { drawShots, partOf, type Part, type Shot } from '#evaluate/viewers.ts';

/** One basket size: a basket and its targets a viewer. */
export interface Question {
  /** `1`, `3`, …, or `80 %` of the viewer's likes. */
  readonly label: string;
  /** How many films are looked at: 100 for the 80 % baskets, 10 otherwise. */
  readonly depth: 10 | 100;
  readonly shots: readonly Shot[];
}

/** What the systems of one run share: the likes they may learn from, and what they are then asked. */
export interface SweepWorld {
  /** Training viewers x films, ones; films are columns everywhere. */
  readonly train: Csr;
  /** The name of each column, rising. */
  readonly films: readonly string[];
  /** How many training viewers like each film. */
  readonly popularity: Float64Array;
  /** 1 for the films that may be recommended; all of them when left out. */
  readonly candidates?: Uint8Array;
  /** 1 for the most liked films, which the tail leaves out. */
  readonly head: Uint8Array;
  readonly tailTargets: number;
  readonly questions: readonly Question[];
}

export const basketSizes = ['1', '2', '3', '5', '10', '20', '80 %'] as const;

export interface SweepOptions {
  readonly part: Exclude<Part, 'train'>;
  readonly seed: number;
  readonly sizes?: readonly string[];
}

/**
 * P1 on our own split: the viewers of the part are unseen, all who are neither test nor validation viewers are for training, the films are those of
 * training viewers. A viewer with k likes or fewer has no question of size k; with fewer than five, none.
 */
export function sweepWorld(
  { viewers, films, likes }: LikeMatrix,
  { share, head, tailTargets }: Pick<SetRules, 'share' | 'head' | 'tailTargets'>,
  { part, seed, sizes = basketSizes }: SweepOptions,
): SweepWorld {
  const train = onlyRows(
    likes,
    Uint8Array.from(viewers, (viewer) => Number(partOf(viewer, share) === 'train')),
  );
  const popularity = columnCounts(train);
  const column = new Int32Array(likes.columns).fill(-1);
  const kept = [...popularity.keys()].filter((film) => (popularity[film] ?? 0) > 0);
  for (const [at, film] of kept.entries()) column[film] = at;
  const popularityOfKept = Float64Array.from(kept, (film) => popularity[film] ?? 0);
  const unseen = new Map<number, number[]>();
  for (const [row, viewer] of viewers.entries()) {
    if (partOf(viewer, share) !== part) continue;
    const liked = [...likes.indices.subarray(likes.indptr[row], likes.indptr[row + 1])];
    const known = liked.map((film) => column[film] ?? -1).filter((film) => film >= 0);
    if (known.length >= 5) unseen.set(viewer, known);
  }
  return {
    train: {
      ...train,
      columns: kept.length,
      indices: train.indices.map((film) => column[film] ?? 0),
    },
    films: kept.map((film) => String(films[film]).padStart(8, '0')),
    popularity: popularityOfKept,
    head: mostLiked(popularityOfKept, head),
    tailTargets,
    questions: sizes.map((label) => {
      const share80 = label.endsWith('%');
      const size = Number.parseInt(label, 10);
      return {
        label,
        depth: share80 ? 100 : 10,
        shots: share80
          ? drawProfiles(unseen, part, size / 100, { seed, leastTargets: 1 })
          : drawShots(unseen, part, size, seed),
      };
    }),
  };
}

/** How many viewers like each film. */
export function columnCounts({ columns, indices }: Csr): Float64Array {
  const counts = new Float64Array(columns);
  for (const film of indices) counts[film] = (counts[film] ?? 0) + 1;
  return counts;
}

/** Flags the most liked films; ties go to the lower index. */
export function mostLiked(popularity: Float64Array, most: number): Uint8Array {
  const flags = new Uint8Array(popularity.length);
  for (const film of topK(popularity, most)) flags[film] = 1;
  return flags;
}
