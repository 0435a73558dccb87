import { number, numberOrNull, query, text } from '#catalogue/query.ts';

/** Every name of every film, for the title search. */
export const allNames = query({
  name: 'all-names',
  parameters: {},
  columns: { film: number, name: text },
  sql: 'SELECT DISTINCT film, name FROM film_name ORDER BY film, name',
});

/** Year and renown of every film, in the order of the dense indices. */
export const allWeights = query({
  name: 'all-weights',
  parameters: {},
  columns: { film: number, year: numberOrNull, votes: number, renown: numberOrNull, rating: numberOrNull },
  sql: 'SELECT film, year, coalesce(votes, 0) AS votes, renown, rating FROM film ORDER BY film',
});
