import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import { buildCatalogue } from '#catalogue/build.ts';
import { readConfig } from '#config.ts';
import { openLanterne, type Lanterne } from '#lanterne.ts';

const tiny = join(import.meta.dirname, '../tiny');
let opened: Promise<Lanterne> | null = null;

after(async () => {
  const lanterne = await opened?.catch(() => null);
  await lanterne?.[Symbol.asyncDispose]();
  if (lanterne) rmSync(lanterne.config.dataFolder, { recursive: true, force: true });
});

/** A Lanterne on the hand-written world, which has votes, series and people of many roles; opened once for the test process. */
export function tinyLanterne(): Promise<Lanterne> {
  opened ??= open();
  return opened;
}

async function open(): Promise<Lanterne> {
  const folder = mkdtempSync(join(tmpdir(), 'lanterne-tiny-'));
  const now = (): Date => new Date('2026-06-01T12:00:00Z');
  await buildCatalogue(folder, { imdb: join(tiny, 'imdb'), tmdb: join(tiny, 'tmdb'), now });
  return openLanterne(readConfig({}, { dataFolder: folder }));
}
