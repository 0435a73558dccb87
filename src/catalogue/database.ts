import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';

export interface Database extends AsyncDisposable {
  readonly connection: DuckDBConnection;
  /** Another connection, with temporary tables of its own; to be closed before the database. */
  connect(): Promise<DuckDBConnection>;
}

/** How much of the machine a database may take; the rest of the process takes its share beside it. */
export interface DatabaseLimits {
  readonly memory?: string;
  readonly threads?: number;
  readonly temporary?: string;
}

/** Opens a DuckDB file (or ':memory:'); closed by `await using`. */
export async function openDatabase(
  path: string,
  access: 'READ_ONLY' | 'READ_WRITE',
  limits: DatabaseLimits = {},
): Promise<Database> {
  const instance = await DuckDBInstance.create(path, {
    access_mode: access,
    ...(limits.memory === undefined ? {} : { memory_limit: limits.memory }),
    ...(limits.threads === undefined ? {} : { threads: String(limits.threads) }),
    ...(limits.temporary === undefined ? {} : { temp_directory: limits.temporary }),
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
  });
  const connection = await instance.connect();
  return {
    connection,
    connect: () => instance.connect(),
    async [Symbol.asyncDispose]() {
      connection.closeSync();
      instance.closeSync();
    },
  };
}
