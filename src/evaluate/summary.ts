import { seededRandom } from '#kernels/random.ts';

export interface Summary {
  readonly mean: number;
  /** Standard error of the mean. */
  readonly error: number;
  readonly n: number;
}

/** Mean and standard error of independent values; zeros when there is none. */
export function summarise(values: ArrayLike<number>): Summary {
  const n = values.length;
  if (n === 0) return { mean: 0, error: 0, n };
  let sum = 0;
  for (let i = 0; i < n; i++) sum += values[i] ?? 0;
  const mean = sum / n;
  let squares = 0;
  for (let i = 0; i < n; i++) squares += ((values[i] ?? 0) - mean) ** 2;
  return { mean, error: n > 1 ? Math.sqrt(squares / (n - 1) / n) : 0, n };
}

/**
 * The 95 % interval of the mean of a - b over the same rows, by paired bootstrap (percentile; Efron and Tibshirani 1993).
 * @param a, b one value a row, in the same order
 */
export function pairedInterval(
  a: readonly number[],
  b: readonly number[],
  { seed = 1, draws = 2000 }: { seed?: number; draws?: number } = {},
): [number, number] {
  const random = seededRandom(seed);
  const means = Float64Array.from({ length: draws }, () => {
    let sum = 0;
    for (let i = 0; i < a.length; i++) {
      const row = Math.floor(random() * a.length);
      sum += (a[row] ?? 0) - (b[row] ?? 0);
    }
    return sum / a.length;
  }).toSorted();
  return [means[Math.floor(draws * 0.025)] ?? 0, means[Math.ceil(draws * 0.975) - 1] ?? 0];
}
