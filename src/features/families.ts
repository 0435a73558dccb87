import type { TraitKind } from '#features/trait-kinds.ts';

/** One family of attributes: where its (film, term, value) rows come from and how much evidence it needs before it counts in full. */
export interface Family {
  readonly name: string;
  readonly trait: TraitKind;
  /** A SELECT of film INTEGER, term VARCHAR, value DOUBLE; '' when the terms are words, made in TypeScript. */
  readonly sql: string;
  /** Shrinkage, in squared idf: a film whose only evidence is this much counts for half. */
  readonly shrink: number;
}

const credits = (categories: string): string =>
  `SELECT film, person::VARCHAR AS term, 1.0::DOUBLE AS value FROM film_credit WHERE category IN (${categories})`;

/** The families of the catalogue, in the order of their terms. */
export const families: readonly Family[] = [
  { name: 'genre', trait: 'genre', shrink: 1, sql: 'SELECT film, genre AS term, 1.0::DOUBLE AS value FROM film_genre' },
  {
    name: 'keyword',
    trait: 'keyword',
    shrink: 30,
    sql: 'SELECT film, keyword AS term, 1.0::DOUBLE AS value FROM film_keyword',
  },
  { name: 'director', trait: 'director', shrink: 1, sql: credits("'director'") },
  {
    name: 'cast',
    trait: 'cast',
    shrink: 15,
    // The n-th billed actor counts for 1 / sqrt(n), the first twelve only.
    sql: `SELECT film, person::VARCHAR AS term, 1.0 / sqrt(place) AS value FROM (SELECT film, person, row_number() OVER (PARTITION BY film ORDER BY billing, abs(person)) AS place FROM film_credit WHERE category IN ('actor', 'actress', 'self')) WHERE place <= 12`,
  },
  { name: 'writer', trait: 'writer', shrink: 15, sql: credits("'writer'") },
  { name: 'composer', trait: 'composer', shrink: 10, sql: credits("'composer'") },
  { name: 'crew', trait: 'crew', shrink: 20, sql: credits("'cinematographer', 'editor', 'producer'") },
  {
    name: 'country',
    trait: 'country',
    shrink: 3,
    sql: 'SELECT film, country AS term, 1.0::DOUBLE AS value FROM film_country',
  },
  {
    name: 'language',
    trait: 'language',
    shrink: 1,
    sql: 'SELECT film, original_language AS term, 1.0::DOUBLE AS value FROM film WHERE original_language IS NOT NULL',
  },
  {
    name: 'company',
    trait: 'company',
    shrink: 10,
    sql: 'SELECT film, company AS term, 1.0::DOUBLE AS value FROM film_company',
  },
  { name: 'words', trait: 'story', shrink: 60, sql: '' },
  { name: 'motsFr', trait: 'story', shrink: 40, sql: '' },
  { name: 'title', trait: 'title', shrink: 5, sql: '' },
];
