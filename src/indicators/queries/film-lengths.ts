import { number, numbers, query } from '#catalogue/query.ts';
import {
  leastVotesOfTop,
  manyVotes,
  mostVoted,
  withinParameters,
  withinSql,
} from '#indicators/queries/chosen-films.ts';

/**
 * How many films of each length, year by year: `lengths` in minutes, and beside each how many films of all, of those that are no
 * documentaries, of those with many votes, and of the year's most voted. The most voted are ranked among the films that last
 * `feature` minutes or whose length is unknown, and have votes enough. `without…`: films whose length is unknown.
 */
export const filmLengths = query({
  name: 'film-lengths',
  parameters: { ...withinParameters, feature: 'number' },
  columns: {
    year: number,
    lengths: numbers,
    films: numbers,
    fiction: numbers,
    voted: numbers,
    top: numbers,
    withoutFilms: number,
    withoutVoted: number,
    withoutTop: number,
  },
  sql:
    'WITH ' +
    withinSql +
    `, placed AS (
      SELECT year, runtime, votes, film NOT IN (SELECT film FROM film_genre WHERE genre = 'Documentary') AS fiction,
        votes >= ` +
    leastVotesOfTop +
    ` AND row_number() OVER (PARTITION BY year, coalesce(runtime < $feature, false) ORDER BY votes DESC NULLS LAST, film) <= ` +
    mostVoted +
    ` AS most FROM within),
    cell AS (SELECT year, runtime, count(*)::INTEGER AS films, count(*) FILTER (fiction)::INTEGER AS fiction,
        count(*) FILTER (votes >= ` +
    manyVotes +
    `)::INTEGER AS voted, count(*) FILTER (most)::INTEGER AS top FROM placed GROUP BY year, runtime)
    SELECT year, coalesce(list(runtime ORDER BY runtime) FILTER (runtime IS NOT NULL), []) AS lengths,
      coalesce(list(films ORDER BY runtime) FILTER (runtime IS NOT NULL), []) AS films,
      coalesce(list(fiction ORDER BY runtime) FILTER (runtime IS NOT NULL), []) AS fiction,
      coalesce(list(voted ORDER BY runtime) FILTER (runtime IS NOT NULL), []) AS voted,
      coalesce(list(top ORDER BY runtime) FILTER (runtime IS NOT NULL), []) AS top,
      coalesce(sum(films) FILTER (runtime IS NULL), 0)::INTEGER AS "withoutFilms",
      coalesce(sum(voted) FILTER (runtime IS NULL), 0)::INTEGER AS "withoutVoted",
      coalesce(sum(top) FILTER (runtime IS NULL), 0)::INTEGER AS "withoutTop"
    FROM cell GROUP BY year ORDER BY year`,
});

/** The films of a year in a stratum that last `feature` minutes at least, the most voted first. */
export const filmsOfYear = query({
  name: 'films-of-year',
  parameters: { ...withinParameters, stratum: 'text' },
  columns: { film: number },
  sql:
    'WITH ' +
    withinSql +
    `, placed AS (SELECT *, row_number() OVER (ORDER BY votes DESC NULLS LAST, film) AS place FROM within)
    SELECT film FROM placed WHERE runtime IS NOT NULL AND CASE $stratum WHEN 'voted' THEN coalesce(votes, 0) >= ` +
    manyVotes +
    ` WHEN 'top' THEN coalesce(votes, 0) >= ` +
    leastVotesOfTop +
    ` AND place <= ` +
    mostVoted +
    ` ELSE true END ORDER BY votes DESC NULLS LAST, film`,
});

/**
 * How many titles are set aside before lengths are looked at, of the years, genre, country and votes asked for: films made for
 * television, and shorts.
 */
export const lengthsSetAside = query({
  name: 'lengths-set-aside',
  parameters: { from: 'number', to: 'number', genre: 'text', country: 'text', shortest: 'number', votes: 'number' },
  columns: { television: number, shorts: number },
  sql: `SELECT count(*) FILTER (kind = 'tvMovie')::INTEGER AS television, count(*) FILTER (kind = 'movie' AND runtime < $shortest)::INTEGER AS shorts
    FROM film WHERE year BETWEEN $from AND $to AND ($votes = 0 OR votes >= $votes)
      AND ($genre = '' OR film IN (SELECT film FROM film_genre WHERE genre = $genre))
      AND ($country = '' OR film IN (SELECT film FROM film_country WHERE country = $country))`,
});
