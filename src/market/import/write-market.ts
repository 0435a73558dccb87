import { closeSync, fsyncSync, mkdirSync, openSync, readdirSync, renameSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { lockFolder } from '#catalogue/lock.ts';
import { fault, LanterneError } from '#errors.ts';
import type { ReadFile } from '#market/import/read-all.ts';
import { marketFolder, sha256Of, soundEntries, type Entry } from '#market/store.ts';

/**
 * Puts what was read into the data folder. Each content is a file named for its checksum; `book.json`, which names those that count, is put in
 * place last by a rename: before it, nothing has changed.
 * @param date ISO day of the import
 * @throws BUILD_RUNNING, DISK_FULL, CANNOT_WRITE
 */
export function writeMarket(dataFolder: string, read: readonly ReadFile[], date: string): void {
  const home = marketFolder(dataFolder);
  const target = join(home, 'book.json');
  try {
    mkdirSync(home, { recursive: true });
    using _lock = lockFolder(join(home, '.lock'));
    const before = soundEntries(dataFolder);
    const entries = read.flatMap((file) =>
      file.drafts.map(({ kind, key, rows, part, outlines }): Entry => {
        const same = before.find((one) => one.sha256 === file.sha256 && one.kind === kind && one.key === key);
        return {
          file: file.name.split(/[\\/]/).at(-1) ?? file.name,
          kind,
          key,
          date: same?.date ?? date,
          rows,
          sha256: file.sha256,
          part: writeContent(home, kind, part),
          outlines: outlines.length === 0 ? null : writeContent(home, 'shapes', outlines),
        };
      }),
    );
    const replaced = new Set(entries.map(nameOf));
    const unique = [...new Map(entries.map((one) => [nameOf(one), one])).values()];
    const imported = [...before.filter((one) => !replaced.has(nameOf(one))), ...unique].toSorted(inOrder);
    replace(target, JSON.stringify({ version: 1, imported }, null, 1));
    sweep(home, imported);
  } catch (error) {
    throw asWriteFault(error, target);
  }
}

const nameOf = ({ kind, key }: Entry): string => `${kind} ${key}`;

/** One order, whatever the order of the imports: the same files give the same book. Later years come later, and count. */
const inOrder = (a: Entry, b: Entry): number => (nameOf(a) < nameOf(b) ? -1 : 1);

function writeContent(home: string, kind: string, value: unknown): Entry['part'] {
  const text = JSON.stringify(value);
  const sha256 = sha256Of(text);
  const file = `${kind}-${sha256.slice(0, 16)}.json`;
  replace(join(home, file), text);
  return { file, sha256 };
}

function replace(path: string, text: string): void {
  const draft = `${path}.${process.pid}`;
  try {
    const descriptor = openSync(draft, 'w');
    try {
      writeSync(descriptor, text);
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
    renameSync(draft, path);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
}

/** Takes away what no entry names any more. */
function sweep(home: string, imported: readonly Entry[]): void {
  const named = new Set(imported.flatMap(({ part, outlines }) => [part.file, outlines?.file]));
  for (const file of readdirSync(home))
    if (/^[a-z-]+-[0-9a-f]{16}\.json(\.\d+)?$/.test(file) && !named.has(file))
      rmSync(join(home, file), { force: true });
}

function asWriteFault(error: unknown, file: string): unknown {
  if (error instanceof LanterneError || !(error instanceof Error) || !('code' in error)) return error;
  if (error.code === 'ENOSPC') return fault('DISK_FULL', { file, needed: '100 MB' }, error);
  return fault('CANNOT_WRITE', { file, reason: error.message }, error);
}
