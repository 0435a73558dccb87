import { number, numberOrNull, query, text, texts } from '#catalogue/query.ts';

/** How many rows of each kind the catalogue has: what an indicator may need. */
export const holdingCounts = query({
  name: 'holding-counts',
  parameters: {},
  columns: {
    votes: number,
    credits: number,
    series: number,
    births: number,
    lengths: number,
    countries: number,
    money: number,
    keywords: number,
    languages: number,
    artEtEssai: number,
    first: numberOrNull,
    last: numberOrNull,
  },
  sql: `SELECT count(*) FILTER (votes > 0) AS votes, (SELECT count(*) FROM film_credit) AS credits, (SELECT count(*) FROM series_credit) AS series,
    (SELECT count(birth_year) FROM person) AS births, count(runtime) AS lengths, (SELECT count(*) FROM film_country) AS countries,
    count(budget) + count(revenue) AS money, (SELECT count(*) FROM film_keyword) AS keywords, count(original_language) AS languages,
    count(art_et_essai) AS "artEtEssai", min(year) AS first, max(year) AS last FROM film`,
});

/** What a filter may ask for: genres and countries, those of most films first. */
export const holdingValues = query({
  name: 'holding-values',
  parameters: {},
  columns: { genres: texts, countries: texts },
  sql: `SELECT
    (SELECT coalesce(list(genre ORDER BY films DESC, genre), []) FROM (SELECT genre, count(*) AS films FROM film_genre GROUP BY genre)) AS genres,
    (SELECT coalesce(list(country ORDER BY films DESC, country), []) FROM (SELECT country, count(*) AS films FROM film_country GROUP BY country)) AS countries`,
});

/** The files of each source, and their date. */
export const holdingSources = query({
  name: 'holding-sources',
  parameters: {},
  columns: { name: text, date: text },
  sql: 'SELECT name, max(date)::VARCHAR AS date FROM source GROUP BY name ORDER BY min(rowid)',
});
