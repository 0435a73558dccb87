/** One shown film of the log, or one list. */
export interface LoggedRow {
  /** Probability with which it was shown, > 0. */
  readonly propensity: number;
  readonly reward: number;
  /** Probability with which the policy to be judged would have shown it there; 1 when left out: that policy shows exactly this. */
  readonly target?: number;
  /** Rows of one list are not independent: their sum is one draw. A list of its own when left out. */
  readonly list?: string;
}

/** An estimate with its standard error and 95 % interval (normal). */
export interface Estimate {
  readonly value: number;
  readonly error: number;
  readonly low: number;
  readonly high: number;
}

export interface OffPolicyEstimates {
  /** Mean of weight x reward over the rows: unbiased while nothing was clipped. */
  readonly ips: Estimate;
  /** The same divided by the mean weight: a small bias, most often a smaller error; null when no row has any weight. */
  readonly snips: Estimate | null;
  readonly rows: number;
  readonly lists: number;
  /** Near 1 when propensities are right and the log covers what the judged policy shows; far from 1, believe neither estimate. */
  readonly meanWeight: number;
  /** Kish's number of equally weighted rows that would say as much. */
  readonly effectiveRows: number;
  readonly clip: number;
  /** Rows whose weight was cut down to `clip`: each makes the IPS estimate of a positive reward too low. */
  readonly clipped: number;
}

/**
 * What a policy would have earned a row, from rows logged under another: inverse propensity scoring and its self-normalised form. Standard errors
 * are those of ratio estimators over lists (linearised), so rows of one list may depend on one another; with fewer than two lists they are infinite.
 * Source: Horvitz and Thompson 1952; Swaminathan and Joachims 2015, "The self-normalized estimator for counterfactual learning", eq. 3 and 7;
 * Owen 2013, "Monte Carlo theory, methods and examples", 9.2; clipping: Ionides 2008, "Truncated importance sampling".
 * @param clip the most that a weight target / propensity may be; Infinity leaves all as they are
 * @throws RangeError, a sentence, when a row has no propensity between 0 (excluded) and 1
 */
export function estimateOffPolicy(
  rows: readonly LoggedRow[],
  { clip = Infinity }: { clip?: number } = {},
): OffPolicyEstimates {
  const n = rows.length;
  const weights = new Float64Array(n);
  let clipped = 0;
  for (const [at, { propensity, target = 1 }] of rows.entries()) {
    if (!(propensity > 0 && propensity <= 1))
      throw new RangeError(
        `Row ${at + 1} has a propensity of ${propensity}: only films shown by chance can be weighed.`,
      );
    clipped += Number(target / propensity > clip);
    weights[at] = Math.min(clip, target / propensity);
  }
  const lists = listOf(rows);
  const earned = sumByList(lists, (row) => (weights[row] ?? 0) * (rows[row]?.reward ?? 0));
  const size = sumByList(lists, () => 1);
  const weight = sumByList(lists, (row) => weights[row] ?? 0);
  const total = weight.reduce((sum, part) => sum + part, 0);
  const squares = weights.reduce((sum, part) => sum + part * part, 0);
  return {
    ips: ratio(earned, size),
    snips: total > 0 ? ratio(earned, weight) : null,
    rows: n,
    lists: size.length,
    meanWeight: n > 0 ? total / n : 0,
    effectiveRows: squares > 0 ? total ** 2 / squares : 0,
    clip,
    clipped,
  };
}

/** The list of each row, numbered from 0. */
function listOf(rows: readonly LoggedRow[]): number[] {
  const numbers = new Map<string, number>();
  let alone = 0;
  return rows.map(({ list }) => {
    const known = list === undefined ? undefined : numbers.get(list);
    const number = known ?? numbers.size + alone;
    if (list === undefined) alone++;
    else numbers.set(list, number);
    return number;
  });
}

function sumByList(lists: readonly number[], value: (row: number) => number): Float64Array {
  const sums = new Float64Array(lists.reduce((most, list) => Math.max(most, list + 1), 0));
  for (const [row, list] of lists.entries()) sums[list] = (sums[list] ?? 0) + value(row);
  return sums;
}

/** Sum of a over sum of b, and its error to the first order: that of the sum of a - ratio x b. */
function ratio(a: Float64Array, b: Float64Array): Estimate {
  const lists = a.length;
  const below = b.reduce((sum, part) => sum + part, 0);
  const value = below > 0 ? a.reduce((sum, part) => sum + part, 0) / below : 0;
  let squares = 0;
  for (let list = 0; list < lists; list++) squares += ((a[list] ?? 0) - value * (b[list] ?? 0)) ** 2;
  const error = lists > 1 && below > 0 ? Math.sqrt((squares * lists) / (lists - 1)) / below : Infinity;
  return { value, error, low: value - 1.96 * error, high: value + 1.96 * error };
}
