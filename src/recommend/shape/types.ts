/** One film of a scored list: dense index and score, higher is better, comparable inside one list only. `Recommended` is one. */
export interface Scored {
  readonly film: number;
  readonly score: number;
}

/** How alike two films are, 0 (nothing in common) to 1 (the same); NaN counts as 0. */
export type Likeness = (a: number, b: number) => number;

/** What the conditions of a list look at: a film each, in the order of the dense indices. */
export interface FilmFacts {
  /** 0 when unknown. */
  readonly year: ArrayLike<number>;
  /** Minutes, 0 when unknown. */
  readonly runtime: ArrayLike<number>;
  readonly genres: readonly (readonly string[])[];
  /** ISO 3166-1 alpha-2. */
  readonly countries: readonly (readonly string[])[];
  /** ISO 639-1 of the original language. */
  readonly language: readonly (string | null)[];
  /** Identifiers or numbers of people: homonyms must differ. */
  readonly directors: readonly (readonly (string | number)[])[];
}
