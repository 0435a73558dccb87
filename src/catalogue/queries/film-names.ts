import { number, numberOrNull, query, text } from '#catalogue/query.ts';

/** Every name of every film, for the title search. */
export const allNames = query({
  name: 'all-names',
  parameters: {},
  columns: { film: number, name: text },
  sql: 'SELECT DISTINCT film, name FROM film_name ORDER BY film, name',
});

/**
 * Year and renown of every film, in the order of the dense indices. A film is doubtful when TMDB, which knows most of the films that are voted for,
 * does not know it, its language is unknown too, and it is of 1960 or later and shorter than 70 minutes: the sources call many episodes of
 * series films, and say nothing else by which to tell them. What our editors know is never doubtful.
 */
export const allWeights = query({
  name: 'all-weights',
  parameters: {},
  columns: {
    film: number,
    year: numberOrNull,
    votes: number,
    renown: numberOrNull,
    rating: numberOrNull,
    doubtful: number,
  },
  sql: `SELECT film, year, coalesce(votes, 0) AS votes, renown, rating,
      (tmdb_id IS NULL AND original_language IS NULL AND renown IS NULL AND coalesce(year, 0) >= 1960 AND coalesce(runtime, 70) < 70
        AND (SELECT 2 * count(tmdb_id) > count(*) FROM film WHERE votes >= 100))::INTEGER AS doubtful
    FROM film ORDER BY film`,
});
