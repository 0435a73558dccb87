/** Wins against losses, under the question whether either is the likelier. */
export interface SignTest {
  readonly wins: number;
  readonly losses: number;
  /** Share of wins, one half when there is neither. */
  readonly share: number;
  /** Exact interval of the share (Clopper-Pearson), at 1 - alpha. */
  readonly low: number;
  readonly high: number;
  /** Exact, two-sided; right when looked at once, after a number of trials settled beforehand. */
  readonly p: number;
  /** Right however often it is looked at and whenever one stops, and larger for it. */
  readonly anytimeP: number;
}

/**
 * The binomial (sign) test of one half. `anytimeP` is the inverse of the likelihood ratio of every share alike (uniform) to one half, a
 * martingale when neither is likelier: by Ville's inequality it falls under alpha, ever, with a probability of alpha at most. It is of the trials
 * so far, and only its latest value need be kept.
 * Source: Clopper and Pearson 1934; Robbins 1970, "Statistical methods related to the law of the iterated logarithm".
 */
export function signTest(wins: number, losses: number, { alpha = 0.05 }: { alpha?: number } = {}): SignTest {
  const n = wins + losses;
  const logs = logFactorials(n + 1);
  const above = (least: number, share: number): number => upperTail(logs, n, least, share);
  const logRatio = (logs[wins] ?? 0) + (logs[losses] ?? 0) - (logs[n + 1] ?? 0) + n * Math.LN2;
  return {
    wins,
    losses,
    share: n === 0 ? 0.5 : wins / n,
    low: wins === 0 ? 0 : bisect((share) => above(wins, share) < alpha / 2),
    high: losses === 0 ? 1 : bisect((share) => 1 - above(wins + 1, share) > alpha / 2),
    p: Math.min(1, 2 * above(Math.max(wins, losses), 0.5)),
    anytimeP: Math.min(1, Math.exp(-logRatio)),
  };
}

/** ln(0!) to ln(n!). */
function logFactorials(n: number): Float64Array {
  const logs = new Float64Array(n + 1);
  for (let i = 2; i <= n; i++) logs[i] = (logs[i - 1] ?? 0) + Math.log(i);
  return logs;
}

/** The chance of `least` wins or more of n. Summed from the side where terms fall, so that what is too small for a number is nothing. */
function upperTail(logs: Float64Array, n: number, least: number, share: number): number {
  if (least <= 0) return 1;
  if (least > n || share === 0) return 0;
  if (share === 1) return 1;
  const up = least >= n * share;
  const odds = share / (1 - share);
  let at = up ? least : least - 1;
  const ways = (logs[n] ?? 0) - (logs[at] ?? 0) - (logs[n - at] ?? 0);
  let term = Math.exp(ways + at * Math.log(share) + (n - at) * Math.log1p(-share));
  let sum = 0;
  while (at >= 0 && at <= n && term > 0) {
    sum += term;
    term *= up ? ((n - at) / (at + 1)) * odds : at / (n - at + 1) / odds;
    at += up ? 1 : -1;
  }
  return up ? Math.min(1, sum) : Math.max(0, 1 - sum);
}

/** Where a condition that holds from 0 on ceases to hold, before 1. */
function bisect(holds: (share: number) => boolean): number {
  let [low, high] = [0, 1];
  for (let step = 0; step < 50; step++) {
    const middle = (low + high) / 2;
    if (holds(middle)) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
