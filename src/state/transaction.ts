import { SqliteAdapter } from 'kysely';
import type { Db, StateEngine } from '#state/schema.ts';

// PostgreSQL's own names: serialization_failure, deadlock_detected. Both say: nothing was done, try again.
const passing = new Set(['40001', '40P01']);
const uniqueViolation = '23505';
const mostAttempts = 5;

/** Runs `work` in a transaction, or in the one that is already open. A deadlock, which undoes everything, is tried again. */
export async function inTransaction<T>(db: Db, work: (db: Db) => Promise<T>): Promise<T> {
  if (db.isTransaction) return work(db);
  for (let attempt = 1; ; attempt++) {
    try {
      return await db.transaction().execute(work);
    } catch (error) {
      if (attempt === mostAttempts || !isPassing(error)) throw error;
    }
  }
}

/** Whether somebody else took what may be there once, in the same moment: on PostgreSQL alone, since SQLite lets one write at a time. */
export const isDuplicate = (error: unknown): boolean => codeOf(error) === uniqueViolation;

/** What this connection leads to. */
export const engineOf = (db: Db): StateEngine =>
  db.getExecutor().adapter instanceof SqliteAdapter ? 'sqlite' : 'postgresql';

const isPassing = (error: unknown): boolean => passing.has(codeOf(error));

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
