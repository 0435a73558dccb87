import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import { buildCatalogue } from '#catalogue/build.ts';
import { openCatalogue, type Catalogue } from '#catalogue/catalogue.ts';

/** The real files that tests may look at where they are; never in this repository. */
export const referenceFolder = process.env['LANTERNE_REFERENCE'] ?? join(import.meta.dirname, '../../../shared/data');
/** For a suite's options: false where there are real files. */
export const skipWithoutReference = existsSync(join(referenceFolder, 'imdb', 'title.basics.tsv.gz'))
  ? false
  : 'skipped: no reference data';
/** The day on which the catalogue of the tests is built, and asked. */
export const referenceDay = '2026-06-01';

let opened: Promise<Catalogue> | null = null;

after(async () => {
  const catalogue = await opened?.catch(() => null);
  await catalogue?.[Symbol.asyncDispose]();
});

/**
 * The catalogue of the real files, null where there are none. It is built once for all test processes and kept in the system's folder of temporary files,
 * under the fingerprint of the files and of what builds from them.
 */
export async function referenceCatalogue(): Promise<Catalogue | null> {
  if (skipWithoutReference) return null;
  opened ??= open();
  return opened;
}

async function open(): Promise<Catalogue> {
  const kept = join(tmpdir(), `lanterne-reference-${stamp()}`);
  if (!existsSync(kept)) await buildInto(kept);
  return openCatalogue(kept);
}

async function buildInto(kept: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'lanterne-reference-building-'));
  await buildCatalogue(folder, {
    imdb: join(referenceFolder, 'imdb'),
    tmdb: join(referenceFolder, 'tmdb'),
    ...afcae(),
    now: () => new Date(`${referenceDay}T12:00:00Z`),
  });
  try {
    renameSync(folder, kept);
  } catch (error) {
    // Another process was faster: its catalogue is the same.
    rmSync(folder, { recursive: true, force: true });
    if (!existsSync(kept)) throw error;
  }
}

function afcae(): { afcae?: string } {
  const folder = join(referenceFolder, 'afcae');
  const file = existsSync(folder) ? readdirSync(folder).find((name) => /\.(?:csv|xlsx?)$/i.test(name)) : undefined;
  return file === undefined ? {} : { afcae: join(folder, file) };
}

function stamp(): string {
  const hash = createHash('sha256');
  for (const folder of ['imdb', 'tmdb', 'afcae'].map((name) => join(referenceFolder, name)))
    for (const name of existsSync(folder) ? readdirSync(folder).toSorted() : []) {
      const { size, mtimeMs } = statSync(join(folder, name));
      hash.update(`${name} ${size} ${mtimeMs}\n`);
    }
  const source = join(import.meta.dirname, '../../src/catalogue');
  for (const name of readdirSync(source, { recursive: true }).map(String).toSorted()) {
    const path = join(source, name);
    if (statSync(path).isFile()) hash.update(name).update(readFileSync(path));
  }
  return hash.digest('hex').slice(0, 16);
}
