import type { Interval } from './interval.ts';
import { normalQuantile } from './normal.ts';

/**
 * The score interval of a share: `successes` of `trials`. It stays within [0, 1], and is [0, 1] when there is no trial.
 * Source: Wilson 1927, "Probable inference, the law of succession, and statistical inference"; recommended by Brown, Cai &
 * DasGupta 2001, equation 4.
 */
export function wilson(successes: number, trials: number, level = 0.95): Interval {
  if (trials === 0) return { low: 0, high: 1 };
  const z = normalQuantile(0.5 + level / 2);
  const share = successes / trials;
  const over = 1 + (z * z) / trials;
  const middle = (share + (z * z) / (2 * trials)) / over;
  const half = (z / over) * Math.sqrt((share * (1 - share)) / trials + (z * z) / (4 * trials * trials));
  // At no or only successes one end is the share itself, but for rounding.
  return {
    low: successes === 0 ? 0 : Math.max(0, middle - half),
    high: successes === trials ? 1 : Math.min(1, middle + half),
  };
}
