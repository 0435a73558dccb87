import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildCatalogue } from '#catalogue/build.ts';
import { trainFolder } from '#train.ts';

export const starter = fileURLToPath(new URL('../../starter', import.meta.url));

/** A data folder of its own with the starter catalogue built and trained; removed by `using`. */
export async function starterFolder(): Promise<{ folder: string } & Disposable> {
  const folder = mkdtempSync(join(tmpdir(), 'lanterne-starter-'));
  await buildCatalogue(folder, { imdb: starter, tmdb: starter, imdbSource: 'starter', tmdbSource: 'starter' });
  await trainFolder(folder);
  return { folder, [Symbol.dispose]: () => rmSync(folder, { recursive: true, force: true }) };
}
