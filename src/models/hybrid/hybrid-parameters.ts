export interface HybridParameters {
  /** Weight of the content score beside the collaborative one, by the most rated films that a basket may have. */
  readonly rated: readonly { readonly most: number; readonly weight: number }[];
  /** A film without ratings: exponent of its expected share of viewers, what is added for the rest of it, weight of its content score. */
  readonly unrated: { readonly share: number; readonly offset: number; readonly content: number };
  /** The least content score that counts, and that of a film of which nothing is known but ratings. */
  readonly silent: number;
  /** Bonds, squared, that draw a film without ratings towards the mean of all. */
  readonly shrink: number;
  /** ln of the largest lift, both ways. */
  readonly mostLift: number;
  /** Between two films: the exponent of popularity taken away, and the weight beside content. */
  readonly pairPopularity: number;
  readonly pairWeight: number;
}

/** Chosen on validation viewers of MovieLens 1M: docs/models.md. */
export const hybridParameters: HybridParameters = {
  rated: [
    { most: 8, weight: 0.05 },
    { most: Infinity, weight: 0.1 },
  ],
  unrated: { share: 0.3, offset: -3.2, content: 0.55 },
  silent: -8,
  shrink: 0.05,
  mostLift: 4,
  pairPopularity: 0.5,
  pairWeight: 1,
};
