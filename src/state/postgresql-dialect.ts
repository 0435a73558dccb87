import { PostgresDialect, type Dialect } from 'kysely';

const int8 = 20;

/**
 * Kysely on PostgreSQL. Counts (int8) come as numbers, as SQLite's do. A connection that breaks (the server restarted), idle or in use, is told
 * once and replaced; without a listener it would end the process.
 */
export async function postgresqlDialect(
  databaseUrl: string,
  { onProblem, most = 10 }: { onProblem: (message: string) => void; most?: number },
): Promise<Dialect> {
  const { Pool, types } = await import('pg');
  const pool = new Pool({
    connectionString: databaseUrl,
    application_name: 'lanterne',
    max: most,
    connectionTimeoutMillis: 10_000,
    statement_timeout: 60_000,
    idle_in_transaction_session_timeout: 60_000,
    types: { getTypeParser: (oid, format) => (oid === int8 ? Number : types.getTypeParser(oid, format)) },
  });
  // one that breaks often says so twice: why, then that it did
  pool.on('connect', (client) => client.once('error', ({ message }) => onProblem(message)).on('error', () => {}));
  // an idle client's error comes here too: the client's own listener has told it
  pool.on('error', () => {});
  return new PostgresDialect({ pool });
}
