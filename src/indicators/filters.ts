/** What a reader may narrow an indicator to; null: not narrowed. */
export interface Filters {
  /** Years, both included. */
  readonly from: number | null;
  readonly to: number | null;
  /** IMDb's name of a genre. */
  readonly genre: string | null;
  /** ISO 3166 code of a country of production. */
  readonly country: string | null;
  /** The least votes of a film. */
  readonly minVotes: number | null;
  /** Which films: all, those with at least 1 000 votes, or the 100 most voted of each year. */
  readonly stratum: Stratum | null;
  /** Actresses, or actors. */
  readonly people: 'actress' | 'actor' | null;
  /** In what order people stand: how many films, how many votes, how well loved. */
  readonly sort: 'volume' | 'audience' | 'esteem' | null;
  /** Credits up to this place in the billing count. */
  readonly billing: number | null;
  /** The least credits of a person. */
  readonly credits: number | null;
  /** The weight of the mean, in votes, in the weighted rating. */
  readonly weight: number | null;
}

export type FilterName = keyof Filters;
export type Stratum = 'all' | 'voted' | 'top';

export const noFilters: Filters = {
  from: null,
  to: null,
  genre: null,
  country: null,
  minVotes: null,
  stratum: null,
  people: null,
  sort: null,
  billing: null,
  credits: null,
  weight: null,
};
