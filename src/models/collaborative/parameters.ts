import type { BucketName } from '#models/collaborative/buckets.ts';

/** How a basket is drawn from a viewer's likes in the expectations that a matrix is the best answer to: so many films, or a share of them. */
export type Draw = { readonly films: number } | { readonly share: number };

/** Baskets are drawn from the likes, the rest is to be found (moments.ts). */
export interface Drawn {
  readonly draw: Draw;
  /** l2, in viewers: added to each film's expected number of baskets, times the mean size of a basket. */
  readonly ridge: number;
}

/** A denoising linear autoencoder of the whole taste (autoencoder.ts). */
export interface Denoised {
  /** p: the share of a taste that is hidden while learning (Steck 2020, EDLAE). */
  readonly dropout: number;
  readonly l2: number;
  /** xi: how far the zero diagonal is relaxed, 0 not at all (Moon et al. 2023, RDLAE). */
  readonly relaxation: number;
  /** What a liked film counts for grows as its popularity to this exponent, what it brings falls as the other's (Park et al. 2025, DAN). */
  readonly filmExponent: number;
}

/** What one bucket's matrix is trained with, and how it is asked. Chosen on validation viewers: docs/models.md. */
export interface BucketParameters {
  readonly teach: Drawn | Denoised;
  /** A viewer with n likes weighs n^-viewerExponent (Park et al. 2025, DAN). */
  readonly viewerExponent: number;
  /** Weight of the log-linear score beside the logarithm of the linear one. */
  readonly lift: number;
  /** Strength of one film's lift in the log-linear score. */
  readonly liftStrength: number;
  /** The exponent of 1/popularity on the score, for the long tail; 0 leaves it. */
  readonly itemExponent: number;
  /** Weight of iALS in the blend; 0 leaves it out. */
  readonly factors: number;
}

export type Parameters = Readonly<Record<BucketName, BucketParameters>>;

const base = { viewerExponent: 0, lift: 0, liftStrength: 0.7, itemExponent: 0, factors: 0 };

export const defaultParameters: Parameters = {
  '1': { ...base, teach: { draw: { films: 1 }, ridge: 0.1 } },
  '2-3': { ...base, teach: { draw: { films: 3 }, ridge: 0.3 }, lift: 0.3 },
  '4-8': { ...base, teach: { draw: { films: 5 }, ridge: 0.15 }, lift: 0.3, factors: 0.1 },
  '9-20': { ...base, teach: { draw: { films: 10 }, ridge: 0.3 }, lift: 0.15, liftStrength: 0.65, factors: 0.2 },
  more: {
    ...base,
    teach: { dropout: 0.1, l2: 50, relaxation: 0, filmExponent: 0.2 },
    viewerExponent: 0.4,
    factors: 0.8,
  },
};
