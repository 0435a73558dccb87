import { number, numberOrNull, query, text, type Row } from '#catalogue/query.ts';

/**
 * Films, and those of which each thing is known, by decade (of null: all of them). 0 and '' do not narrow. `actors` and `births` count people: those credited for
 * acting in these films, and those of them whose birth year is known.
 */
export const coverageByDecade = query({
  name: 'coverage-by-decade',
  parameters: { from: 'number', to: 'number', genre: 'text', votes: 'number' },
  columns: {
    decade: numberOrNull,
    films: number,
    length: number,
    rating: number,
    voted: number,
    synopsis: number,
    french: number,
    country: number,
    keywords: number,
    money: number,
    actors: number,
    births: number,
    first: numberOrNull,
    last: numberOrNull,
  },
  sql: `WITH kept AS (SELECT film, year, (year // 10 * 10)::INTEGER AS decade, runtime, votes, overview, overview_fr, budget FROM film
      WHERE year IS NOT NULL AND ($from = 0 OR year >= $from) AND ($to = 0 OR year <= $to) AND ($votes = 0 OR votes >= $votes)
        AND ($genre = '' OR film IN (SELECT film FROM film_genre WHERE genre = $genre))),
    facts AS (SELECT decade, count(*) AS films, count(runtime) AS length, count(*) FILTER (votes > 0) AS rating, count(*) FILTER (votes >= 1000) AS voted,
      count(coalesce(overview, overview_fr)) AS synopsis, count(overview_fr) AS french, count(*) FILTER (film IN (SELECT film FROM film_country)) AS country,
      count(*) FILTER (film IN (SELECT film FROM film_keyword)) AS keywords, count(budget) AS money, min(year) AS first, max(year) AS last
      FROM kept GROUP BY GROUPING SETS ((decade), ())),
    people AS (SELECT k.decade, count(DISTINCT c.person) AS actors, count(DISTINCT c.person) FILTER (p.birth_year IS NOT NULL) AS births
      FROM kept k JOIN film_credit c USING (film) LEFT JOIN person p ON p.person = c.person WHERE c.category IN ('actor', 'actress') GROUP BY GROUPING SETS ((k.decade), ()))
    SELECT f.decade, f.films, f.length, f.rating, f.voted, f.synopsis, f.french, f.country, f.keywords, f.money,
      coalesce(p.actors, 0) AS actors, coalesce(p.births, 0) AS births, f.first, f.last
    FROM facts f LEFT JOIN people p ON p.decade IS NOT DISTINCT FROM f.decade ORDER BY f.decade NULLS FIRST`,
});

/** A decade of films, or all of them. */
export type CoverageCounts = Row<(typeof coverageByDecade)['columns']>;

/** Of the whole catalogue: how many films (people, for births) owe a fact to each source. */
export const coverageSources = query({
  name: 'coverage-sources',
  parameters: {},
  columns: { field: text, source: text, count: number },
  sql: `SELECT 'year' AS field, year_source AS source, count(*) AS count FROM film WHERE year IS NOT NULL GROUP BY ALL
    UNION ALL SELECT 'length', runtime_source, count(*) FROM film WHERE runtime IS NOT NULL GROUP BY ALL
    UNION ALL SELECT 'rating', rating_source, count(*) FROM film WHERE votes > 0 GROUP BY ALL
    UNION ALL SELECT 'synopsis', overview_source, count(*) FROM film WHERE overview IS NOT NULL GROUP BY ALL
    UNION ALL SELECT 'french', overview_fr_source, count(*) FROM film WHERE overview_fr IS NOT NULL GROUP BY ALL
    UNION ALL SELECT 'title-fr', title_fr_source, count(*) FROM film WHERE title_fr IS NOT NULL GROUP BY ALL
    UNION ALL SELECT 'genre', source, count(DISTINCT film) FROM film_genre GROUP BY ALL
    UNION ALL SELECT 'country', source, count(DISTINCT film) FROM film_country GROUP BY ALL
    UNION ALL SELECT 'keywords', source, count(DISTINCT film) FROM film_keyword GROUP BY ALL
    UNION ALL SELECT 'money', budget_source, count(*) FROM film WHERE budget IS NOT NULL GROUP BY ALL
    UNION ALL SELECT 'art-et-essai', art_et_essai_source, count(*) FROM film WHERE art_et_essai IS NOT NULL GROUP BY ALL
    UNION ALL SELECT 'credits', source, count(DISTINCT film) FROM film_credit GROUP BY ALL
    UNION ALL SELECT 'births', birth_year_source, count(*) FROM person WHERE birth_year IS NOT NULL GROUP BY ALL
    ORDER BY field, count DESC, source`,
});

/** The films of which a thing is known, the most voted first; decade 0: of every decade. */
export const coverageFilms = query({
  name: 'coverage-films',
  parameters: {
    from: 'number',
    to: 'number',
    genre: 'text',
    votes: 'number',
    field: 'text',
    decade: 'number',
    most: 'number',
  },
  columns: { film: number },
  sql: `SELECT film FROM film WHERE year IS NOT NULL AND ($from = 0 OR year >= $from) AND ($to = 0 OR year <= $to) AND ($votes = 0 OR votes >= $votes)
      AND ($genre = '' OR film IN (SELECT film FROM film_genre WHERE genre = $genre)) AND ($decade = 0 OR year // 10 * 10 = $decade)
      AND CASE $field WHEN 'films' THEN true WHEN 'length' THEN runtime IS NOT NULL WHEN 'rating' THEN votes > 0 WHEN 'voted' THEN votes >= 1000
        WHEN 'synopsis' THEN coalesce(overview, overview_fr) IS NOT NULL WHEN 'french' THEN overview_fr IS NOT NULL
        WHEN 'country' THEN film IN (SELECT film FROM film_country) WHEN 'keywords' THEN film IN (SELECT film FROM film_keyword)
        WHEN 'money' THEN budget IS NOT NULL ELSE false END
    ORDER BY votes DESC NULLS LAST, renown DESC NULLS LAST, film LIMIT $most`,
});
