import { topK } from '#kernels/top-k.ts';
import { ndcg } from '#evaluate/ndcg.ts';
import { pairedInterval, summarise, type Summary } from '#evaluate/summary.ts';
import { drawShots, partOf, type Likes, type Part } from '#evaluate/viewers.ts';

/** Something that scores every film for a basket; it has seen no rating. */
export interface Scorer {
  readonly name: string;
  score(basket: readonly number[], into: Float32Array): void;
}

export interface P3Row {
  readonly name: string;
  readonly k: number;
  readonly ndcg10: Summary;
  readonly tail10: Summary;
  /** Share of the candidates in at least one top 10. */
  readonly coverage10: number;
  /** 95 % interval of the first scorer's nDCG@10 minus this one's, same shots. */
  readonly behind: readonly [number, number];
}

export interface P3Options {
  readonly films: number;
  readonly likes: Likes;
  readonly part: Part;
  readonly baskets: readonly number[];
  readonly seed: number;
  /** The tail leaves out this many of the films that training viewers like most. */
  readonly head: number;
  /** Viewers with fewer tail targets are left out of the tail's mean. */
  readonly tailTargets: number;
}

/**
 * P3: unseen viewers, films liked by training viewers as candidates, no rating seen by the scorers. The same shots for all of them.
 * @returns a row a scorer and basket size
 */
export function evaluateContent(scorers: readonly Scorer[], options: P3Options): P3Row[] {
  const { films, likes, part, baskets, seed, head, tailTargets } = options;
  const popularity = new Float64Array(films);
  for (const [viewer, liked] of likes)
    if (partOf(viewer) === 'train') for (const film of liked) popularity[film] = (popularity[film] ?? 0) + 1;
  const candidates = [...popularity.keys()].filter((film) => (popularity[film] ?? 0) > 0);
  const isCandidate = new Uint8Array(films);
  for (const film of candidates) isCandidate[film] = 1;
  const known: Likes = new Map(
    [...likes]
      .map(([viewer, liked]) => [viewer, liked.filter((film) => isCandidate[film] === 1)] as const)
      .filter(([, liked]) => liked.length >= 5),
  );
  const blockbusters = new Set(topK(popularity, head));
  const scores = new Float32Array(films);

  return baskets.flatMap((k) => {
    const shots = drawShots(known, part, k, seed);
    const measured = scorers.map((scorer) => {
      const whole: number[] = [];
      const tail: number[] = [];
      const shown = new Set<number>();
      for (const { basket, targets } of shots) {
        scorer.score(basket, scores);
        for (let film = 0; film < films; film++) if (isCandidate[film] === 0) scores[film] = -Infinity;
        for (const film of basket) scores[film] = -Infinity;
        const top = topK(scores, 10);
        for (const film of top) shown.add(film);
        whole.push(ndcg(top, targets, 10));
        const rare = new Set([...targets].filter((film) => !blockbusters.has(film)));
        if (rare.size < tailTargets) continue;
        for (const film of blockbusters) scores[film] = -Infinity;
        tail.push(ndcg(topK(scores, 10), rare, 10));
      }
      return { name: scorer.name, whole, tail, coverage: shown.size / candidates.length };
    });
    const reference = measured[0]?.whole ?? [];
    return measured.map(({ name, whole, tail, coverage }) => ({
      name,
      k,
      ndcg10: summarise(whole),
      tail10: summarise(tail),
      coverage10: coverage,
      behind: pairedInterval(reference, whole, { seed }),
    }));
  });
}
