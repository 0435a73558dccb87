import assert from 'node:assert/strict';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { buildCatalogue } from '#catalogue/build.ts';
import { cataloguePath } from '#catalogue/catalogue.ts';
import { readConfig } from '#config.ts';
import { openLive } from '#live.ts';
import { starter, starterFolder } from './helpers/starter-folder.ts';

/** The starter with one film fewer: another catalogue. */
function smallerStarter(): { folder: string } & Disposable {
  const folder = mkdtempSync(join(tmpdir(), 'lanterne-smaller-'));
  for (const name of [
    'title.principals.tsv',
    'name.basics.tsv',
    'title.akas.tsv',
    'tmdb_full.csv',
    'tmdb_keywords.csv',
    'tmdb_fr.csv',
    'renown.tsv',
  ])
    copyFileSync(join(starter, name), join(folder, name));
  writeFileSync(
    join(folder, 'title.basics.tsv'),
    readFileSync(join(starter, 'title.basics.tsv'), 'utf8')
      .split('\n')
      .filter((line) => !line.startsWith('tt0057591\t'))
      .join('\n'),
  );
  return { folder, [Symbol.dispose]: () => rmSync(folder, { recursive: true, force: true }) };
}

test('a running Lanterne picks up a new catalogue, with its model, without a restart; the old one answers meanwhile', async () => {
  using data = await starterFolder();
  using smaller = smallerStarter();
  await using live = await openLive(readConfig({ LANTERNE_DATA: data.folder }), { every: 0 });
  const old = live.current();
  assert.equal((await old.cards(['tt0057591'])).length, 1);
  assert.equal(await live.refresh(), false, 'nothing changed');

  const { films } = await buildCatalogue(data.folder, {
    imdb: smaller.folder,
    tmdb: smaller.folder,
    imdbSource: 'starter',
    tmdbSource: 'starter',
  });
  assert.equal(
    (await old.search('tontons flingueurs', { top: 1 }))[0]?.card.id,
    'tt0057591',
    'the old one still answers',
  );
  assert.equal(await live.refresh(), true);
  assert.equal(live.current().films, films);
  assert.equal((await live.current().cards(['tt0057591'])).length, 0);
  assert.ok(
    (await live.current().recommend({ liked: ['tt0119038'], disliked: [], seen: [] }, { top: 5 })).films.length === 5,
  );
  assert.equal((await old.cards(['tt0057591'])).length, 1, 'answers under way end on the old one');
});

test('a catalogue that cannot be opened changes nothing: the old one goes on', async () => {
  using data = await starterFolder();
  const told: string[] = [];
  await using live = await openLive(readConfig({ LANTERNE_DATA: data.folder }), {
    every: 0,
    onProgress: (message) => told.push(message),
  });
  writeFileSync(`${cataloguePath(data.folder)}.bad`, 'not a database');
  rmSync(cataloguePath(data.folder));
  copyFileSync(`${cataloguePath(data.folder)}.bad`, cataloguePath(data.folder));
  assert.equal(await live.refresh(), false);
  assert.match(told.at(-1) ?? '', /the old one goes on/);
  assert.equal((await live.current().search('le diner de cons', { top: 1 }))[0]?.card.id, 'tt0119038');
});
