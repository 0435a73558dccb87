/** How many things stand behind the counts of `logOdds`. */
export interface Sizes {
  readonly target: number;
  readonly rest: number;
  /** How many the prior is worth. */
  readonly prior: number;
}

/** By trait, in the order of the counts. */
export interface LogOdds {
  /** Above 0: more frequent in the target. */
  readonly delta: Float64Array;
  readonly variance: Float64Array;
  /** delta over its standard error: standard normal where nothing differs. */
  readonly z: Float64Array;
}

/**
 * The logarithm of how much greater the odds of each trait are in a target than in the rest, drawn to 0 by an informative
 * Dirichlet prior.
 *
 * Films bear several traits, or none, and each once: give `sizes`. A trait then is a draw of its own, with or without it, and the
 * prior its Beta: how often traits meet in a film does not matter. Without `sizes` the counts are the draws of one multinomial,
 * as words are, their sums the sizes. On simulated films (250 against 4 000, 14 traits that come together) 95 % intervals by
 * `sizes` hold the truth in 93 to 97 % of cases; those of the multinomial, of the commonest trait, in 99 %. And since the shares
 * of a multinomial sum to 1, a trait planted makes others seem rarer: where a false discovery rate of 5 % is asked it is 18 %
 * (by `sizes`: 3 %).
 *
 * delta ± 1.96·√variance is such an interval as long as the prior is weak, worth a tenth of the target at most: then it holds
 * odds doubled in 92 %; under a prior worth as much as the target, in 6 %, though that one invents nothing.
 * @param target how often each trait occurs in the target; `rest`: elsewhere, not in all
 * @param prior pseudo-counts, all above 0, in proportion to how frequent the traits are in all
 * @param sizes how many films stand behind the counts: in the target, in the rest, and in the prior (prior[w] / sizes.prior is
 * the share of trait w in all)
 * Source: Monroe, Colaresi & Quinn 2008, "Fightin' words: lexical feature selection and evaluation for identifying the content
 * of political conflict", section 3, equations 15 to 22, with all four terms of the variance, of which rare words need but two.
 */
export function logOdds(
  target: Float64Array,
  rest: Float64Array,
  prior: Float64Array,
  sizes: Sizes = { target: total(target), rest: total(rest), prior: total(prior) },
): LogOdds {
  const n = target.length;
  const delta = new Float64Array(n);
  const variance = new Float64Array(n);
  const z = new Float64Array(n);
  for (let w = 0; w < n; w++) {
    const a = prior[w]!;
    const with1 = target[w]! + a;
    const with2 = rest[w]! + a;
    const without1 = sizes.target + sizes.prior - with1;
    const without2 = sizes.rest + sizes.prior - with2;
    delta[w] = Math.log(with1 / without1) - Math.log(with2 / without2);
    variance[w] = 1 / with1 + 1 / without1 + 1 / with2 + 1 / without2;
    z[w] = delta[w]! / Math.sqrt(variance[w]!);
  }
  return { delta, variance, z };
}

function total(counts: Float64Array): number {
  let sum = 0;
  for (const count of counts) sum += count;
  return sum;
}
