import { copyFileSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fault } from '#errors.ts';
import { checkBackup, restoreState } from '#state/backup.ts';
import { openState } from '#state/open-state.ts';

/** What a restore that was only an exercise found. */
export interface Drilled {
  readonly file: string;
  /** Of the backup. */
  readonly hours: number;
  readonly tables: number;
  readonly rows: number;
  /** Whether the schema had to be brought up to this version's. */
  readonly migrated: boolean;
  readonly seconds: number;
}

/** The newest backup of a folder. @throws BACKUP_NONE */
export function newestBackup(folder: string): string {
  const found = filesOf(folder)
    .filter((file) => file.endsWith('.sqlite'))
    .sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs || b.localeCompare(a));
  const [newest] = found;
  if (newest === undefined) throw fault('BACKUP_NONE', { folder });
  return newest;
}

/**
 * Restores a backup in a folder of its own, as an empty machine would, opens it with this version, and compares each table's rows with the backup's. Nothing of
 * the state in service is touched.
 * @throws BACKUP_UNUSABLE, STATE_NEWER
 */
export async function drillBackup(
  file: string,
  { now = Date.now() }: { readonly now?: number } = {},
): Promise<Drilled> {
  const started = performance.now();
  const before = checkBackup(file);
  const folder = mkdtempSync(join(tmpdir(), 'lanterne-drill-'));
  try {
    const [copy, restored] = [join(folder, 'backup.sqlite'), join(folder, 'restored', 'state.sqlite')];
    copyFileSync(file, copy);
    await (await openState({ file: restored }))[Symbol.asyncDispose](); // what stands there is set aside, as in earnest
    restoreState(copy, restored);
    await (await openState({ file: restored }))[Symbol.asyncDispose]();
    const after = checkBackup(restored);
    const different = Object.entries(before.rows).filter(([table, rows]) => after.rows[table] !== rows);
    if (different.length > 0)
      throw fault('BACKUP_UNUSABLE', {
        file,
        reason: `restored, ${different.map(([table, rows]) => `${table} has ${after.rows[table] ?? 'no'} rows and not ${rows}`).join(', ')}`,
      });
    return {
      file,
      hours: Math.round((now - statSync(file).mtimeMs) / 360_000) / 10,
      tables: Object.keys(before.rows).length,
      rows: Object.values(before.rows).reduce((sum, rows) => sum + rows, 0),
      migrated: after.migrations.length > before.migrations.length,
      seconds: Math.round(performance.now() - started) / 1000,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function filesOf(folder: string): string[] {
  try {
    return readdirSync(folder)
      .map((name) => join(folder, name))
      .filter((file) => statSync(file).isFile());
  } catch {
    return [];
  }
}
