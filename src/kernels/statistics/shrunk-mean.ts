import type { Interval } from './interval.ts';
import { normalQuantile } from './normal.ts';

/**
 * A mean of few values drawn towards what is known beforehand: (sum + weight·prior) / (n + weight); NaN when n + weight is 0.
 * @param weight how many values the prior is worth: the variance within groups over the variance between them
 * Source: the posterior mean of the normal model with known variances; Efron & Morris 1975, "Data analysis using Stein's
 * estimator and its generalizations"; Gelman et al. 2013, "Bayesian data analysis", section 2.5.
 */
export const shrunkMean = (sum: number, n: number, prior: number, weight: number): number =>
  (sum + weight * prior) / (n + weight);

/**
 * The interval of a shrunk mean: its posterior, normal, of variance `variance` / (n + weight).
 * It covers the group's true mean at `level` on the average over groups, not for one group far from the prior.
 * @param mean of the n values, any number when n is 0
 * @param variance of one value within its group
 */
export function shrunkMeanInterval(
  n: number,
  mean: number,
  variance: number,
  prior: number,
  weight: number,
  level = 0.95,
): Interval {
  const middle = shrunkMean(n === 0 ? 0 : n * mean, n, prior, weight);
  const half = normalQuantile(0.5 + level / 2) * Math.sqrt(variance / (n + weight));
  return { low: middle - half, high: middle + half };
}
