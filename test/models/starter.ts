import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import { buildCatalogue } from '#catalogue/build.ts';
import { openCatalogue, type Catalogue } from '#catalogue/catalogue.ts';

export const starterFolder = join(import.meta.dirname, '../../starter');
const cleanUp: (() => Promise<void>)[] = [];

after(async () => {
  for (const clean of cleanUp) await clean();
});

/** A catalogue built from files in the starter's formats, in a folder of its own that goes when the tests end. */
export async function builtFrom(files: string): Promise<Catalogue> {
  const folder = mkdtempSync(join(tmpdir(), 'lanterne-built-'));
  await buildCatalogue(folder, { imdb: files, tmdb: files, imdbSource: 'starter', tmdbSource: 'starter' });
  const catalogue = await openCatalogue(folder);
  cleanUp.push(async () => {
    await catalogue[Symbol.asyncDispose]();
    rmSync(folder, { recursive: true, force: true });
  });
  return catalogue;
}
