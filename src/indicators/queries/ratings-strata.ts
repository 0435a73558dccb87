import { number, numbers, query } from '#catalogue/query.ts';
import { withinParameters, withinSql } from '#indicators/queries/chosen-films.ts';

/**
 * By decade (`from` its first year with films, `to` its last) and by class of votes (0: under 100, 1: under 1 000, 2: under 10 000, 3: under 100 000, 4: the others), how many films
 * of each rating, in tenths.
 */
export const ratingCounts = query({
  name: 'rating-counts',
  parameters: withinParameters,
  columns: { decade: number, from: number, to: number, votes: number, ratings: numbers, films: numbers },
  sql:
    'WITH ' +
    withinSql +
    `, cell AS (SELECT year // 10 * 10 AS decade, min(year) AS first, max(year) AS last, CASE WHEN votes < 100 THEN 0 WHEN votes < 1000 THEN 1 WHEN votes < 10000 THEN 2 WHEN votes < 100000 THEN 3 ELSE 4 END AS class,
        round(rating * 10)::INTEGER AS tenths, count(*)::INTEGER AS films FROM within WHERE votes > 0 AND rating IS NOT NULL GROUP BY ALL)
      SELECT decade, min(first) AS "from", max(last) AS "to", class AS votes, list(tenths ORDER BY tenths) AS ratings, list(films ORDER BY tenths) AS films FROM cell GROUP BY decade, class ORDER BY decade, class`,
});

/** How many films have a rating, of those in the years asked for. */
export const ratedCount = query({
  name: 'rated-count',
  parameters: withinParameters,
  columns: { films: number, rated: number },
  sql: 'WITH ' + withinSql + ' SELECT count(*)::INTEGER AS films, count(rating)::INTEGER AS rated FROM within',
});

/** The films of a decade and a class of votes, the most voted first. */
export const filmsOfVotes = query({
  name: 'films-of-votes',
  parameters: { ...withinParameters, least: 'number', below: 'number' },
  columns: { film: number },
  sql:
    'WITH ' +
    withinSql +
    ' SELECT film FROM within WHERE rating IS NOT NULL AND votes >= $least AND votes < $below ORDER BY votes DESC, film',
});
