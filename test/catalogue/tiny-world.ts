import { cpSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { buildCatalogue, type BuildOptions, type BuildReport } from '#catalogue/build.ts';
import { openDatabase } from '#catalogue/database.ts';

export const tinyWorld = join(import.meta.dirname, '../tiny');
export const tinyImdb = join(tinyWorld, 'imdb');
export const tinyTmdb = join(tinyWorld, 'tmdb');
/** The clock of the tests: 2027 is near, 2029 is not yet. */
export const now = (): Date => new Date('2026-06-01T12:00:00Z');

/** A folder that goes away with `using`. */
export function scratch(): { readonly path: string } & Disposable {
  const path = mkdtempSync(join(tmpdir(), 'lanterne-catalogue-'));
  return { path, [Symbol.dispose]: () => rmSync(path, { recursive: true, force: true }) };
}

/** A copy of the tiny world to damage: `imdb/` and `tmdb/` inside the folder. */
export function copyWorld(folder: string): { imdb: string; tmdb: string } {
  const [imdb, tmdb] = [join(folder, 'imdb'), join(folder, 'tmdb')];
  cpSync(tinyImdb, imdb, { recursive: true });
  cpSync(tinyTmdb, tmdb, { recursive: true });
  return { imdb, tmdb };
}

/** Replaces a file by its gzip. */
export function compress(path: string): string {
  writeFileSync(path, gzipSync(readFileSync(path)));
  renameSync(path, `${path}.gz`);
  return `${path}.gz`;
}

export interface Built {
  readonly report: BuildReport;
  /** The rows of a query, each an array of its values; 64-bit integers as text. */
  rows(sql: string): Promise<unknown[][]>;
  /** The value in the first column of the first row. */
  one(sql: string): Promise<unknown>;
  /** A rejection's count and example, or null. */
  rejected(file: string, reason: RegExp): { count: number; example: string } | null;
}

/** Builds from folders (no TMDB when null) and opens what came out, in `folder`. */
export async function build(
  folder: string,
  { tmdb = tinyTmdb, ...options }: Partial<Omit<BuildOptions, 'tmdb'>> & { tmdb?: string | null } = {},
): Promise<Built & AsyncDisposable> {
  const report = await buildCatalogue(folder, { imdb: tinyImdb, ...(tmdb === null ? {} : { tmdb }), now, ...options });
  const database = await openDatabase(join(folder, 'catalogue.duckdb'), 'READ_ONLY');
  const rows = async (sql: string): Promise<unknown[][]> =>
    (await database.connection.runAndReadAll(sql)).getRowsJson();
  return {
    report,
    rows,
    one: async (sql) => (await rows(sql))[0]?.[0] ?? null,
    rejected: (file, reason) => {
      const found = report.rejected.filter((row) => row.file === file && reason.test(row.reason));
      const [first] = found;
      if (found.length > 1) throw new Error(`${reason} is the reason of ${found.length} rejections`);
      return first === undefined ? null : { count: first.count, example: first.example };
    },
    [Symbol.asyncDispose]: () => database[Symbol.asyncDispose](),
  };
}

/** The identifier of a film of the tiny world. */
export const id = (number: number): string => `tt${99_000_000 + number}`;
