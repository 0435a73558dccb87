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
 * @param target how often each trait occurs in the target; `rest`: elsewhere
 * @param prior pseudo-counts, all above 0, in proportion to how frequent the traits are in all
 * @param sizes how many films stand behind the counts, when a film bears several traits or none; without it, each count is a
 * draw of its own and the sizes are the sums of the counts
 * Source: Monroe, Colaresi & Quinn 2008, "Fightin' words", equations 15, 16, 19 and 22.
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
