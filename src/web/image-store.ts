import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { LRUCache } from 'lru-cache';

/** Files kept in a folder, by names of 32 hexadecimal digits. */
export interface ImageStore {
  /** The bytes, and how long ago they were kept, in milliseconds; null when there are none, or they are older than `longest`. */
  read(name: string): Promise<{ readonly body: Uint8Array<ArrayBuffer>; readonly age: number } | null>;
  keep(name: string, body: Uint8Array): Promise<void>;
}

export interface ImageStoreOptions {
  readonly folder: string;
  /** Files are deleted when they are this old, in milliseconds. */
  readonly longest: number;
  /** The most that is kept: those unused for longest go first. */
  readonly mostBytes: number;
  readonly mostFiles: number;
  readonly now?: () => number;
}

const NAME = /^[\da-f]{32}$/;
const DRAFT = /^[\da-f]{32}\.[\da-f-]{36}$/;
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/**
 * A folder that never holds more than told. What was used last is known as long as the process lives; at its start, what was kept last counts as used
 * last. Once a day the folder is read again: what is too old goes, even when nobody asks for it.
 */
export function openImageStore({
  folder,
  longest,
  mostBytes,
  mostFiles,
  now = Date.now,
}: ImageStoreOptions): ImageStore {
  const forget = (name: string): Promise<void> => rm(join(folder, name), { force: true }).catch(() => {});
  const sizes = new LRUCache<string, number>({
    max: mostFiles,
    maxSize: mostBytes,
    sizeCalculation: (bytes) => Math.max(1, bytes),
    dispose: (_, name, reason) => {
      if (reason === 'evict') void forget(name);
    },
  });
  let looked: Promise<void> | null = null;
  let lookedAt = 0;
  const look = (): Promise<void> => {
    if (looked === null || now() - lookedAt > DAY) {
      lookedAt = now();
      looked = survey().catch(() => {});
    }
    return looked;
  };
  const survey = async (): Promise<void> => {
    const found: { name: string; size: number; time: number }[] = [];
    for (const name of await readdir(folder).catch(() => [])) {
      const known = await stat(join(folder, name)).catch(() => null);
      if (known === null || !known.isFile()) continue;
      const age = now() - known.mtimeMs;
      if (NAME.test(name) ? age > longest : DRAFT.test(name) && age > HOUR) await forget(name);
      else if (NAME.test(name)) found.push({ name, size: known.size, time: known.mtimeMs });
    }
    for (const { name, size } of found.toSorted((a, b) => a.time - b.time)) if (!sizes.has(name)) sizes.set(name, size);
  };
  return {
    async read(name) {
      void look();
      const path = join(folder, name);
      try {
        const { mtimeMs } = await stat(path);
        const age = now() - mtimeMs;
        if (age > longest) {
          sizes.delete(name);
          await forget(name);
          return null;
        }
        sizes.get(name);
        return { body: new Uint8Array(await readFile(path)), age };
      } catch {
        return null;
      }
    },
    async keep(name, body) {
      await look();
      await mkdir(folder, { recursive: true });
      const draft = join(folder, `${name}.${randomUUID()}`);
      try {
        await writeFile(draft, body);
        await rename(draft, join(folder, name));
      } catch (error) {
        await rm(draft, { force: true });
        throw error;
      }
      sizes.set(name, body.byteLength);
    },
  };
}
