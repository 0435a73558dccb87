import { pickGreedily, type Aim } from '#recommend/shape/greedy.ts';
import type { Likeness, Scored } from '#recommend/shape/types.ts';

export interface MmrOptions {
  readonly top: number;
  /** 1: relevance alone; 0: after the first film, distance alone. */
  readonly lambda?: number;
  readonly pool?: number;
}

export const mmrLambda = 0.75;
/** How many of the best films are weighed against one another. */
export const poolSize = 100;

/**
 * Maximal marginal relevance: each next film has the highest lambda x relevance - (1 - lambda) x likeness to the most alike film already taken.
 * Source: Carbonell and Goldstein 1998, "The use of MMR, diversity-based reranking", SIGIR, equation 1; relevance min-max scaled over the pool.
 * @param list best first
 * @returns at most `top` elements of the list, in the order taken
 */
export function mmr<T extends Scored>(
  list: readonly T[],
  likeness: Likeness,
  { top, lambda = mmrLambda, pool = poolSize }: MmrOptions,
): T[] {
  return pickGreedily(list, { top, pool, relevance: lambda, aims: [apart(likeness, 1 - lambda)] });
}

/** The aim of MMR: costs `weight` x the likeness to the most alike film taken. Each pair is compared once. */
export function apart(likeness: Likeness, weight: number): Aim {
  const taken: number[] = [];
  const known = new Map<number, { compared: number; most: number }>();
  return {
    cost(film) {
      const state = known.get(film) ?? { compared: 0, most: 0 };
      for (; state.compared < taken.length; state.compared++) {
        const alike = likeness(film, taken[state.compared] ?? film);
        if (alike > state.most) state.most = alike;
      }
      known.set(film, state);
      return weight * state.most;
    },
    take: (film) => void taken.push(film),
  };
}
