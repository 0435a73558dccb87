import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { filmLength } from '#indicators/film-length.ts';
import { noFilters } from '#indicators/filters.ts';
import { genresTime } from '#indicators/genres-time.ts';
import type { Indicator } from '#indicators/indicator.ts';
import { money } from '#indicators/money.ts';
import { ratingsStrata } from '#indicators/ratings-strata.ts';
import type { Cell, Table, Told } from '#indicators/told.ts';
import { topFilms } from '#indicators/top-films.ts';
import { speechOf } from '#words/speech.ts';
import { goldenRows } from '../helpers/golden-rows.ts';
import { referenceCatalogue, referenceDay, skipWithoutReference } from '../helpers/reference-catalogue.ts';

suite('the indicators on films, against plain SQL on the raw files', { skip: skipWithoutReference }, () => {
  const rowsOf = goldenRows('films.sql');
  const told = async (indicator: Indicator): Promise<Told> => {
    const catalogue = await referenceCatalogue();
    assert.ok(catalogue !== null);
    return (await indicator.answer({ catalogue, today: referenceDay }, noFilters))(speechOf('en'));
  };

  test('median length by year in three strata, with its quarters, its N and what is missing', async () => {
    const answer = await told(filmLength);
    const expected = new Map(
      (await rowsOf('lengths')).map((row) => [
        `${String(row['stratum'])}:${String(row['year'])}`,
        [row['median'], row['low'], row['high'], row['n'], row['missing']].map(Number),
      ]),
    );
    const table = tableOf(answer, 'film-length');
    const ours = new Map(
      table.rows.map((row, i) => [
        String(table.keys?.[i]),
        pick(table, row, ['median', 'first-quarter', 'third-quarter', 'n', 'unknown']),
      ]),
    );
    assert.ok(ours.size > 250);
    // The years that hold other films than those before are left out of all features, and of nothing else.
    const without = [...expected.keys()].filter((key) => !ours.has(key));
    assert.deepEqual(without, ['all:2024', 'all:2025']);
    for (const [key, values] of ours) near(values, expected.get(key) ?? [], key);
  });

  test('the 250 best, in order, with C', async () => {
    const answer = await told(topFilms);
    const table = tableOf(answer, 'top-films');
    const expected = await rowsOf('best');
    assert.deepEqual(
      table.rows.map((row) => column(table, row, 'film')),
      expected.map(({ tconst }) => tconst),
    );
    near(
      table.rows.map((row) => Number(column(table, row, 'weighted'))),
      expected.map(({ weighted }) => Number(weighted)),
      'weighted ratings',
    );
    const [compared] = await rowsOf('compared');
    assert.equal(answer.count.value, compared?.['films']);
    assert.match(answer.method, new RegExp(`C = ${Number(compared?.['mean']).toFixed(2)} `));
  });

  test('how much more frequent each genre is among the best', async () => {
    const answer = await told(topFilms);
    const table = tableOf(answer, 'top-films-traits-1');
    const say = speechOf('en');
    const expected = new Map(
      (await rowsOf('lifts')).map((row) => [
        say.genre(String(row['genre'])),
        [row['best'], row['others'], row['lift']].map(Number),
      ]),
    );
    const genres = table.rows.filter((row) => column(table, row, 'kind') === 'Genre');
    assert.ok(genres.length >= 3);
    for (const row of genres) {
      const name = String(column(table, row, 'trait'));
      near(pick(table, row, ['best', 'others', 'share-ratio']), expected.get(name) ?? [], name);
    }
  });

  test('shares of genres by decade', async () => {
    const table = tableOf(await told(genresTime), 'genres-time');
    const expected = new Map(
      (await rowsOf('genres')).map((row) => [
        `${String(row['decade'])}:${String(row['genre'])}`,
        [row['films'], row['known']].map(Number),
      ]),
    );
    for (const [i, row] of table.rows.entries()) {
      const key = table.keys?.[i];
      if (typeof key === 'string') near(pick(table, row, ['films', 'of']), expected.get(key) ?? [], key);
    }
  });

  test('receipts over budget by genre', async () => {
    const table = tableOf(await told(money), 'money-returns');
    const expected = new Map(
      (await rowsOf('returns')).map((row) => [
        `genre:${String(row['genre'])}`,
        [row['median'], row['films']].map(Number),
      ]),
    );
    const ours = new Map(table.rows.map((row, i) => [String(table.keys?.[i]), pick(table, row, ['median', 'films'])]));
    ours.delete('genre:*');
    assert.deepEqual([...ours.keys()].toSorted(), [...expected.keys()].toSorted());
    for (const [key, [median = 0, films = 0]] of ours) {
      // Ours are kept to the thousandth.
      assert.ok(
        Math.abs(median - (expected.get(key)?.[0] ?? 0)) <= 0.001,
        `${key}: ${median}, not ${expected.get(key)?.[0]}`,
      );
      assert.equal(films, expected.get(key)?.[1], key);
    }
  });

  test('median rating by votes and decade', async () => {
    const table = tableOf(await told(ratingsStrata), 'ratings-strata');
    const expected = new Map(
      (await rowsOf('ratings')).map((row) => [
        `${String(row['class'])}:${String(row['decade'])}`,
        [row['median'], row['films']].map(Number),
      ]),
    );
    const ours = new Map(table.rows.map((row, i) => [String(table.keys?.[i]), pick(table, row, ['median', 'films'])]));
    assert.deepEqual([...ours.keys()].toSorted(), [...expected.keys()].toSorted());
    for (const [key, values] of ours) near(values, expected.get(key) ?? [], key);
  });
});

function tableOf(answer: Told, name: string): Table {
  const found = answer.tables.find((table) => table.name === name);
  assert.ok(found !== undefined, `no table ${name}`);
  return found;
}

const column = (table: Table, row: readonly Cell[], key: string): Cell =>
  row[table.columns.findIndex((one) => one.key === key)] ?? null;
const pick = (table: Table, row: readonly Cell[], keys: readonly string[]): number[] =>
  keys.map((key) => Number(column(table, row, key)));

function near(ours: readonly number[], expected: readonly number[], what: string): void {
  assert.equal(ours.length, expected.length, what);
  for (const [i, value] of ours.entries())
    assert.ok(
      Math.abs(value - (expected[i] ?? Number.NaN)) < 1e-9 * Math.max(1, Math.abs(value)),
      `${what}: ${ours.join(' ')}, not ${expected.join(' ')}`,
    );
}
