import { readFileSync } from 'node:fs';
import { number, query, text } from '#catalogue/query.ts';

export const catalogueInfo = query({
  name: 'catalogue-info',
  parameters: {},
  columns: { version: text, vocabulary: text, builtAt: text, films: number },
  sql: `SELECT (SELECT value FROM build_info WHERE key = 'version') AS version, (SELECT value FROM build_info WHERE key = 'vocabulary') AS vocabulary,
    (SELECT value FROM build_info WHERE key = 'built_at') AS "builtAt", (SELECT count(*) FROM film)::INTEGER AS films`,
});

export const sources = query({
  name: 'sources',
  parameters: {},
  columns: { name: text, file: text, date: text, rows: number },
  sql: 'SELECT name, file, date::VARCHAR AS date, row_count::INTEGER AS rows FROM source ORDER BY name, file',
});

export const rejections = query({
  name: 'rejections',
  parameters: {},
  columns: { file: text, reason: text, count: number, example: text },
  sql: 'SELECT file, reason, sum(count)::INTEGER AS count, min(example) AS example FROM rejection GROUP BY file, reason ORDER BY file, sum(count) DESC, reason',
});

/** The promises of the catalogue, with how many times each is broken. */
export const invariants = query({
  name: 'invariants',
  parameters: {},
  columns: { promise: text, broken: number },
  sql: readFileSync(new URL('../checks/invariants.sql', import.meta.url), 'utf8'),
});

/** What the report of a build counts. */
export const totals = query({
  name: 'totals',
  parameters: {},
  columns: { films: number, series: number, people: number, credits: number, withoutOverview: number },
  sql: `SELECT (SELECT count(*) FROM film)::INTEGER AS films, (SELECT count(*) FROM series)::INTEGER AS series, (SELECT count(*) FROM person)::INTEGER AS people,
    ((SELECT count(*) FROM film_credit) + (SELECT count(*) FROM series_credit))::INTEGER AS credits,
    (SELECT count(*) FROM film WHERE overview IS NULL AND overview_fr IS NULL)::INTEGER AS "withoutOverview"`,
});
