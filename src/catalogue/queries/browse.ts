import { number, numberOrNull, numbers, query, text } from '#catalogue/query.ts';

/**
 * Every film in the two orders of browsing, and its rank. `merit`: IMDb's weighted rating v/(v+m)·R + m/(v+m)·C from the highest, where m is `least` and C the mean
 * rating of the films with votes; then the films without votes by renown, the newest first. `newest`: by year, then by merit. `ranks`: for each film, in
 * the order of the dense indices, its place by weighted rating among the films of at least m votes, equals sharing theirs; 0 for the others.
 * Source of the formula: https://help.imdb.com/article/imdb/track-movies-tv/ratings-faq/G67Y87TFYYP6TWAV
 */
export const filmOrders = query({
  name: 'film-orders',
  parameters: { least: 'number' },
  columns: { merit: numbers, newest: numbers, ranks: numbers, mean: numberOrNull, rated: number },
  sql: `WITH mean AS (SELECT avg(rating) AS value FROM film WHERE votes > 0),
    weighed AS (SELECT f.film, f.year, f.renown, coalesce(f.votes >= $least, false) AS ranked,
      CASE WHEN f.votes > 0 THEN (f.votes * f.rating + $least * m.value) / (f.votes + $least) END AS weighted FROM film f CROSS JOIN mean m),
    placed AS (SELECT *, CASE WHEN ranked THEN rank() OVER (PARTITION BY ranked ORDER BY weighted DESC) ELSE 0 END AS place FROM weighed)
    SELECT coalesce(list(film ORDER BY weighted DESC NULLS LAST, renown DESC NULLS LAST, year DESC NULLS LAST, film), []) AS merit,
      coalesce(list(film ORDER BY year DESC NULLS LAST, weighted DESC NULLS LAST, renown DESC NULLS LAST, film), []) AS newest,
      coalesce(list(place::INTEGER ORDER BY film), []) AS ranks, (SELECT value FROM mean) AS mean, count(weighted)::INTEGER AS rated FROM placed`,
});

/** The keywords that at least `least` films share. */
export const commonKeywords = query({
  name: 'common-keywords',
  parameters: { least: 'number' },
  columns: { keyword: text, films: number },
  sql: 'SELECT keyword, count(DISTINCT film)::INTEGER AS films FROM film_keyword GROUP BY keyword HAVING count(DISTINCT film) >= $least ORDER BY keyword',
});

/** The films of a keyword. */
export const keywordFilms = query({
  name: 'keyword-films',
  parameters: { keyword: 'text' },
  columns: { film: number },
  sql: 'SELECT DISTINCT film FROM film_keyword WHERE keyword = $keyword ORDER BY film',
});

/** A stretch of the identifiers of the films that some people know: with renown, or at least `votes` votes. */
export const knownFilms = query({
  name: 'known-films',
  parameters: { votes: 'number', from: 'number', count: 'number' },
  columns: { id: text },
  sql: 'SELECT id FROM film WHERE renown IS NOT NULL OR votes >= $votes ORDER BY film LIMIT $count OFFSET $from',
});

/** How many they are. */
export const knownFilmsCount = query({
  name: 'known-films-count',
  parameters: { votes: 'number' },
  columns: { films: number },
  sql: 'SELECT count(*)::INTEGER AS films FROM film WHERE renown IS NOT NULL OR votes >= $votes',
});
