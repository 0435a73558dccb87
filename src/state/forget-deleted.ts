import { sql } from 'kysely';
import type { Db } from '#state/schema.ts';
import { engineOf } from '#state/transaction.ts';

/**
 * After rows about a person were deleted: SQLite's log still holds the pages as they were, so it is written back and emptied (as far as no other
 * process reads it at this moment; else the next writer's turn does it). PostgreSQL's own vacuum does as much in its time.
 */
export async function forgetDeleted(db: Db): Promise<void> {
  if (engineOf(db) === 'sqlite' && !db.isTransaction) await sql`pragma wal_checkpoint(truncate)`.execute(db);
}
