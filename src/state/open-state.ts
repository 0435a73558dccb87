import { join } from 'node:path';
import { Kysely, type Dialect } from 'kysely';
import { fault, LanterneError } from '#errors.ts';
import { copyState } from '#state/backup.ts';
import { migrate, readStanding, type StateMigrations } from '#state/migrate.ts';
import { stateMigrations } from '#state/migrations/migrations.ts';
import { openSqlite } from '#state/open-sqlite.ts';
import { postgresqlDialect } from '#state/postgresql-dialect.ts';
import type { Db, StateEngine, StateSchema } from '#state/schema.ts';
import { sqliteDialect } from '#state/sqlite-dialect.ts';

/** Where the state is kept. */
export type StatePlace = { readonly file: string } | { readonly databaseUrl: string };

/** The state, open: people and what they said. Every function of this folder takes its `db` first. */
export interface State extends AsyncDisposable {
  readonly db: Db;
  readonly engine: StateEngine;
  /** For messages: the file, or the server without its password. */
  readonly place: string;
}

export interface OpenStateOptions {
  readonly migrations?: StateMigrations;
  /** Told when a connection to the server broke; the next query takes another. */
  readonly onProblem?: (message: string) => void;
}

export const statePath = (dataFolder: string): string => join(dataFolder, 'state.sqlite');

/** Where these settings say that the state is: PostgreSQL when there is a DATABASE_URL, else a file of the data folder. */
export const statePlace = (config: { dataFolder: string; databaseUrl?: string | undefined }): StatePlace =>
  config.databaseUrl === undefined ? { file: statePath(config.dataFolder) } : { databaseUrl: config.databaseUrl };

/**
 * Opens the state, makes it when there is none, and brings it to the schema of this version; several processes may do so at once. Before a file
 * is changed, it is copied beside itself (`state.sqlite.before-0002-name`).
 * @throws STATE_NEWER, STATE_UNUSABLE, STATE_UNREACHABLE, STATE_BUSY, CANNOT_WRITE, DISK_FULL
 */
export async function openState(
  at: StatePlace,
  { migrations = stateMigrations, onProblem = () => {} }: OpenStateOptions = {},
): Promise<State> {
  const engine = 'file' in at ? 'sqlite' : 'postgresql';
  const place = 'file' in at ? at.file : withoutPassword(at.databaseUrl);
  const db = new Kysely<StateSchema>({ dialect: await dialectOf(at, onProblem) });
  try {
    const { done, pending } = await readStanding(db, migrations, place);
    const [next] = pending;
    if (next !== undefined) {
      if ('file' in at && done.length > 0) copyState(at.file, `${at.file}.before-${next}`);
      await migrate(db, engine, migrations, place);
    }
    return { db, engine, place, [Symbol.asyncDispose]: () => db.destroy() };
  } catch (error) {
    await db.destroy().catch(() => {}); // what never opened cannot be closed; the first fault is the one to tell
    throw error instanceof LanterneError ? error : explained(error, place, engine);
  }
}

const dialectOf = async (at: StatePlace, onProblem: (message: string) => void): Promise<Dialect> =>
  'file' in at
    ? sqliteDialect(() => openSqlite(at.file), at.file)
    : await postgresqlDialect(at.databaseUrl, { onProblem });

function explained(error: unknown, place: string, engine: StateEngine): LanterneError {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const reason = (error instanceof Error && error.message) || code || String(error);
  if (engine === 'postgresql') return fault('STATE_UNREACHABLE', { place, reason }, error);
  if (['EACCES', 'EROFS', 'EPERM', 'ENOTDIR', 'EISDIR'].includes(code))
    return fault('CANNOT_WRITE', { file: place, reason: code }, error);
  return fault('STATE_UNUSABLE', { place, reason }, error);
}

function withoutPassword(databaseUrl: string): string {
  return databaseUrl.replace(/^(\w+:\/\/).*@/, '$1').replace(/\?.*$/, '');
}
