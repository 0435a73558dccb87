import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import { buildCatalogue } from '#catalogue/build.ts';
import { readConfig, type Config } from '#config.ts';
import { openLanterne, type Lanterne } from '#lanterne.ts';

const starter = join(import.meta.dirname, '../../starter');
let opened: Promise<Lanterne> | null = null;

after(async () => {
  const lanterne = await opened?.catch(() => null);
  await lanterne?.[Symbol.asyncDispose]();
  if (lanterne) rmSync(lanterne.config.dataFolder, { recursive: true, force: true });
});

/** A Lanterne on the starter catalogue, built and trained once for the test process in a folder of its own, closed when the tests end. */
export function starterLanterne(): Promise<Lanterne> {
  opened ??= open();
  return opened;
}

/** The same with other settings: posters from another place, another name. */
export async function withSettings(changes: Partial<Config>): Promise<Lanterne> {
  const lanterne = await starterLanterne();
  return { ...lanterne, config: { ...lanterne.config, ...changes } };
}

async function open(): Promise<Lanterne> {
  const folder = mkdtempSync(join(tmpdir(), 'lanterne-starter-'));
  await buildCatalogue(folder, { imdb: starter, tmdb: starter, imdbSource: 'starter', tmdbSource: 'starter' });
  return openLanterne(readConfig({}, { dataFolder: folder }));
}
