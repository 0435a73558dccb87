import type { Interval } from './interval.ts';
import { quantileEnds, quantilePosition, valueAt } from './quantile-ranks.ts';

/**
 * The p-quantile of whole numbers told by how often each occurs, as `quantile` of the values themselves; NaN of none.
 * @param counts counts[i]: how many values are low + i
 */
export function quantileOfCounts(counts: Float64Array | Uint32Array, low: number, p: number): number {
  const { n, at } = ranked(counts, low);
  return n === 0 ? Number.NaN : valueAt(quantilePosition(n, p), at);
}

/** The bootstrap percentile interval of that quantile, without resampling: see `quantileEnds`. NaN of none. */
export function quantileIntervalOfCounts(
  counts: Float64Array | Uint32Array,
  low: number,
  p: number,
  level = 0.95,
): Interval {
  const { n, at } = ranked(counts, low);
  return n === 0 ? { low: Number.NaN, high: Number.NaN } : quantileEnds(n, p, level, at);
}

function ranked(counts: Float64Array | Uint32Array, low: number): { n: number; at: (rank: number) => number } {
  let n = 0;
  for (const count of counts) n += count;
  return {
    n,
    at(rank) {
      let i = 0;
      for (let below = counts[0]!; below < rank; below += counts[i]!) i++;
      return low + i;
    },
  };
}
