import type { Difference, Estimate } from '#indicators/parts/difference.ts';
import { quantileIntervalOfCounts, quantileOfCounts } from '#kernels/statistics/counts.ts';
import type { Interval } from '#kernels/statistics/interval.ts';
import { normalQuantile } from '#kernels/statistics/normal.ts';

/** How many at each age from 0, and how many whose age is not known. */
export interface Ages {
  readonly counts: Float64Array;
  readonly known: number;
  readonly unknown: number;
}

/** Ages told apart and counted, made one histogram. */
export function agesOf(
  rows: readonly { readonly ages: readonly number[]; readonly counts: readonly number[]; readonly unknown: number }[],
): Ages {
  const counts = new Float64Array(OLDEST + 1);
  for (const { ages, counts: n } of rows)
    for (const [i, age] of ages.entries()) counts[age] = (counts[age] ?? 0) + (n[i] ?? 0);
  return {
    counts,
    known: counts.reduce((sum, n) => sum + n, 0),
    unknown: rows.reduce((sum, { unknown }) => sum + unknown, 0),
  };
}

/** The median age, with the bootstrap interval as if each were drawn alone. */
export const medianAge = ({ counts, known }: Ages): Estimate => ({
  value: quantileOfCounts(counts, 0, 0.5),
  n: known,
  ...quantileIntervalOfCounts(counts, 0, 0.5),
});

export const quantileAge = ({ counts }: Ages, p: number): number => quantileOfCounts(counts, 0, p);

/** Where the median of all lies, whatever the ages that are not known. */
export interface Bounds {
  /** All the unknown younger, or all older, than the known: as far as the ages seen. */
  readonly worst: Interval;
  /** The unknown like the younger half of the known, or like the older half. */
  readonly plausible: Interval;
}

/**
 * Bounds of the median of known and unknown together. With a share π known, of distribution F, the median of all lies between the quantiles of F of
 * order (π - 1/2) / π and 1 / 2π; beyond the ages seen when less than half is known. Were the unknown distributed as the younger half of the known, it
 * would be the quantile of order (1/2) / (2 - π), and of order 1 less that for the older half.
 * Source: Manski 2003, "Partial identification of probability distributions", section 1.2 (quantiles).
 */
export function medianBounds({ counts, known, unknown }: Ages): Bounds {
  const share = known / (known + unknown);
  const at = (p: number): number => quantileOfCounts(counts, 0, Math.min(1, Math.max(0, p)));
  const inner = 0.5 / (2 - share);
  return {
    worst: { low: at((share - 0.5) / share), high: at(0.5 / share) },
    plausible: { low: at(inner), high: at(1 - inner) },
  };
}

/** The mean age of distinct people, with its interval by the normal. */
export function meanAge({ counts, known }: Ages): Estimate {
  const mean = sumOf(counts) / known;
  const squares = counts.reduce((sum, n, age) => sum + n * (age - mean) ** 2, 0);
  return around(mean, known, Math.sqrt(squares / (known - 1) / known));
}

/** The same bounds for the mean: the unknown at the youngest or oldest age seen; of the mean age of the younger or older half. */
export function meanBounds(ages: Ages): Bounds {
  const { counts, known, unknown } = ages;
  const mean = sumOf(counts) / known;
  const mixed = (other: number): number => (known * mean + unknown * other) / (known + unknown);
  const younger = halfMean(counts, known);
  return {
    worst: { low: mixed(quantileAge(ages, 0)), high: mixed(quantileAge(ages, 1)) },
    plausible: { low: mixed(younger), high: mixed(2 * mean - younger) },
  };
}

/** Sums over people of the ages s and the credits n of each: what tells how the credits of one person go together. */
export interface PersonSums {
  readonly people: number;
  readonly sum: number;
  readonly squares: number;
  readonly products: number;
  readonly credits: number;
}

/**
 * The mean age of credits, several of which may be one person's: the interval takes each person as one draw.
 * Source: Liang & Zeger 1986, "Longitudinal data analysis using generalized linear models", the sandwich variance of a mean with independent groups.
 * @param n credits with an age
 */
export function clusteredMean(n: number, { people, sum, squares, products, credits }: PersonSums): Estimate {
  const mean = sum / n;
  const scatter = squares - 2 * mean * products + mean * mean * credits;
  return around(mean, n, Math.sqrt((people / (people - 1)) * Math.max(0, scatter)) / n);
}

/** The difference of two such differences, independent of each other. */
export const gapChange = (later: Difference, earlier: Difference): Difference => {
  const value = later.value - earlier.value;
  return {
    value,
    low: value - Math.hypot(later.value - later.low, earlier.high - earlier.value),
    high: value + Math.hypot(later.high - later.value, earlier.value - earlier.low),
  };
};

/** An age above this is an error of dates. */
export const OLDEST = 105;

const around = (value: number, n: number, error: number): Estimate => {
  const half = normalQuantile(0.975) * error;
  return { value, n, low: value - half, high: value + half };
};

const sumOf = (counts: Float64Array): number => counts.reduce((sum, n, age) => sum + n * age, 0);

/** The mean of the younger half. */
function halfMean(counts: Float64Array, known: number): number {
  let left = known / 2;
  let sum = 0;
  for (const [age, n] of counts.entries()) {
    const taken = Math.min(left, n);
    sum += taken * age;
    left -= taken;
  }
  return sum / (known / 2);
}
