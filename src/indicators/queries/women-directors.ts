import { number, query } from '#catalogue/query.ts';
import { scopeParameters, withFilms } from '#indicators/queries/cast.ts';

/** `directed`: of each film, whether a director is known to be a woman, and whether the sex of one is not known. */
const withDirectors = (rest: string): string =>
  withFilms(`, directed AS (SELECT f.film, f.year, f.votes, coalesce(bool_or(p.sex = 'woman'), false) AS woman, bool_or(p.sex IS NULL) AS unknown,
      count(*) AS directors, count(p.sex) AS sexed
    FROM films f JOIN film_credit c USING (film) JOIN person p ON p.person = c.person WHERE c.category = 'director' GROUP BY ALL)
  ${rest}`);

/**
 * By floor of votes and year: films with a woman among the directors; where none is known to be and the sex of one at least is not known; where all are
 * known and none is. Then the directors' credits, those whose sex is known, and the films without a director.
 */
export const directorsByYear = query({
  name: 'directors-by-year',
  parameters: { ...scopeParameters, floors: 'numbers' },
  columns: {
    floor: number,
    year: number,
    women: number,
    unknown: number,
    men: number,
    directors: number,
    sexed: number,
  },
  sql: withDirectors(`SELECT floor, year, (count(*) FILTER (woman))::INTEGER AS women, (count(*) FILTER (NOT woman AND unknown))::INTEGER AS unknown,
      (count(*) FILTER (NOT woman AND NOT unknown))::INTEGER AS men, sum(directors)::INTEGER AS directors, sum(sexed)::INTEGER AS sexed
    FROM directed JOIN (SELECT DISTINCT unnest($floors) AS floor) ON coalesce(votes, 0) >= floor GROUP BY ALL ORDER BY floor, year`),
});

/** How many films were asked about, with a director or not. */
export const filmsAsked = query({
  name: 'films-asked',
  parameters: scopeParameters,
  columns: { films: number },
  sql: withFilms(`SELECT count(*)::INTEGER AS films FROM films`),
});

/** The films with a woman among the directors ('woman'), with men only ('man'), or of which it is not known ('unknown'). */
export const directedFilms = query({
  name: 'directed-films',
  parameters: { ...scopeParameters, kind: 'text' },
  columns: { film: number },
  sql: withDirectors(`SELECT film FROM directed WHERE $kind = CASE WHEN woman THEN 'woman' WHEN unknown THEN 'unknown' ELSE 'man' END
    ORDER BY votes DESC NULLS LAST, film LIMIT 500`),
});
