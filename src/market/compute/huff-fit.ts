import { captured, huffShares, type HuffPower } from '#market/compute/huff.ts';

/** What the model is held against: homes, places, and what some of the places really sold. */
export interface HuffWorld {
  readonly people: readonly number[];
  readonly attraction: readonly number[];
  /** Minutes of each home to each place. */
  readonly minutes: readonly (readonly number[])[];
  /** Entries of each place whose share is compared; null for the others. */
  readonly entries: readonly (number | null)[];
}

export interface HuffFit extends HuffPower {
  /** Root mean square of the differences between shares, in points (0 to 100). */
  readonly error: number;
  /** Part of the people drawn by the places that are not compared, 0 to 1. */
  readonly leakage: number;
  /** People drawn by each place. */
  readonly captured: readonly number[];
}

/**
 * The model beside what was sold: shares among the compared places.
 *
 *     error = 100 √( Σ_j (ŝ_j - s_j)² / n )
 */
export function huffFit({ people, attraction, minutes, entries }: HuffWorld, power: HuffPower): HuffFit {
  const drawn = captured(people, huffShares(attraction, minutes, power));
  const compared = entries.flatMap((sold, at) => (sold === null ? [] : [{ sold, drawn: drawn[at] ?? 0 }]));
  const sold = compared.reduce((sum, one) => sum + one.sold, 0);
  const inside = compared.reduce((sum, one) => sum + one.drawn, 0);
  const all = drawn.reduce((sum, one) => sum + one, 0);
  const squares = compared.reduce((sum, one) => sum + (one.drawn / inside - one.sold / sold) ** 2, 0);
  return {
    ...power,
    error: 100 * Math.sqrt(squares / compared.length),
    leakage: 1 - inside / all,
    captured: drawn,
  };
}

/** The powers that are tried. A few places cannot tell them apart: the grid is there to show the range, not to find the truth. */
export const alphas: readonly number[] = [0.6, 0.8, 1, 1.2, 1.4];
export const betas: readonly number[] = [1, 1.5, 2, 2.5, 3];

/** Every pair of powers of the grid, alpha by alpha. */
export const huffGrid = (world: HuffWorld): readonly HuffFit[] =>
  alphas.flatMap((alpha) => betas.map((beta) => huffFit(world, { alpha, beta })));

/**
 * The pairs that the data cannot tell from the best: the 95 % confidence region of two parameters fitted by least squares (Bates & Watts,
 * Nonlinear Regression Analysis and Its Applications, 1988, section 6.1). With m = n - 1 - 2 degrees of freedom (n shares that sum to 1, two
 * powers) the quantile of F is known in full, and the region is
 *
 *     error <= best × 0.05^(-1/m)
 *
 * With fewer than four places compared, nothing is told apart: every pair is in it.
 *
 * @param compared how many places have their share compared
 */
export function plausible(grid: readonly HuffFit[], compared: number): readonly HuffFit[] {
  const freedom = compared - 3;
  if (freedom < 1) return grid;
  const best = Math.min(...grid.map(({ error }) => error));
  return grid.filter(({ error }) => error <= best * 0.05 ** (-1 / freedom));
}
