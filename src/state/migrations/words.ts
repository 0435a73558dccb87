import type { StateEngine } from '#state/schema.ts';

/** The few words that the two engines do not share. */
export interface MigrationWords {
  /** A 64-bit floating-point number. */
  readonly double: string;
  /** A whole number of 64 bits. */
  readonly whole: string;
  /** A key that counts by itself. */
  readonly counted: string;
  /** The same, and no number is given again once its row is deleted. */
  readonly countedOnce: string;
  /** What ends a table: SQLite checks the types of values only when told. */
  readonly table: string;
  /** Statements that have a table refuse to change a row that stands; it may still be deleted with the person it is about. */
  readonly appendOnly: (table: string) => readonly string[];
}

export const migrationWords: Readonly<Record<StateEngine, MigrationWords>> = {
  sqlite: {
    double: 'real',
    whole: 'integer',
    counted: 'integer not null primary key',
    countedOnce: 'integer not null primary key autoincrement',
    table: 'strict',
    appendOnly: (table) => [
      `create trigger ${table}_append_only before update on ${table}
       begin select raise(abort, '${table} is append-only'); end`,
    ],
  },
  postgresql: {
    double: 'double precision',
    whole: 'bigint',
    counted: 'bigint generated always as identity primary key',
    countedOnce: 'bigint generated always as identity primary key',
    table: '',
    appendOnly: (table) => [
      `create function ${table}_append_only() returns trigger language plpgsql as
       $$ begin raise exception '${table} is append-only'; end $$`,
      `create trigger ${table}_append_only before update on ${table} for each row execute function ${table}_append_only()`,
    ],
  },
};

/** Statements that lead from one version of the schema to the next; never changed once released. */
export type StateMigration = (words: MigrationWords) => readonly string[];
