export interface HybridParameters {
  /** Weight of the content score beside the collaborative one, by the most rated films that a basket may have. */
  readonly content: readonly { readonly most: number; readonly weight: number }[];
  /** Content score of a film of which nothing is known but ratings. */
  readonly silent: number;
  /** Bonds, squared, that draw a film without ratings towards the mean of all. */
  readonly shrink: number;
  /** What a film without ratings loses for being unsure. */
  readonly unrated: number;
  /** Lifts are held within e to this, both ways. */
  readonly mostLift: number;
  /** Between two films: the exponent of popularity taken away, and the weight beside content. */
  readonly pairPopularity: number;
  readonly pairWeight: number;
}

/** Chosen on validation viewers of MovieLens 1M and Letterboxd: docs/models.md. */
export const hybridParameters: HybridParameters = {
  content: [
    { most: 1, weight: 0.3 },
    { most: 3, weight: 0.3 },
    { most: 8, weight: 0.2 },
    { most: 20, weight: 0.15 },
    { most: Infinity, weight: 0.1 },
  ],
  silent: -6,
  shrink: 0.05,
  unrated: 0,
  mostLift: 4,
  pairPopularity: 0.5,
  pairWeight: 1,
};
