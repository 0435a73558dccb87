import assert from 'node:assert/strict';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { buildCatalogue } from '#catalogue/build.ts';
import { cataloguePath } from '#catalogue/catalogue.ts';
import { readConfig } from '#config.ts';
import { importRatings } from '#features/interactions/import-ratings.ts';
import { decodeArtefact, encodeArtefact } from '#kernels/artefact.ts';
import type { Lanterne } from '#lanterne.ts';
import { openLive } from '#live.ts';
import { hybridKind, hybridVersion } from '#models/hybrid/hybrid-file.ts';
import { hybridModelPath } from '#models/train.ts';
import { trainFolder } from '#train.ts';
import { createApp } from '#web/app.ts';
import { runLanterne } from './helpers/run-lanterne.ts';
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

/** Three viewers' likes that make a model of likes, of films of the starter. */
async function learnLikes(folder: string): Promise<string> {
  const lines = Array.from({ length: 60 }, (_, viewer) =>
    (viewer % 2 === 0 ? ['tt0119038', 'tt0082183', 'tt0057591'] : ['tt0119038', 'tt0058135', 'tt0060474'])
      .map((film) => `v${viewer},${film},5`)
      .join('\n'),
  );
  const file = join(folder, 'house.csv');
  writeFileSync(file, ['viewer,film,rating', ...lines].join('\n'));
  await importRatings(folder, file, { likeAt: 4, own: true });
  await trainFolder(folder);
  return hybridModelPath(folder);
}

test('a model of likes that is truncated, of another catalogue or of another version is refused with a sentence; the old one goes on', async () => {
  using data = await starterFolder();
  const model = await learnLikes(data.folder);
  const good = readFileSync(model);
  const told: string[] = [];
  await using live = await openLive(readConfig({ LANTERNE_DATA: data.folder }), {
    every: 0,
    onProgress: (message) => told.push(message),
  });
  const first = live.current();
  const basis = async (liked: string): Promise<string> =>
    (await live.current().recommend({ liked: [liked], disliked: [], seen: [] }, { top: 5 })).basis;
  assert.equal(await basis('tt0119038'), 'likes');
  assert.equal(await basis('tt0064115'), 'content', 'nobody said anything of that one');

  const artefact = decodeArtefact(good, { kind: hybridKind, version: hybridVersion });
  assert.ok(typeof artefact !== 'string');
  const like = (header: object): Buffer => encodeArtefact({ ...artefact, header: { ...artefact.header, ...header } });
  const bad: [Buffer, RegExp][] = [
    [good.subarray(0, good.length >> 1), /hybrid\.model.*truncated or damaged/],
    [like({ vocabulary: 'other films' }), /hybrid\.model.*another catalogue/],
    [like({ version: 99 }), /hybrid\.model.*version 99, not 1/],
  ];
  for (const [bytes, reason] of bad) {
    writeFileSync(model, bytes);
    assert.equal(await live.refresh(), false);
    assert.match(told.at(-1) ?? '', /is refused, the old one goes on/);
    assert.match(told.at(-1) ?? '', reason);
    const count = told.length;
    assert.equal(await live.refresh(), false);
    assert.equal(told.length, count, 'told once');
    assert.equal(live.current(), first);
    assert.equal(await basis('tt0119038'), 'likes');
    const { code, out } = await runLanterne(['doctor', '--data', data.folder]);
    assert.equal(code, 0, 'a warning is no fault');
    assert.match(out, /! model: .*hybrid\.model.*by content alone\. → run `lanterne train`/);
  }

  const aside: string[] = [];
  await using restarted = await openLive(readConfig({ LANTERNE_DATA: data.folder }), {
    every: 0,
    onProgress: (message) => aside.push(message),
  });
  assert.match(aside.join('\n'), /hybrid\.model.*by content alone until then/);
  const { films, basis: rest } = await restarted
    .current()
    .recommend({ liked: ['tt0119038'], disliked: [], seen: [] }, { top: 5 });
  assert.deepEqual([films.length, rest], [5, 'content']);

  writeFileSync(model, good);
  for (const server of [live, restarted]) assert.equal(await server.refresh(), true);
  assert.notEqual(live.current(), first);
  assert.equal(await basis('tt0119038'), 'likes');

  const page = async (address: string): Promise<string> =>
    (await createApp(() => live.current()).request(address)).text();
  assert.match(await page('/films?liked=tt0119038'), /spectateurs qui ont aimé les mêmes films que vous/);
  assert.match(await page('/en/films?liked=tt0119038'), /viewers who liked the same films as you/);
  assert.match(await page('/films?liked=tt0064115'), /de ce que sont les films/);
  assert.doesNotMatch(await page('/films?liked=tt0064115'), /spectateurs qui ont aimé/);
  assert.doesNotMatch(await page('/films'), /de ce que sont les films/);

  rmSync(model);
  assert.equal(await live.refresh(), true);
  assert.equal(await basis('tt0119038'), 'content', 'the model is gone, and its lists with it');
});

test('a new catalogue takes the model of likes along; likes that cannot be read keep nobody from starting', async () => {
  using data = await starterFolder();
  using smaller = smallerStarter();
  await learnLikes(data.folder);
  const told: string[] = [];
  await using live = await openLive(readConfig({ LANTERNE_DATA: data.folder }), { every: 0 });
  await buildCatalogue(data.folder, {
    imdb: smaller.folder,
    tmdb: smaller.folder,
    imdbSource: 'starter',
    tmdbSource: 'starter',
  });
  const ask = (lanterne: Lanterne) => lanterne.recommend({ liked: ['tt0119038'], disliked: [], seen: [] }, { top: 5 });
  assert.equal((await ask(live.current())).basis, 'likes');
  assert.equal(await live.refresh(), true);
  assert.equal((await ask(live.current())).basis, 'likes');

  writeFileSync(join(data.folder, 'interactions', 'house.parquet'), 'no longer');
  rmSync(join(data.folder, 'models'), { recursive: true });
  await using restarted = await openLive(readConfig({ LANTERNE_DATA: data.folder }), {
    every: 0,
    onProgress: (message) => told.push(message),
  });
  assert.equal((await ask(restarted.current())).basis, 'content');
  assert.match(told.join('\n'), /house\.parquet is refused/);
  const { out } = await runLanterne(['doctor', '--data', data.folder]);
  assert.match(out, /! likes: .*house\.parquet is refused/);
});
