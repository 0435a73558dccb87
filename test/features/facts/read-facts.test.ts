import assert from 'node:assert/strict';
import { rmSync, truncateSync } from 'node:fs';
import { before, test } from 'node:test';
import { openCatalogue, type Catalogue } from '#catalogue/catalogue.ts';
import { allIds, filmCards } from '#catalogue/queries/film-cards.ts';
import { factsOf } from '#facts.ts';
import { encodeFacts, factsKey, factsPath, keepFacts, loadFacts, openFacts } from '#features/facts/facts-file.ts';
import { readFacts, type PackedFacts } from '#features/facts/read-facts.ts';
import { starterFolder } from '../../helpers/starter-folder.ts';
import { builtFrom, starterFolder as starterFiles } from '../../models/starter.ts';

let catalogue: Catalogue;
let packed: PackedFacts;
before(async () => {
  catalogue = await builtFrom(starterFiles);
  packed = await readFacts(catalogue);
});

test('the facts are those of the cards, film by film', async () => {
  const facts = openFacts(encodeFacts(packed, 'k'), 'k');
  assert.ok(typeof facts !== 'string');
  const cards = await catalogue.run(filmCards, { films: [...Array(catalogue.films).keys()] });
  assert.equal(cards.length, catalogue.films);
  for (const { film, year, runtime, genres, countries, language, directors } of cards) {
    assert.equal(facts.year[film], year ?? 0);
    assert.equal(facts.runtime[film], runtime ?? 0);
    assert.deepEqual(facts.genres[film], genres);
    assert.deepEqual(facts.countries[film], countries);
    assert.equal(facts.language[film], language);
    assert.equal(facts.directors[film]?.length, directors.length);
  }
});

test('one director is one number, and the films of a saga are found', async () => {
  const facts = openFacts(encodeFacts(packed, 'k'), 'k');
  assert.ok(typeof facts !== 'string');
  const films = new Map((await catalogue.run(allIds, {})).map(({ id, film }) => [id, film]));
  const of = <T>(values: ArrayLike<T>, id: string): T | undefined => values[films.get(id) ?? -1];
  assert.deepEqual(of(facts.directors, 'tt0119038'), of(facts.directors, 'tt0082183'));
  assert.ok(facts.sagas.some((saga) => saga >= 0));
  assert.ok(Array.from(facts.family).some((family) => family === 1));
});

test('facts of another build, or damaged ones, are refused, and made again', async () => {
  assert.match(String(openFacts(encodeFacts(packed, 'k'), 'another')), /another catalogue/);
  assert.match(String(openFacts(Buffer.from('nonsense'), 'k')), /not a model file/);
  using data = await starterFolder();
  const path = factsPath(data.folder);
  await using own = await openCatalogue(data.folder);
  const key = factsKey(own);
  const first = loadFacts(data.folder, key);
  assert.ok(first !== null, 'training keeps them');
  assert.equal(loadFacts(data.folder, `${key} later`), null);

  truncateSync(path, 4000);
  assert.equal(loadFacts(data.folder, key), null);
  const told: string[] = [];
  const again = await factsOf(data.folder, own, { onProgress: (message) => told.push(message) });
  assert.deepEqual(again, first);
  assert.equal(told.length, 1);
  assert.deepEqual(loadFacts(data.folder, key), first, 'kept for the next time');

  rmSync(path);
  assert.deepEqual(await factsOf(data.folder, own), first);
});

test('when another build took the place of the one that is open, the open one still answers', async () => {
  using data = await starterFolder();
  await using own = await openCatalogue(data.folder);
  const older = { ...own, builtAt: '2001-01-01T00:00:00.000Z' };
  const facts = await factsOf(data.folder, older);
  assert.equal(facts.genres.length, own.films);
});

test('a folder that cannot be written costs only time', () => {
  assert.equal(keepFacts('/dev/null/nowhere', Buffer.alloc(1)), false);
});
