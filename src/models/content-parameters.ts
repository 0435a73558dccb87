/** What each family weighs in the similarity of two films, and how the prior leans; chosen on validation viewers, see docs/models.md. */
export interface ContentParameters {
  readonly families: Readonly<Record<string, number>>;
  /** Similarity that any two films have, so that a film with no shared trait is not ruled out. */
  readonly floor: number;
  readonly profiles: readonly BasketProfile[];
  readonly lsaDepth: number;
  readonly dislike: number;
  /** A liked film weighs e^(-obscurity x ln(votes)) among the liked. */
  readonly obscurity: number;
  /** What a basket is surely about: see `sureOf`. */
  readonly sure: {
    /** By family of terms. */
    readonly weights: Readonly<Record<string, number>>;
    /** The weight of being in another language than the main one. */
    readonly foreign: number;
    readonly shrink: number;
    readonly least: number;
    readonly most: number;
    /** One film alone counts by (famousFrom - ln(1 + votes)) / littleKnownSpan. */
    readonly famousFrom: number;
    readonly littleKnownSpan: number;
  };
  /** A basket of mean fame below `below` wants less of the famous: see `priorFor`. */
  readonly littleKnown: { readonly below: number; readonly weight: number };
  /** Between two films alone: the exponent of their similarity, and the prior of the second. */
  readonly pair: Pick<BasketProfile, 'taste' | 'prior'>;
}

/** How much taste and prior weigh for a basket of `size` films; in between, by interpolation in ln(size). */
export interface BasketProfile {
  readonly size: number;
  /** The exponent of the similarity. */
  readonly taste: number;
  /** Of ln(votes) - 9, its square / 4, weighted rating - 6.5, and the product of the first and third. */
  readonly prior: readonly [number, number, number, number];
  /** What each point of the basket's mean weighted rating above 7.3 adds to the exponent. */
  readonly tasteByEsteem: number;
  /** Of ln(similarity with the films that people know): what resembles everything is no answer to anyone. */
  readonly common: number;
  /** Of ln(place among the films of its year, by fame). */
  readonly standing: number;
  /** Of (y² / 2) and of (y x the basket's mean y), y the years since 1990 over 15. */
  readonly year: number;
  readonly sameYear: number;
}

export const contentParameters: ContentParameters = {
  families: {
    genre: 0.54,
    keyword: 2.35,
    director: 0.27,
    cast: 1.38,
    writer: 0.66,
    composer: 0.19,
    crew: 0.63,
    country: 0.41,
    language: 0.47,
    company: 0.34,
    words: 0.77,
    motsFr: 0.63,
    title: 0.35,
    era: 0.31,
    fame: 0.24,
    esteem: 0.14,
    genreEra: 0.29,
    genreLanguage: 0.24,
    lsa: 0.76,
  },
  floor: 0.49,
  profiles: [
    {
      size: 1,
      taste: 1.93,
      tasteByEsteem: -0.45,
      prior: [0.3, 0.074, 0.62, -0.03],
      common: -0.8,
      standing: -0.15,
      year: -0.08,
      sameYear: 0.045,
    },
    {
      size: 3,
      taste: 3.6,
      tasteByEsteem: -1.6,
      prior: [0.2, 0.08, 0.55, 0],
      common: -1.8,
      standing: -0.1,
      year: -0.04,
      sameYear: 0.13,
    },
    {
      size: 5,
      taste: 4.9,
      tasteByEsteem: -2,
      prior: [0.178, 0.051, 0.48, 0.03],
      common: -2.9,
      standing: -0.06,
      year: -0.02,
      sameYear: 0.138,
    },
  ],
  lsaDepth: 128,
  dislike: 0.5,
  obscurity: 0.15,
  sure: {
    weights: { genre: 0.5, language: 0.5, director: 0.25 },
    foreign: 0.6,
    shrink: 2,
    least: 1.5,
    most: 3,
    famousFrom: 10,
    littleKnownSpan: 1.5,
  },
  littleKnown: { below: 10, weight: 0.2 },
  pair: { taste: 3.86, prior: [0.1425, 0.037, 0.335, -0.017] },
};
