import {
  chmodSync,
  closeSync,
  copyFileSync,
  existsSync,
  fsyncSync,
  linkSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { dirname, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fault, LanterneError } from '#errors.ts';
import { stateMigrations } from '#state/migrations/migrations.ts';
import { sqliteCode } from '#state/sqlite-dialect.ts';

/** What a backup holds. */
export interface BackupFacts {
  readonly migrations: readonly string[];
  /** Rows of each table. */
  readonly rows: Readonly<Record<string, number>>;
}

/**
 * Copies a state's file while it is in use: the copy is of one moment, compact, without what was deleted, and takes the place of `to` only when
 * it is whole and on the disk. PostgreSQL has its own tool, `pg_dump`.
 * @throws STATE_BUSY, STATE_UNUSABLE, DISK_FULL
 */
export function copyState(file: string, to: string): void {
  const partial = `${to}.${process.pid}.partial`;
  rmSync(partial, { force: true });
  try {
    closeSync(openSync(partial, 'wx', 0o600)); // personal data: `vacuum into` fills an empty file, and keeps its permissions
    using database = open(file);
    database.prepare('vacuum into ?').run(partial);
    const written = openSync(partial, 'r+');
    fsyncSync(written);
    closeSync(written);
    renameSync(partial, to);
  } catch (error) {
    rmSync(partial, { force: true });
    throw explained(error, file, to);
  }
}

/**
 * The same, then reads the copy back as a restore would: a backup is not trusted before. An older backup is replaced; the state itself, a database in use or
 * any other file never is.
 * @throws BACKUP_PLACE, STATE_BUSY, STATE_UNUSABLE, DISK_FULL
 */
export function backupState(file: string, to: string): BackupFacts {
  const held = whatStands(file, to);
  if (held !== null) throw fault('BACKUP_PLACE', { file: to, reason: held });
  copyState(file, to);
  return checkBackup(to);
}

/** Why a backup must not take the place of what stands at `to`; null when it may. */
function whatStands(file: string, to: string): string | null {
  if (!existsSync(to)) return existsSync(dirname(resolve(to))) ? null : 'its folder does not exist';
  if (!statSync(to).isFile()) return 'it is a folder';
  const [state, there] = [statSync(file), statSync(to)];
  if (state.ino === there.ino && state.dev === there.dev) return 'it is the state itself';
  if (existsSync(`${to}-wal`)) return 'it is a database in use';
  const magic = 'SQLite format 3\0';
  const opened = openSync(to, 'r');
  try {
    const start = Buffer.alloc(magic.length);
    readSync(opened, start);
    return start.toString('latin1') === magic || there.size === 0 ? null : 'it holds something else';
  } finally {
    closeSync(opened);
  }
}

/**
 * Reads a whole backup: every page, index and reference, and the version of its schema.
 * @throws BACKUP_UNUSABLE
 */
export function checkBackup(file: string): BackupFacts {
  if (!existsSync(file)) throw fault('BACKUP_UNUSABLE', { file, reason: 'there is no such file' });
  try {
    using database = open(file);
    const texts = (sql: string): string[] =>
      database
        .prepare(sql)
        .all()
        .map((row) => String(Object.values(row)[0]));
    const damage = texts('pragma integrity_check').filter((line) => line !== 'ok');
    if (damage.length > 0) throw fault('BACKUP_UNUSABLE', { file, reason: damage[0] ?? '' });
    if (texts('pragma foreign_key_check').length > 0)
      throw fault('BACKUP_UNUSABLE', { file, reason: 'a row refers to another that is not there' });
    const migrations = texts('select name from kysely_migration order by name');
    const unknown = migrations.filter((name) => !Object.hasOwn(stateMigrations, name));
    if (unknown.length > 0 || migrations.length === 0)
      throw fault('BACKUP_UNUSABLE', { file, reason: `its version is ${unknown.join(', ') || 'not said'}` });
    const tables = texts(
      `select name from sqlite_schema where type = 'table' and name not like 'sqlite_%' and name not like 'kysely_%' order by name`,
    );
    return {
      migrations,
      rows: Object.fromEntries(tables.map((name) => [name, Number(texts(`select count(*) from "${name}"`)[0])])),
    };
  } catch (error) {
    if (error instanceof LanterneError) throw error;
    throw fault('BACKUP_UNUSABLE', { file, reason: error instanceof Error ? error.message : String(error) }, error);
  }
}

/**
 * Puts a backup in the place of the state, which must not be open anywhere; what stood there is kept as `FILE.before-restore`.
 * @throws BACKUP_UNUSABLE, STATE_BUSY
 */
export function restoreState(from: string, file: string): BackupFacts {
  checkBackup(from);
  const partial = `${file}.${process.pid}.partial`;
  try {
    copyFileSync(from, partial);
    chmodSync(partial, 0o600);
    const facts = checkBackup(partial);
    if (existsSync(file)) setAside(file);
    renameSync(partial, file);
    return facts;
  } finally {
    for (const end of ['', '-wal', '-shm']) rmSync(`${partial}${end}`, { force: true });
  }
}

/** Keeps what stands there under another name too; a damaged state, which is what a backup is for, as it is. @throws STATE_BUSY */
function setAside(file: string): void {
  try {
    // Nobody else has the file open when one connection can have it for itself; its log is then written back: the file alone is the state.
    using database = new DatabaseSync(file);
    database.exec('pragma locking_mode = exclusive; begin exclusive; commit; pragma journal_mode = delete');
  } catch (error) {
    if (sqliteCode(error) === 5) throw fault('STATE_BUSY', { file }, error);
  }
  for (const end of ['-wal', '-shm', '']) {
    const aside = `${file}.before-restore${end}`;
    rmSync(aside, { force: true });
    if (!existsSync(`${file}${end}`)) continue;
    // The file itself keeps its name until the backup takes it: at no moment is there no state. Its log must not meet the backup.
    linkSync(`${file}${end}`, aside);
    if (end !== '') rmSync(`${file}${end}`);
  }
}

const open = (file: string): DatabaseSync => new DatabaseSync(file, { timeout: 5000, readOnly: true });

function explained(error: unknown, file: string, to: string): unknown {
  const code = sqliteCode(error);
  if (code === 5) return fault('STATE_BUSY', { file }, error);
  if (code === 13) return fault('DISK_FULL', { file: to, needed: 'the size of the state' }, error);
  if (code !== null)
    return fault('STATE_UNUSABLE', { place: file, reason: error instanceof Error ? error.message : '' }, error);
  const system = error instanceof Error && 'code' in error ? String(error.code) : null;
  if (system === 'ENOSPC') return fault('DISK_FULL', { file: to, needed: 'the size of the state' }, error);
  return system === null ? error : fault('CANNOT_WRITE', { file: to, reason: system }, error);
}
