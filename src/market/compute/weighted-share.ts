/** A share of several cinemas together, and how much of their entries it is known for. */
export interface WeightedShare {
  /** Σ entries × share / Σ entries, over the cinemas that have one; NaN when none has. */
  readonly share: number;
  /** Entries of the cinemas that have a share, over all entries. */
  readonly known: number;
}

/** The share of several cinemas, each weighted by its entries: a mean of shares would count a village as a town. */
export function weightedShare(
  cinemas: readonly { readonly entries: number; readonly share: number | null }[],
): WeightedShare {
  let known = 0;
  let part = 0;
  for (const { entries, share } of cinemas) {
    if (share === null) continue;
    known += entries;
    part += entries * share;
  }
  return { share: part / known, known: known / cinemas.reduce((sum, one) => sum + one.entries, 0) };
}

/** By how many points a share is above another. */
export const pointsAbove = (share: number, reference: number): number => 100 * (share - reference);
