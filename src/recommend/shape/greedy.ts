import type { Scored } from '#recommend/shape/types.ts';

/** Something that a list should not do too much of: what the next film would cost, given those taken so far. */
export interface Aim {
  cost(film: number): number;
  take(film: number): void;
}

/** Something that a list must not do. */
export interface Rule {
  admits(film: number): boolean;
  take(film: number): void;
}

export interface GreedyOptions {
  readonly top: number;
  /** How many of the best films are weighed against one another. */
  readonly pool: number;
  /** What a relevance of 1 is worth against the costs. */
  readonly relevance: number;
  readonly aims?: readonly Aim[];
  readonly rules?: readonly Rule[];
}

/**
 * Builds a list film by film, each time the admitted film of the pool with the highest relevance x weight - sum of costs; ties go to the earlier film.
 * Relevance is the score, min-max scaled over the pool (1 for all when they are equal). When the pool has no admitted film left, the rest of the list follows in its order.
 * @param list best first, finite scores, no repeats
 * @returns at most `top` elements of the list, in the order taken
 */
export function pickGreedily<T extends Scored>(list: readonly T[], options: GreedyOptions): T[] {
  const { top, pool, relevance, aims = [], rules = [] } = options;
  const candidates = list.slice(0, Math.max(pool, top));
  const scaled = minMax(candidates.map(({ score }) => score));
  const picked: T[] = [];
  const admitted = (film: number): boolean => rules.every((rule) => rule.admits(film));
  const take = (item: T): void => {
    for (const part of [...aims, ...rules]) part.take(item.film);
    picked.push(item);
  };
  const left = new Set(candidates.keys());
  while (picked.length < top) {
    let best = -1;
    let highest = -Infinity;
    for (const place of left) {
      const film = candidates[place]?.film ?? -1;
      if (!admitted(film)) continue;
      let value = relevance * (scaled[place] ?? 0);
      for (const aim of aims) value -= aim.cost(film);
      if (best < 0 || value > highest) {
        best = place;
        highest = value;
      }
    }
    const item = candidates[best];
    if (item === undefined) break;
    left.delete(best);
    take(item);
  }
  for (const item of list.slice(candidates.length)) {
    if (picked.length >= top) break;
    if (admitted(item.film)) take(item);
  }
  return picked;
}

/** Values brought to 0 (the lowest) to 1 (the highest); 1 for all when they are equal. */
export function minMax(values: readonly number[]): Float64Array {
  const [low, high] = values.reduce(([least, most], value) => [Math.min(least, value), Math.max(most, value)], [
    Infinity,
    -Infinity,
  ] as const);
  return Float64Array.from(values, (value) => (high > low ? (value - low) / (high - low) : 1));
}
