import { number, query, textOrNull } from '#catalogue/query.ts';

/** Of what the dumps call films: how many have `votes` votes or more, how many of these TMDB does not know, and the most voted of them. */
export const doubtfulFilms = query({
  name: 'doubtful-films',
  parameters: { votes: 'number' },
  columns: { known: number, unknown: number, example: textOrNull },
  sql: `SELECT count(tmdb_id)::INTEGER AS known, count(*) FILTER (tmdb_id IS NULL)::INTEGER AS "unknown",
      arg_max(title, votes) FILTER (tmdb_id IS NULL) AS example
    FROM film WHERE kind = 'movie' AND votes >= $votes`,
});
