import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite';
import {
  CompiledQuery,
  SqliteAdapter,
  SqliteDialect,
  SqliteDriver,
  type DatabaseConnection,
  type Dialect,
  type SqliteDatabase,
  type SqliteStatement,
} from 'kysely';
import { fault } from '#errors.ts';

const mostStatements = 300;
const [busy, full] = [5, 13];

/**
 * Kysely on Node's own SQLite: Kysely's dialect, given Node's driver through the few members that it asks for. Two things differ. A transaction
 * takes the right to write when it begins: one that began by reading could not wait for another writer, and would fail. And changes of the
 * schema are in the transaction, as SQLite allows.
 * @param open called once, at the first query
 * @param file named in faults: STATE_BUSY, DISK_FULL
 */
export function sqliteDialect(open: () => DatabaseSync, file: string): Dialect {
  let database: DatabaseSync | null = null;
  const config = { database: async () => asKyselyExpects((database = open()), file) };
  const dialect = new SqliteDialect(config);
  return {
    createDriver: () => new ImmediateDriver(config, () => database?.isTransaction ?? false),
    createAdapter: () => new TransactionalAdapter(),
    createQueryCompiler: () => dialect.createQueryCompiler(),
    createIntrospector: (db) => dialect.createIntrospector(db),
  };
}

/** SQLite's own number of a fault (5 busy, 11 corrupt, 13 full, 26 not a database); null when it is no fault of SQLite. */
export function sqliteCode(error: unknown): number | null {
  const number = error instanceof Error && 'errcode' in error ? error.errcode : null;
  return typeof number === 'number' ? number & 255 : null;
}

class ImmediateDriver extends SqliteDriver {
  readonly #inTransaction: () => boolean;
  constructor(config: ConstructorParameters<typeof SqliteDriver>[0], inTransaction: () => boolean) {
    super(config);
    this.#inTransaction = inTransaction;
  }
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    // After a full disk SQLite has rolled back by itself; a second time would hide the first fault.
    if (this.#inTransaction()) await connection.executeQuery(CompiledQuery.raw('rollback'));
  }
}

class TransactionalAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

function asKyselyExpects(database: DatabaseSync, file: string): SqliteDatabase {
  const prepared = new Map<string, SqliteStatement>();
  return {
    close: () => database.close(),
    prepare(sql) {
      const known = prepared.get(sql) ?? guarded(() => statementOf(database.prepare(sql), database, sql, file), file);
      // The one used last is last, so that the first is the one to let go.
      prepared.delete(sql);
      prepared.set(sql, known);
      const [oldest] = prepared.keys();
      if (prepared.size > mostStatements && oldest !== undefined) prepared.delete(oldest);
      return known;
    },
  };
}

function statementOf(statement: StatementSync, database: DatabaseSync, sql: string, file: string): SqliteStatement {
  return {
    reader: statement.columns().length > 0,
    // Rows of Node's driver have no prototype, PostgreSQL's have: copied, they compare alike.
    all: (parameters) => guarded(() => statement.all(...parameters.map(bound)).map((row) => ({ ...row })), file),
    run: (parameters) => guarded(() => statement.run(...parameters.map(bound)), file),
    // A statement of its own: this one may be asked again while the rows are read.
    iterate: (parameters) => database.prepare(sql).iterate(...parameters.map(bound)),
  };
}

function guarded<T>(work: () => T, file: string): T {
  try {
    return work();
  } catch (error) {
    if (sqliteCode(error) === busy) throw fault('STATE_BUSY', { file }, error);
    if (sqliteCode(error) === full) throw fault('DISK_FULL', { file, needed: '100 MB' }, error);
    throw error;
  }
}

function bound(value: unknown): SQLInputValue {
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'bigint')
    return value;
  if (value instanceof Uint8Array) return value;
  throw new TypeError(`a ${typeof value} cannot be a value of a query`);
}
