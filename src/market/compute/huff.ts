/** How much size draws, and how much time keeps away. */
export interface HuffPower {
  /** Power of the attraction, 0 or more. */
  readonly alpha: number;
  /** Power of the minutes, 0 or more. */
  readonly beta: number;
}

/** As the notes of the study take them: size as it is, time squared as gravity is. */
export const usualPower: HuffPower = { alpha: 1, beta: 2 };

/**
 * The part of each home that goes to each place, after Huff, Defining and Estimating a Trading Area, Journal of Marketing 28 (1964), and
 * A Probabilistic Analysis of Shopping Center Trade Areas, Land Economics 39 (1963).
 *
 *     p_ij = A_j^α t_ij^-β / Σ_k A_k^α t_ik^-β
 *
 * @param attraction of each place, more than zero: screens
 * @param minutes of each home to each place, more than zero
 * @returns for each home, shares that sum to 1
 */
export function huffShares(
  attraction: readonly number[],
  minutes: readonly (readonly number[])[],
  { alpha, beta }: HuffPower = usualPower,
): readonly (readonly number[])[] {
  const pull = attraction.map((size) => size ** alpha);
  return minutes.map((row) => {
    const weights = row.map((time, at) => (pull[at] ?? 0) * time ** -beta);
    const all = weights.reduce((sum, weight) => sum + weight, 0);
    return weights.map((weight) => weight / all);
  });
}

/**
 * People that each place draws: Σ_i people(i) × p_ij.
 * @returns in the order of the places; they sum to all the people
 */
export function captured(people: readonly number[], shares: readonly (readonly number[])[]): readonly number[] {
  const places = shares[0]?.length ?? 0;
  return Array.from({ length: places }, (_, at) =>
    shares.reduce((sum, row, home) => sum + (people[home] ?? 0) * (row[at] ?? 0), 0),
  );
}
