import type { ParameterType } from '#catalogue/query.ts';
import type { Filters } from '#indicators/filters.ts';

/** What narrows the films, and how many of a cast count. */
export const scopeParameters = {
  from: 'number',
  to: 'number',
  genre: 'text',
  country: 'text',
  minVotes: 'number',
} as const satisfies Record<string, ParameterType>;
export const castParameters = { ...scopeParameters, billing: 'number' } as const;

export interface Scope {
  readonly from: number;
  readonly to: number;
  /** '': any. */
  readonly genre: string;
  readonly country: string;
  readonly minVotes: number;
}
export interface CastScope extends Scope {
  readonly billing: number;
}

/** The arguments of `withCast` alone. */
export const castOf = ({ from, to, genre, country, minVotes, billing }: CastScope): CastScope => ({
  from,
  to,
  genre,
  country,
  minVotes,
  billing,
});

/** The films asked about: none of a year to come, and at least so many votes unless the filters say otherwise. */
export const scopeOf = (filters: Filters, today: string, { minVotes }: { minVotes: number }): Scope => ({
  from: filters.from ?? 1888,
  to: Math.min(filters.to ?? 9999, Number(today.slice(0, 4))),
  genre: filters.genre ?? '',
  country: filters.country ?? '',
  minVotes: filters.minVotes ?? minVotes,
});

/**
 * `films`: the cinema films asked about, an hour long at least, or of unknown length. An hour is the CNC's bound of a feature; under it stand also
 * the episodes of series that a dump may record as films.
 * @param condition a further one, in SQL
 */
export const withFilms = (rest: string, condition = 'true'): string =>
  `WITH films AS MATERIALIZED (SELECT film, id, year, votes, rating FROM film WHERE kind = 'movie' AND coalesce(runtime, 60) >= 60 AND coalesce(votes, 0) >= $minVotes AND year BETWEEN $from AND $to
    AND ($genre = '' OR film IN (SELECT film FROM film_genre WHERE genre = $genre)) AND ($country = '' OR film IN (SELECT film FROM film_country WHERE country = $country)) AND (${condition}))
  ${rest}`;

/**
 * `films`, and `billed`: their cast up to the place `billing`. The place is counted among the actors and actresses of IMDb's list, or of TMDB's where
 * IMDb has none. Where IMDb gives no place to some of a cast, each of them stands after those that have one, anywhere with the same chance: they count
 * when they are as likely as not to be within `billing`, and `sure` tells whether it is certain.
 */
export const withCast = (rest: string, condition?: string): string =>
  withFilms(
    `, acted AS MATERIALIZED (SELECT film, person, min(billing) AS billing FROM film_credit WHERE category IN ('actor', 'actress') AND film IN (SELECT film FROM films) GROUP BY film, person),
  head AS (SELECT film, count(*) FILTER (billing < 1000) AS told, count(*) FILTER (billing BETWEEN 1000 AND 2999) AS untold FROM acted GROUP BY film),
  told AS (SELECT film, person, row_number() OVER (PARTITION BY film ORDER BY billing, person) AS place FROM acted WHERE billing < 1000),
  billed AS MATERIALIZED (SELECT film, person, true AS sure FROM told WHERE place <= $billing
    UNION ALL SELECT film, person, told + untold <= $billing FROM acted JOIN head USING (film) WHERE billing BETWEEN 1000 AND 2999 AND untold <= 2 * ($billing - told)
    UNION ALL SELECT film, person, true FROM acted JOIN head USING (film) WHERE told + untold = 0 AND billing >= 3000 AND billing - 2999 <= $billing)
  ${rest}`,
    condition,
  );
