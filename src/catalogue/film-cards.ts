import { readFileSync } from 'node:fs';
import type { DuckDBConnection } from '@duckdb/node-api';

const slice = 200_000;

/** Fills the table `film_card` from the tables (or views) of the connection, a slice of films at a time. */
export async function fillFilmCards(connection: DuckDBConnection): Promise<void> {
  const sql = readFileSync(new URL('steps/film-card.sql', import.meta.url), 'utf8');
  const counted = await connection.runAndReadAll('SELECT count(*)::INTEGER FROM film');
  const films = Number(counted.getRows()[0]?.[0] ?? 0);
  for (let from = 0; from < films; from += slice) {
    await connection.run('SET VARIABLE card_from = $1', [from]);
    await connection.run('SET VARIABLE card_to = $1', [from + slice - 1]);
    await connection.run(sql);
  }
}
