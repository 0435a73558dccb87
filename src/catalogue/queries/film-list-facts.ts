import { number, query, text, texts, numbers } from '#catalogue/query.ts';

/**
 * What the conditions and the shaping of a list look at, for the films from `first` to `last` in the order of the dense indices: a slice at
 * a time, since gathering lists takes memory. Unknown years and lengths are 0, unknown texts empty; directors are the numbers of people.
 */
export const filmListFacts = query({
  name: 'film-list-facts',
  parameters: { first: 'number', last: 'number' },
  columns: {
    film: number,
    year: number,
    runtime: number,
    votes: number,
    renown: number,
    title: text,
    originalTitle: text,
    titleFr: text,
    language: text,
    revenue: number,
    genres: texts,
    countries: texts,
    keywords: texts,
    directors: numbers,
  },
  sql: `SELECT f.film, coalesce(f.year, 0) AS year, coalesce(f.runtime, 0) AS runtime, coalesce(f.votes, 0) AS votes, coalesce(f.renown, 0) AS renown,
      f.title, coalesce(f.original_title, '') AS "originalTitle", coalesce(f.title_fr, '') AS "titleFr", coalesce(f.original_language, '') AS language, coalesce(f.revenue, 0)::DOUBLE AS revenue,
      k.genres, k.countries, coalesce(w.names, []) AS keywords, coalesce(d.people, []) AS directors
    FROM (SELECT * FROM film WHERE film BETWEEN $first AND $last) f
    JOIN (SELECT * FROM film_card WHERE film BETWEEN $first AND $last) k USING (film)
    LEFT JOIN (SELECT film, list(keyword ORDER BY keyword) AS names FROM film_keyword WHERE film BETWEEN $first AND $last GROUP BY film) w USING (film)
    LEFT JOIN (SELECT film, list(person ORDER BY billing, abs(person)) AS people FROM film_credit WHERE category = 'director' AND film BETWEEN $first AND $last GROUP BY film) d USING (film)
    ORDER BY f.film`,
});
