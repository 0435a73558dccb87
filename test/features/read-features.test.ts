import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Catalogue } from '#catalogue/catalogue.ts';
import { families } from '#features/families.ts';
import { readFeatures, type FamilyMatrix } from '#features/read-features.ts';
import { tokens } from '#features/tokens.ts';
import { builtFrom, starterFolder } from '../models/starter.ts';

const catalogue = await builtFrom(starterFolder);
const features = await readFeatures(catalogue);
const family = (name: string): FamilyMatrix => features.families.find((one) => one.name === name) ?? assert.fail(name);

test('every family is a well-formed matrix of films by labelled terms, each in two films or more', () => {
  assert.deepEqual(
    features.families.map(({ name }) => name),
    families.map(({ name }) => name),
  );
  for (const { name, labels, matrix } of features.families) {
    assert.equal(matrix.rows, catalogue.films, name);
    assert.equal(matrix.columns, labels.length, name);
    const films = new Int32Array(matrix.columns);
    for (const [k, column] of matrix.indices.entries()) {
      films[column] = (films[column] ?? 0) + 1;
      assert.ok((matrix.values[k] ?? 0) > 0, name);
    }
    assert.ok(
      films.every((count) => count >= 2),
      name,
    );
  }
});

test('genres, keywords and directors by film are those of the tables', async () => {
  const once = 'GROUP BY ALL';
  for (const [name, sql] of [
    ['genre', `SELECT film, genre FROM film_genre ${once}`],
    ['keyword', `SELECT film, keyword FROM film_keyword ${once}`],
    ['director', `SELECT film, name FROM film_credit JOIN person USING (person) WHERE category = 'director' ${once}`],
  ] as const) {
    const table = await pairs(catalogue, sql);
    const count = new Map<string, number>();
    for (const [, term] of table) count.set(term, (count.get(term) ?? 0) + 1);
    const expected = table.filter(([, term]) => (count.get(term) ?? 0) >= 2).map(([film, term]) => `${film} ${term}`);
    assert.deepEqual(cellsOf(family(name)).toSorted(), expected.toSorted(), name);
  }
});

test('the first-billed actor counts in full, the fourth for half, none after the twelfth', async () => {
  const { matrix } = family('cast');
  for (let film = 0; film < features.films; film++) {
    const values = [...matrix.values.subarray(matrix.indptr[film], matrix.indptr[film + 1])];
    const places = values.map((value) => 1 / value ** 2);
    assert.equal(new Set(places.map(Math.round)).size, places.length);
    assert.ok(places.every((place) => place <= 12.01 && Math.abs(place - Math.round(place)) < 1e-3));
  }
});

test('the words of a text: those of two films or more, once or as 1 + ln n', async () => {
  const texts = (await pairs(catalogue, 'SELECT film, overview_fr FROM film WHERE overview_fr IS NOT NULL')).map(
    ([film, text]) => [film, tokens(text)] as const,
  );
  const inFilms = new Map<string, number>();
  for (const [, words] of texts) for (const word of new Set(words)) inFilms.set(word, (inFilms.get(word) ?? 0) + 1);
  const most = Math.max(20, features.films / 20);
  const kept = [...inFilms]
    .filter(([, films]) => films >= 2 && films <= most)
    .map(([word]) => word)
    .toSorted();
  const { matrix } = family('motsFr');
  assert.equal(matrix.columns, kept.length);
  for (const [film, words] of texts) {
    const expected = kept.flatMap((word, id) => {
      const count = words.filter((one) => one === word).length;
      return count === 0 ? [] : [[id, Math.fround(1 + Math.log(count))]];
    });
    const [from, to] = [matrix.indptr[film], matrix.indptr[film + 1]];
    const values = matrix.values.subarray(from, to);
    assert.deepEqual(
      [...matrix.indices.subarray(from, to)].map((id, k) => [id, values[k]]),
      expected,
    );
  }
});

test('the numbers of each film, NaN where nothing is known', async () => {
  const reader = await catalogue.connection.runAndReadAll('SELECT year, votes, rating, renown FROM film ORDER BY film');
  const columns = reader.getColumns().map((column) => Float32Array.from(column, known));
  assert.deepEqual([features.year, features.votes, features.rating, features.renown], columns);
});

test('read twice, the same features', async () => {
  assert.deepEqual(await readFeatures(catalogue), features);
});

async function pairs({ connection }: Catalogue, sql: string): Promise<[number, string][]> {
  const reader = await connection.runAndReadAll(sql);
  return reader.getRows().map(([film, term]) => [Number(film), String(term)]);
}

function cellsOf({ matrix, labels }: FamilyMatrix): string[] {
  return Array.from({ length: matrix.rows }, (_, film) =>
    [...matrix.indices.subarray(matrix.indptr[film], matrix.indptr[film + 1])].map((id) => `${film} ${labels[id]}`),
  ).flat();
}

const known = (value: unknown): number => (value === null ? Number.NaN : Number(value));
