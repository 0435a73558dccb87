import type { Interval } from './interval.ts';
import { quantileEnds, quantilePosition, valueAt } from './quantile-ranks.ts';

/** The p-quantile of values sorted upwards, interpolated as R and NumPy do (Hyndman & Fan 1996, definition 7); NaN of none. */
export const quantile = (sorted: Float64Array, p: number): number =>
  sorted.length === 0 ? Number.NaN : valueAt(quantilePosition(sorted.length, p), (rank) => sorted[rank - 1]!);

/** The bootstrap percentile interval of that quantile, without resampling: see `quantileEnds`. NaN of none. */
export const quantileInterval = (sorted: Float64Array, p: number, level = 0.95): Interval =>
  sorted.length === 0
    ? { low: Number.NaN, high: Number.NaN }
    : quantileEnds(sorted.length, p, level, (rank) => sorted[rank - 1]!);
