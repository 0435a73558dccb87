import type { Origin } from '#advice/niche.ts';

/** What is known of an audience, for the fit of a niche to it: plain values, from the market's book. */
export interface Locality {
  /** The name of the place, as a sentence says it. */
  readonly name: string;
  /** Share of the entries by origin of the films, here and in the country; null: not known. `spread`: how sure their ratio is, as a standard deviation of its logarithm. */
  readonly origins: Readonly<
    Record<Origin, { readonly local: number | null; readonly national: number | null; readonly spread: number }>
  >;
  /** Share of the entries that each band of ages makes, here and in the country: shares sum to 1. */
  readonly ages: readonly {
    readonly from: number;
    readonly to: number;
    readonly local: number;
    readonly national: number;
  }[];
  /** Audience of a genre by the same bands of ages, shares that sum to 1; genres that no table tells are missing. */
  readonly genreAges: ReadonlyMap<string, readonly number[]>;
  /** Share of the country's entries that films of a genre make; genres that no table tells are missing. */
  readonly genreEntries: ReadonlyMap<string, number>;
  /** What films of ten years and more make in the country: shares of the entries and of the films shown, and of which year; null: not known. */
  readonly heritage: { readonly entries: number; readonly films: number; readonly year: number } | null;
  /** The year of the answer: how old people were when a film came out. */
  readonly year: number;
}

/** How well a niche fits an audience: 1 is as well as the country's; the spread is that of its logarithm. */
export interface Fit {
  readonly lift: number;
  readonly spread: number;
  readonly known: boolean;
}

/** What a fit is made of: the niches of one origin share what is not known of it, and so for genres and decades. */
export interface FitParts {
  readonly origin: Fit;
  readonly genre: Fit;
  readonly decade: Fit;
}
