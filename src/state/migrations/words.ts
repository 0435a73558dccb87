import type { StateEngine } from '#state/schema.ts';

/** The few words that the two engines do not share. */
export interface MigrationWords {
  /** A 64-bit floating-point number. */
  readonly double: string;
  /** A key that counts by itself. */
  readonly counted: string;
  /** What ends a table: SQLite checks the types of values only when told. */
  readonly table: string;
}

export const migrationWords: Readonly<Record<StateEngine, MigrationWords>> = {
  sqlite: { double: 'real', counted: 'integer not null primary key', table: 'strict' },
  postgresql: { double: 'double precision', counted: 'bigint generated always as identity primary key', table: '' },
};

/** Statements that lead from one version of the schema to the next; never changed once released. */
export type StateMigration = (words: MigrationWords) => readonly string[];
