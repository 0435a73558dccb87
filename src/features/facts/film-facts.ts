/** A saga for each film, by dense index; -1 for a film that is in none. */
export type Sagas = Int32Array;

/** What the conditions, the shaping and the shelves look at: a film each, in the order of the dense indices. */
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
  /** 1 for what reads as a film for the whole family (see `readsAsFamilyFilm`), 0 when it does not or when nothing says so. */
  readonly family: ArrayLike<number>;
}

/** The facts of a whole catalogue, with its sagas. */
export interface CatalogueFacts extends FilmFacts {
  readonly sagas: Sagas;
  /** Whose film it is: 1 + its place in `nationalities`, 0 when nothing tells. */
  readonly nationality: ArrayLike<number>;
  /** What told it: 1 + its place in `tellers`, 0 when nothing did. */
  readonly nationalityBy: ArrayLike<number>;
  /** What it earned in the world, in dollars of its time, 0 when unknown. */
  readonly revenue: ArrayLike<number>;
}
