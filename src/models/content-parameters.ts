/** What each family weighs in the similarity of two films, and how the prior leans; chosen on validation viewers, see docs/models.md. */
export interface ContentParameters {
  readonly families: Readonly<Record<string, number>>;
  /** Similarity that any two films have, so that a film with no shared trait is not ruled out. */
  readonly floor: number;
  readonly profiles: readonly BasketProfile[];
  readonly lsaDepth: number;
  readonly dislike: number;
}

/** How much taste and prior weigh for a basket of `size` films; in between, by interpolation in ln(size). */
export interface BasketProfile {
  readonly size: number;
  /** The exponent of the similarity. */
  readonly taste: number;
  /** Of ln(votes) - 9, its square / 4, weighted rating - 6.5, and the product of the first and third. */
  readonly prior: readonly [number, number, number, number];
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
    { size: 1, taste: 1.93, prior: [0.285, 0.074, 0.67, -0.034] },
    { size: 3, taste: 3.03, prior: [0.188, 0.06, 0.652, -0.002] },
    { size: 5, taste: 4.18, prior: [0.178, 0.051, 0.643, 0.017] },
  ],
  lsaDepth: 128,
  dislike: 0.5,
};
