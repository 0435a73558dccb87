import type { DuckDBConnection } from '@duckdb/node-api';
import { fillFilmCards } from '#catalogue/film-cards.ts';

const factTables = [
  'film_name',
  'film_genre',
  'film_keyword',
  'film_country',
  'film_language',
  'film_company',
  'film_credit',
  'series_credit',
];

/**
 * Switches sources off for this connection: temporary views of the same names hide their rows, and blank the film's fields whose
 * `_source` is one of them. People are treated alike. The identifiers and titles stay: without them there is no film.
 */
export async function silenceSources(connection: DuckDBConnection, sources: readonly string[]): Promise<void> {
  if (sources.length === 0) return;
  await connection.run('CREATE TEMP TABLE source_off AS SELECT unnest($1::VARCHAR[]) AS name', [
    `[${sources.map((source) => source.replaceAll(/[^a-z0-9_-]/g, '')).join(',')}]`,
  ]);
  for (const table of factTables)
    await connection.run(
      `CREATE TEMP VIEW ${table} AS SELECT * FROM catalogue.main.${table} WHERE source NOT IN (SELECT name FROM source_off)`,
    );
  const described = await connection.runAndReadAll(
    "SELECT column_name FROM information_schema.columns WHERE table_name = 'film' AND column_name LIKE '%\\_source' ESCAPE '\\' AND table_schema = 'main'",
  );
  const fields = described.getRows().map(([name]) => String(name).replace(/_source$/, ''));
  const covered = fields.flatMap((field) =>
    (field === 'rating' ? ['rating', 'votes'] : [field]).map((name) => ({ name, source: `${field}_source` })),
  );
  const blanked = covered.map(
    ({ name, source }) => `CASE WHEN ${source} IN (SELECT name FROM source_off) THEN NULL ELSE ${name} END AS ${name}`,
  );
  await connection.run(
    `CREATE TEMP VIEW film AS SELECT *, film AS rowid FROM (SELECT * REPLACE (${blanked.join(', ')}) FROM catalogue.main.film)`,
  );
  const told = [
    ['name', 'source'],
    ['birth_year', 'birth_year_source'],
    ['death_year', 'death_year_source'],
    ['sex', 'sex_source'],
  ].map(
    ([name, source]) => `CASE WHEN ${source} IN (SELECT name FROM source_off) THEN NULL ELSE ${name} END AS ${name}`,
  );
  await connection.run(`CREATE TEMP VIEW person AS SELECT * REPLACE (${told.join(', ')}) FROM catalogue.main.person`);
  await connection.run(
    'CREATE TEMP TABLE film_card (film INTEGER, directors VARCHAR[], genres VARCHAR[], countries VARCHAR[])',
  );
  await fillFilmCards(connection);
}
