import { seededRandom } from '../random.ts';
import type { Interval } from './interval.ts';
import { quantile } from './quantile.ts';

export interface BootstrapOptions {
  readonly replicates?: number;
  readonly seed?: number;
  readonly level?: number;
}

/**
 * The percentile bootstrap interval of any statistic of n things drawn anew, with replacement.
 * @param statistic of the things picked, n indices below n; the array is used again for the next resample. NaN: the resample
 * gives no value, and is set aside
 * @returns NaN when n is 0 or no resample gave a value
 * Source: Efron 1979, "Bootstrap methods: another look at the jackknife"; Efron & Tibshirani 1993, "An introduction to the
 * bootstrap", equation 13.5.
 */
export function bootstrapInterval(
  n: number,
  statistic: (pick: Uint32Array) => number,
  { replicates = 2000, seed = 1, level = 0.95 }: BootstrapOptions = {},
): Interval {
  if (n === 0) return { low: Number.NaN, high: Number.NaN };
  const random = seededRandom(seed);
  const pick = new Uint32Array(n);
  const values = new Float64Array(replicates);
  let known = 0;
  for (let replicate = 0; replicate < replicates; replicate++) {
    for (let i = 0; i < n; i++) pick[i] = Math.floor(random() * n);
    const value = statistic(pick);
    if (!Number.isNaN(value)) values[known++] = value;
  }
  const sorted = values.subarray(0, known).sort();
  return { low: quantile(sorted, (1 - level) / 2), high: quantile(sorted, (1 + level) / 2) };
}
