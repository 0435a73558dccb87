import { closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fault } from '#errors.ts';

const patienceMilliseconds = 5000;

/**
 * Opens the state's file, made readable by its owner alone when it is new. A commit is on the disk before it is acknowledged (WAL with
 * `synchronous=FULL`); what is deleted is overwritten (`secure_delete`), as erasure promises; other processes are waited for, 5 s at most.
 */
export function openSqlite(file: string): DatabaseSync {
  mkdirSync(dirname(file), { recursive: true });
  closeSync(openSync(file, 'a', 0o600)); // the -wal and -shm files take its permissions
  const database = new DatabaseSync(file, { timeout: patienceMilliseconds, enableForeignKeyConstraints: true });
  try {
    const mode = database.prepare('pragma journal_mode = wal').get()?.['journal_mode'];
    if (mode !== 'wal') throw fault('STATE_UNUSABLE', { place: file, reason: 'its disk allows no write-ahead log' });
    database.exec('pragma synchronous = full; pragma secure_delete = on; pragma temp_store = memory');
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}
