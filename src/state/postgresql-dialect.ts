import { PostgresDialect, type Dialect } from 'kysely';

const int8 = 20;

/**
 * Kysely on PostgreSQL. Counts (int8) come as numbers, as SQLite's do. A connection that breaks while nobody uses it (the server restarted) is
 * told and replaced; without a listener it would end the process.
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
  pool.on('error', (error) => onProblem(error.message));
  return new PostgresDialect({ pool });
}
