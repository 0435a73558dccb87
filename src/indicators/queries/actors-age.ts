import { number, numbers, query, text } from '#catalogue/query.ts';
import { castParameters, withCast } from '#indicators/queries/cast.ts';

/**
 * `aged`: a row a credit, with the age at release: the year of the film less the year of birth. An age under 0 or over 105 is an error and counts as
 * unknown; so does one over 60 of somebody who would be over 105 today and whose death nobody noted: files that went through a spreadsheet hold
 * hundreds of actors of our time born in 1905, the day numbered by their year.
 */
const withAges = (rest: string, condition?: string): string =>
  withCast(
    `, aged AS (SELECT b.person, b.film, f.year, b.sure, p.sex, p.birth_year IS NOT NULL AS born, 
        CASE WHEN f.year - p.birth_year BETWEEN 0 AND 105 AND NOT (f.year - p.birth_year > 60 AND p.death_year IS NULL AND $thisYear - p.birth_year > 105) THEN f.year - p.birth_year END AS age
      FROM billed b JOIN films f USING (film) JOIN person p USING (person) WHERE $sex = '' OR p.sex = $sex)
  ${rest}`,
    condition,
  );

const ageParameters = { ...castParameters, sex: 'text', thisYear: 'number' } as const;

/**
 * How many credits at each age, by year of release and sex ('' when no source tells it), and by decade (`span` is 'year' or 'decade'). `unknown`: credits
 * without an age, of which `wrong` have an impossible one. The sums by person tell how credits of one person go together: Σs, Σs², Σsn, Σn² of
 * the ages (s) and credits (n) of each.
 */
export const agesByYear = query({
  name: 'ages-by-year',
  parameters: ageParameters,
  columns: {
    span: text,
    start: number,
    sex: text,
    ages: numbers,
    counts: numbers,
    unknown: number,
    wrong: number,
    people: number,
    sum: number,
    squares: number,
    products: number,
    credits: number,
  },
  sql: withAges(`, cell AS (SELECT year, coalesce(sex, '') AS sex, age, count(*)::INTEGER AS n, (count(*) FILTER (born AND age IS NULL))::INTEGER AS wrong FROM aged GROUP BY ALL),
    yearly AS (SELECT 'year' AS span, year AS start, sex, coalesce(list(age ORDER BY age) FILTER (age IS NOT NULL), []) AS ages, coalesce(list(n ORDER BY age) FILTER (age IS NOT NULL), []) AS counts,
      coalesce(sum(n) FILTER (age IS NULL), 0)::INTEGER AS unknown, sum(wrong)::INTEGER AS wrong FROM cell GROUP BY year, sex),
    by_decade AS (SELECT year // 10 * 10 AS start, sex, age, sum(n)::INTEGER AS n, sum(wrong)::INTEGER AS wrong FROM cell GROUP BY ALL),
    decades AS (SELECT 'decade' AS span, start, sex, coalesce(list(age ORDER BY age) FILTER (age IS NOT NULL), []) AS ages, coalesce(list(n ORDER BY age) FILTER (age IS NOT NULL), []) AS counts,
      coalesce(sum(n) FILTER (age IS NULL), 0)::INTEGER AS unknown, sum(wrong)::INTEGER AS wrong FROM by_decade GROUP BY start, sex),
    someone AS (SELECT year // 10 * 10 AS start, coalesce(sex, '') AS sex, person, sum(age)::DOUBLE AS s, count(*)::DOUBLE AS n FROM aged WHERE age IS NOT NULL GROUP BY ALL),
    spread AS (SELECT start, sex, count(*)::INTEGER AS people, sum(s) AS sum, sum(s * s) AS squares, sum(s * n) AS products, sum(n * n) AS credits FROM someone GROUP BY start, sex)
    SELECT y.*, 0 AS people, 0.0::DOUBLE AS sum, 0.0::DOUBLE AS squares, 0.0::DOUBLE AS products, 0.0::DOUBLE AS credits FROM yearly y
    UNION ALL SELECT d.*, coalesce(s.people, 0), coalesce(s.sum, 0), coalesce(s.squares, 0), coalesce(s.products, 0), coalesce(s.credits, 0) FROM decades d LEFT JOIN spread s USING (start, sex)
    ORDER BY 1, 2, 3`),
});

/**
 * The people of the casts of the films from `from` on who are not known to be dead: how many at each age this year, and how many whose age is not known
 * or over 105: an
 * error of dates. The other filters hold too.
 */
export const workingAges = query({
  name: 'working-ages',
  parameters: ageParameters,
  columns: { sex: text, ages: numbers, counts: numbers, unknown: number },
  sql: withCast(`, working AS (SELECT coalesce(p.sex, '') AS sex, CASE WHEN $thisYear - p.birth_year BETWEEN 0 AND 105 THEN $thisYear - p.birth_year END AS age
      FROM person p WHERE p.person IN (SELECT person FROM billed) AND p.death_year IS NULL AND ($sex = '' OR p.sex = $sex)),
    cell AS (SELECT sex, age, count(*)::INTEGER AS n FROM working GROUP BY ALL)
    SELECT sex, coalesce(list(age ORDER BY age) FILTER (age IS NOT NULL), []) AS ages, coalesce(list(n ORDER BY age) FILTER (age IS NOT NULL), []) AS counts,
      coalesce(sum(n) FILTER (age IS NULL), 0)::INTEGER AS unknown FROM cell GROUP BY sex ORDER BY sex`),
});

/** The films where someone of a sex ('woman', 'man') was billed in the years of the scope. */
export const agesFilms = query({
  name: 'ages-films',
  parameters: ageParameters,
  columns: { film: number },
  sql: withAges(
    `SELECT film FROM films WHERE film IN (SELECT film FROM aged WHERE age IS NOT NULL) ORDER BY votes DESC NULLS LAST, film LIMIT 500`,
  ),
});
