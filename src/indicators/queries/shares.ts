import { number, query, text } from '#catalogue/query.ts';
import {
  chosenParameters,
  chosenSql,
  manyVotes,
  mostVoted,
  withinParameters,
  withinSql,
} from '#indicators/queries/chosen-films.ts';

const factsSql = `facts AS (
      SELECT film, genre AS code FROM film_genre WHERE $kind = 'genre'
      UNION ALL SELECT film, country FROM film_country WHERE $kind = 'country'
      UNION ALL SELECT film, language FROM film_language WHERE $kind = 'spoken'
      UNION ALL SELECT film, original_language FROM film WHERE $kind = 'language' AND original_language IS NOT NULL)`;

/**
 * By decade, how many films have each genre, country, spoken language or original language (`kind`): of all with `votes` votes or
 * more, of those with many votes, of each year's most voted. Four codes count films instead: '' all; '?' those of which the kind is
 * known; '+' those of several codes; '#' is how many codes they have in all. Two give a year: '<' the first, and '>' the last, of those
 * of which the kind is known; 0 where there are none.
 */
export const decadeShares = query({
  name: 'decade-shares',
  parameters: { ...withinParameters, votes: 'number', kind: 'text' },
  columns: { decade: number, code: text, all: number, voted: number, top: number },
  sql:
    'WITH ' +
    withinSql +
    `, flagged AS MATERIALIZED (SELECT film, year, year // 10 * 10 AS decade, coalesce(votes >= ` +
    manyVotes +
    `, false) AS voted, votes > 0 AND row_number() OVER (PARTITION BY year ORDER BY votes DESC NULLS LAST, film) <= ` +
    mostVoted +
    ` AS top FROM within WHERE $votes = 0 OR votes >= $votes), ` +
    factsSql +
    `, told AS MATERIALIZED (SELECT decade, year, film, voted, top, code FROM flagged JOIN facts USING (film)),
    film_told AS MATERIALIZED (SELECT decade, film, any_value(year) AS year, any_value(voted) AS voted, any_value(top) AS top, count(*) AS codes FROM told GROUP BY decade, film)
    SELECT decade, code, count(*)::INTEGER AS "all", count(*) FILTER (voted)::INTEGER AS voted, count(*) FILTER (top)::INTEGER AS top FROM told GROUP BY decade, code
    UNION ALL SELECT decade, '', count(*)::INTEGER, count(*) FILTER (voted)::INTEGER, count(*) FILTER (top)::INTEGER FROM flagged GROUP BY decade
    UNION ALL SELECT decade, '?', count(*)::INTEGER, count(*) FILTER (voted)::INTEGER, count(*) FILTER (top)::INTEGER FROM film_told GROUP BY decade
    UNION ALL SELECT decade, '+', count(*)::INTEGER, count(*) FILTER (voted)::INTEGER, count(*) FILTER (top)::INTEGER FROM film_told WHERE codes > 1 GROUP BY decade
    UNION ALL SELECT decade, '#', sum(codes)::INTEGER, coalesce(sum(codes) FILTER (voted), 0)::INTEGER, coalesce(sum(codes) FILTER (top), 0)::INTEGER FROM film_told GROUP BY decade
    UNION ALL SELECT decade, '<', coalesce(min(year), 0), coalesce(min(year) FILTER (voted), 0), coalesce(min(year) FILTER (top), 0) FROM film_told GROUP BY decade
    UNION ALL SELECT decade, '>', coalesce(max(year), 0), coalesce(max(year) FILTER (voted), 0), coalesce(max(year) FILTER (top), 0) FROM film_told GROUP BY decade
    ORDER BY decade, code`,
});

/** The films chosen that have a code, or several codes when it is '+'; the most voted first. */
export const filmsOfShare = query({
  name: 'films-of-share',
  parameters: { ...chosenParameters, kind: 'text', code: 'text' },
  columns: { film: number },
  sql:
    'WITH ' +
    chosenSql +
    ', ' +
    factsSql +
    ` SELECT c.film FROM chosen c WHERE c.film IN (
        SELECT film FROM facts WHERE code = $code UNION ALL SELECT film FROM facts WHERE $code = '+' GROUP BY film HAVING count(*) > 1)
      ORDER BY c.votes DESC NULLS LAST, c.film`,
});

/** With which countries the films of a country are made, and in how many of them each has a part. */
export const partnerCountries = query({
  name: 'partner-countries',
  parameters: { ...chosenParameters, with: 'text' },
  columns: { code: text, films: number },
  sql:
    'WITH ' +
    chosenSql +
    ` SELECT country AS code, count(*)::INTEGER AS films FROM film_country JOIN chosen USING (film)
      WHERE country <> $with AND film IN (SELECT film FROM film_country WHERE country = $with)
      GROUP BY country ORDER BY films DESC, code LIMIT 8`,
});
