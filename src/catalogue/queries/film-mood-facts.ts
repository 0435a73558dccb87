import { number, query, text, texts } from '#catalogue/query.ts';

/** What the mood of every film is read from, in the order of the dense indices; an absent text is empty. */
export const filmMoodFacts = query({
  name: 'film-mood-facts',
  parameters: {},
  columns: { film: number, genres: texts, keywords: texts, overview: text, overviewFr: text },
  sql: `SELECT f.film, coalesce(g.names, []) AS genres, coalesce(k.names, []) AS keywords, coalesce(f.overview, '') AS overview, coalesce(f.overview_fr, '') AS "overviewFr"
    FROM film f
    LEFT JOIN (SELECT film, list(genre ORDER BY genre) AS names FROM film_genre GROUP BY film) g USING (film)
    LEFT JOIN (SELECT film, list(keyword ORDER BY keyword) AS names FROM film_keyword GROUP BY film) k USING (film)
    ORDER BY f.film`,
});
