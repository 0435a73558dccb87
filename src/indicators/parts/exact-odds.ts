import type { Interval } from '#kernels/statistics/interval.ts';
import { binomialCdf } from '#kernels/statistics/special.ts';

/** How many of two groups have a rare trait. */
export interface RareCounts {
  readonly best: number;
  readonly bestOf: number;
  readonly others: number;
  readonly othersOf: number;
}

/**
 * Whether a rare trait is as frequent in two groups: given how many films have it in all, how many of these are in the first group
 * is binomial. Twice the smaller tail, 1 at most.
 * Source: Przyborowski & Wilenski 1940, "Homogeneity of results in testing samples from Poisson series".
 */
export function exactChance({ best, bestOf, others, othersOf }: RareCounts): number {
  const chance = bestOf / (bestOf + othersOf);
  const most = binomialCdf(best, best + others, chance);
  const least = best === 0 ? 1 : 1 - binomialCdf(best - 1, best + others, chance);
  return Math.min(1, 2 * Math.min(most, least));
}

/**
 * The interval of how many times as frequent the trait is in the first group, which that test would not reject; without an upper
 * end when no film of the second has it.
 * Source: Clopper & Pearson 1934, "The use of confidence or fiducial limits illustrated in the case of the binomial".
 */
export function exactTimes({ best, bestOf, others, othersOf }: RareCounts, level = 0.95): Interval {
  const all = best + others;
  const tail = (1 - level) / 2;
  const times = (share: number): number => (share / (1 - share)) * (othersOf / bestOf);
  return {
    low: best === 0 ? 0 : times(crossing((p) => 1 - binomialCdf(best - 1, all, p) >= tail)),
    high: others === 0 ? Infinity : times(crossing((p) => binomialCdf(best, all, p) <= tail)),
  };
}

/** The least chance from which on something holds. */
function crossing(holds: (chance: number) => boolean): number {
  let [low, high] = [0, 1];
  for (let step = 0; step < 50; step++) {
    const middle = (low + high) / 2;
    if (holds(middle)) high = middle;
    else low = middle;
  }
  return (low + high) / 2;
}
