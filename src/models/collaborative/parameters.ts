import type { BucketName } from '#models/collaborative/buckets.ts';

/** How a basket is drawn from a viewer's likes in the expectations that a matrix is the best answer to: so many films, or a share of them. */
export type Draw = { readonly films: number } | { readonly share: number };

/** What one bucket's matrix is trained with, and how it is asked. Chosen on validation viewers: docs/models.md. */
export interface BucketParameters {
  readonly draw: Draw;
  /** A viewer with n likes weighs n^-viewerExponent (Park et al. 2025, DAN). */
  readonly viewerExponent: number;
  /** l2, in viewers: added to each film's expected number of baskets, times the mean size of a basket. */
  readonly ridge: number;
  /** Share of a film's own expected baskets added to the diagonal: dropout beyond the drawing (Steck 2020, EDLAE). */
  readonly dropout: number;
  /** Weight of the log-linear score beside the logarithm of the linear one. */
  readonly lift: number;
  /** Strength of one film's lift in the log-linear score. */
  readonly liftStrength: number;
  /** The exponent a of 1/popularity^a on the score, for the long tail (DAN); 0 leaves it. */
  readonly itemExponent: number;
  /** Weight of iALS in the blend; 0 leaves it out. */
  readonly factors: number;
}

export type Parameters = Readonly<Record<BucketName, BucketParameters>>;

const base = { viewerExponent: 0, ridge: 0.3, dropout: 0, lift: 0, liftStrength: 0.5, itemExponent: 0, factors: 0 };

export const defaultParameters: Parameters = {
  '1': { ...base, draw: { films: 1 } },
  '2-3': { ...base, draw: { films: 3 } },
  '4-8': { ...base, draw: { films: 5 }, lift: 0.3 },
  '9-20': { ...base, draw: { films: 10 }, lift: 0.3, factors: 0.2 },
  more: { ...base, draw: { share: 0.3 }, viewerExponent: 0.5, ridge: 0.5, factors: 0.6 },
};
