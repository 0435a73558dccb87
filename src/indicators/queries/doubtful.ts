import { number, query, textOrNull } from '#catalogue/query.ts';

/** Of what the dumps call films: how many have `votes` votes or more, how many of these TMDB does not know, and the most voted of them. */
export const doubtfulFilms = query({
  name: 'doubtful-films',
  parameters: { votes: 'number' },
  columns: { known: number, unknown: number, example: textOrNull },
  sql: `SELECT count(*) FILTER (known)::INTEGER AS known, count(*) FILTER (NOT known)::INTEGER AS "unknown", arg_max(title, votes) FILTER (NOT known) AS example
    FROM (SELECT title, votes, tmdb_id IS NOT NULL OR original_language IS NOT NULL AS known FROM film WHERE kind = 'movie' AND votes >= $votes)`,
});

/** How many of those that TMDB does not know are of the years, genre and country asked for, of `doubtful` votes or more; the most voted. */
export const doubtfulWithinFilters = query({
  name: 'doubtful-within-filters',
  parameters: { from: 'number', to: 'number', genre: 'text', country: 'text', doubtful: 'number' },
  columns: { films: number, example: textOrNull },
  sql: `SELECT count(*)::INTEGER AS films, arg_max(title, votes) AS example FROM film
    WHERE kind = 'movie' AND votes >= $doubtful AND tmdb_id IS NULL AND original_language IS NULL AND year BETWEEN $from AND $to
      AND ($genre = '' OR film IN (SELECT film FROM film_genre WHERE genre = $genre))
      AND ($country = '' OR film IN (SELECT film FROM film_country WHERE country = $country))`,
});
