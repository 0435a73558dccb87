import { number, numberOrNull, numbers, query, text, textOrNull } from '#catalogue/query.ts';
import { chosenParameters, chosenSql } from '#indicators/queries/chosen-films.ts';

/**
 * The best films by weighted rating v/(v+m)·R + m/(v+m)·C, where m is `weight` and C the mean rating of the films compared: those
 * chosen. The first `count`, the best first.
 * Source: https://help.imdb.com/article/imdb/track-movies-tv/ratings-faq/G67Y87TFYYP6TWAV
 */
export const bestFilms = query({
  name: 'best-films',
  parameters: { ...chosenParameters, weight: 'number', count: 'number' },
  columns: {
    film: number,
    id: text,
    title: text,
    titleFr: textOrNull,
    year: number,
    rating: number,
    votes: number,
    weighted: number,
  },
  sql:
    'WITH ' +
    chosenSql +
    `, mean AS (SELECT avg(rating) AS value FROM chosen WHERE rating IS NOT NULL),
    weighed AS (SELECT c.film, (c.votes * c.rating + $weight * m.value) / (c.votes + $weight) AS weighted FROM chosen c CROSS JOIN mean m
      WHERE c.rating IS NOT NULL ORDER BY weighted DESC, film LIMIT $count)
    SELECT w.film, f.id, f.title, f.title_fr AS "titleFr", f.year, f.rating, f.votes, w.weighted
    FROM weighed w JOIN film f USING (film) ORDER BY w.weighted DESC, w.film`,
});

/** How many films are compared, their mean rating C, and the first `count` of them by weighted rating, the best first. */
export const rankedFilms = query({
  name: 'ranked-films',
  parameters: { ...chosenParameters, weight: 'number', count: 'number' },
  columns: { films: numbers, rated: number, mean: numberOrNull, votes: numberOrNull },
  sql:
    'WITH ' +
    chosenSql +
    `, mean AS (SELECT avg(rating) AS value, count(*)::INTEGER AS rated, median(votes)::DOUBLE AS votes FROM chosen WHERE rating IS NOT NULL),
    best AS (SELECT c.film, (c.votes * c.rating + $weight * m.value) / (c.votes + $weight) AS weighted FROM chosen c CROSS JOIN mean m
      WHERE c.rating IS NOT NULL ORDER BY weighted DESC, film LIMIT $count)
    SELECT coalesce((SELECT list(film ORDER BY weighted DESC, film) FROM best), []) AS films, rated, value AS mean, votes FROM mean`,
});

/**
 * How many of the films compared have each trait, and how many of the first `few`, `some` and `many` of `films`. The row of an
 * empty trait counts the films of which the kind of trait is known. `least`: traits of fewer films are left out; `leastRare`: the
 * same of directors; `deep` 0: directors and keywords are left out. People whom only TMDB knows are: some stand there twice.
 */
export const traitCounts = query({
  name: 'trait-counts',
  parameters: {
    ...chosenParameters,
    films: 'numbers',
    few: 'number',
    some: 'number',
    many: 'number',
    least: 'number',
    leastRare: 'number',
    deep: 'number',
  },
  columns: { kind: text, trait: text, name: textOrNull, few: number, some: number, many: number, films: number },
  sql:
    'WITH ' +
    chosenSql +
    `, placed AS (SELECT unnest($films) AS film, unnest(range(1, len($films) + 1)) AS place),
    compared AS MATERIALIZED (SELECT c.film, c.year, c.runtime, c.original_language, coalesce(p.place, 1000000000) AS place
      FROM chosen c LEFT JOIN placed p USING (film) WHERE c.rating IS NOT NULL),
    trait AS MATERIALIZED (
      SELECT film, place, 'genre' AS kind, genre AS trait, NULL::INTEGER AS director FROM film_genre JOIN compared USING (film)
      UNION ALL SELECT film, place, 'country', country, NULL FROM film_country JOIN compared USING (film)
      UNION ALL SELECT film, place, 'decade', (year // 10 * 10)::VARCHAR, NULL FROM compared
      UNION ALL SELECT film, place, 'language', original_language, NULL FROM compared WHERE original_language IS NOT NULL
      UNION ALL SELECT film, place, 'length', CASE WHEN runtime < 90 THEN '60' WHEN runtime < 105 THEN '90' WHEN runtime < 120 THEN '105' WHEN runtime < 150 THEN '120' ELSE '150' END, NULL
        FROM compared WHERE runtime IS NOT NULL
      UNION ALL SELECT film, place, 'director', person::VARCHAR, person FROM film_credit JOIN compared USING (film) WHERE $deep = 1 AND category = 'director' AND person > 0
      UNION ALL SELECT film, place, 'keyword', keyword, NULL FROM film_keyword JOIN compared USING (film) WHERE $deep = 1),
    counted AS (
      SELECT kind, trait, any_value(director) AS director, count(*) FILTER (place <= $few)::INTEGER AS few, count(*) FILTER (place <= $some)::INTEGER AS "some",
        count(*) FILTER (place <= $many)::INTEGER AS many, count(*)::INTEGER AS films
      FROM trait GROUP BY kind, trait HAVING count(*) >= CASE kind WHEN 'director' THEN $leastRare ELSE $least END
      UNION ALL SELECT kind, '', NULL, count(DISTINCT film) FILTER (place <= $few)::INTEGER, count(DISTINCT film) FILTER (place <= $some)::INTEGER,
        count(DISTINCT film) FILTER (place <= $many)::INTEGER, count(DISTINCT film)::INTEGER FROM trait GROUP BY kind)
    SELECT c.kind, c.trait, p.name, c.few, c.some, c.many, c.films
    FROM counted c LEFT JOIN person p ON p.person = c.director
    WHERE c.kind <> 'director' OR c.trait = '' OR p.name IS NOT NULL ORDER BY c.kind, c.films DESC, c.trait`,
});

/** Those of some films that have a trait, the most voted first. */
export const filmsOfTrait = query({
  name: 'films-of-trait',
  parameters: { films: 'numbers', kind: 'text', trait: 'text' },
  columns: { film: number },
  sql: `SELECT f.film FROM film f WHERE f.film IN (SELECT unnest($films)) AND CASE $kind
      WHEN 'genre' THEN f.film IN (SELECT film FROM film_genre WHERE genre = $trait)
      WHEN 'country' THEN f.film IN (SELECT film FROM film_country WHERE country = $trait)
      WHEN 'keyword' THEN f.film IN (SELECT film FROM film_keyword WHERE keyword = $trait)
      WHEN 'director' THEN f.film IN (SELECT film FROM film_credit WHERE category = 'director' AND person = TRY_CAST($trait AS INTEGER))
      WHEN 'decade' THEN f.year // 10 * 10 = TRY_CAST($trait AS INTEGER)
      WHEN 'language' THEN f.original_language = $trait
      WHEN 'length' THEN CASE WHEN f.runtime < 90 THEN '60' WHEN f.runtime < 105 THEN '90' WHEN f.runtime < 120 THEN '105' WHEN f.runtime < 150 THEN '120' WHEN f.runtime IS NOT NULL THEN '150' END = $trait
      ELSE false END
    ORDER BY f.votes DESC NULLS LAST, f.film`,
});
