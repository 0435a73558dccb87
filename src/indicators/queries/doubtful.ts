import { number, query, textOrNull } from '#catalogue/query.ts';

/** Of what the dumps call films: how many have `votes` votes or more, how many of these TMDB does not know, and the most voted of them. */
export const doubtfulFilms = query({
  name: 'doubtful-films',
  parameters: { votes: 'number' },
  columns: { known: number, unknown: number, example: textOrNull },
  sql: `SELECT count(*) FILTER (known)::INTEGER AS known, count(*) FILTER (NOT known)::INTEGER AS "unknown", arg_max(title, votes) FILTER (NOT known) AS example
    FROM (SELECT title, votes, tmdb_id IS NOT NULL OR original_language IS NOT NULL AS known FROM film WHERE kind = 'movie' AND votes >= $votes)`,
});
