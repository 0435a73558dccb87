import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { Json } from '@duckdb/node-api';
import { actorsAge } from '#indicators/actors-age.ts';
import { actorsCinemaSeries } from '#indicators/actors-cinema-series.ts';
import { actorsPeriods } from '#indicators/actors-periods.ts';
import { noFilters, type Filters } from '#indicators/filters.ts';
import type { Indicator } from '#indicators/indicator.ts';
import type { Cell, Told } from '#indicators/told.ts';
import { womenDirectors } from '#indicators/women-directors.ts';
import { speechOf } from '#words/speech.ts';
import { goldenRows } from '../helpers/golden-rows.ts';
import { referenceCatalogue, referenceDay, skipWithoutReference } from '../helpers/reference-catalogue.ts';

suite('the indicators on people, against plain SQL on the raw files', { skip: skipWithoutReference }, () => {
  const rowsOf = goldenRows('people.sql');
  const told = async (indicator: Indicator, filters: Partial<Filters> = {}): Promise<Told> => {
    const catalogue = await referenceCatalogue();
    assert.ok(catalogue !== null);
    const answer = await indicator.answer({ catalogue, today: referenceDay }, { ...noFilters, ...filters });
    return answer(speechOf('en'));
  };

  for (const sort of ['volume', 'audience', 'esteem'] as const)
    test(`the first twelve by ${sort}`, async () => {
      const rows = columnsOf(await told(actorsPeriods, { sort }), 0, [
        'person',
        { volume: 'films', audience: 'votes', esteem: 'esteem' }[sort],
      ]).slice(0, 12);
      const expected = (await rowsOf(sort)).map(({ id, n }) => [id, n]);
      near(rows, expected);
    });

  test('cinema and series by decade of birth', async () => {
    const answer = await told(actorsCinemaSeries);
    const rows = columnsOf(answer, 0, ['born', 'n', 'film', 'both', 'series']).filter(([born]) => born !== 'all');
    const expected = (await rowsOf('stages')).map(({ born, film, both, series }) => {
      const n = Number(film) + Number(both) + Number(series);
      return [born === -1 ? 'unknown' : String(born), n, Number(film) / n, Number(both) / n, Number(series) / n];
    });
    near(byFirst(rows), byFirst(expected));
  });

  test('the ways across, and what the threshold does', async () => {
    const answer = await told(actorsCinemaSeries);
    near(
      columnsOf(answer, 1, ['decade', 'to-series', 'to-film', 'same']),
      (await rowsOf('ways')).map(({ decade, toSeries, toFilm, same }) => [decade, toSeries, toFilm, same]),
    );
    near(
      columnsOf(answer, 2, ['credits', 'n', 'both']),
      (await rowsOf('thresholds')).map(({ k, people, crossed }) => [k, people, Number(crossed) / Number(people)]),
    );
  });

  test('ages at release by decade, and of those at work', async () => {
    const answer = await told(actorsAge);
    const names = { woman: 'actresses', man: 'actors', all: 'actresses and actors' };
    const nameOf = (sex: Json | undefined): string => (sex === 'woman' || sex === 'man' ? names[sex] : names.all);
    const keys = ['decade', 'sex', 'median', 'first-quarter', 'third-quarter', 'mean', 'known', 'unknown'];
    near(
      byFirst(columnsOf(answer, 1, keys)),
      byFirst(
        (await rowsOf('ages')).map(({ decade, sex, median, low, high, mean, known, unknown }) => [
          decade,
          nameOf(sex),
          median,
          low,
          high,
          mean,
          known,
          unknown,
        ]),
      ),
    );
    near(
      byFirst(columnsOf(answer, 2, ['sex', 'mean', 'mean-low', 'known', 'unknown'])),
      byFirst(
        (await rowsOf('working')).map(({ sex, mean, error, known, unknown }) => [
          nameOf(sex),
          mean,
          Number(mean) - 1.959963984540054 * Number(error),
          known,
          unknown,
        ]),
      ),
    );
  });

  test('films by women directors, by decade', async () => {
    near(
      columnsOf(await told(womenDirectors), 0, ['start', 'women', 'unknown', 'men']),
      (await rowsOf('directors')).map(({ decade, women, unknown, men }) => [decade, women, unknown, men]),
    );
  });
});

function columnsOf(told: Told, table: number, keys: readonly string[]): Cell[][] {
  const found = told.tables[table];
  assert.ok(found !== undefined);
  const places = keys.map((key) => found.columns.findIndex((column) => column.key === key));
  assert.ok(!places.includes(-1), `${found.name} has no column among ${keys.join(', ')}`);
  return found.rows.map((row) => places.map((place) => row[place] ?? null));
}

const byFirst = <T extends readonly unknown[]>(rows: readonly T[]): T[] =>
  rows.toSorted((a, b) => `${String(a[0])} ${String(a[1])}`.localeCompare(`${String(b[0])} ${String(b[1])}`));

/** Equal, numbers to the ninth digit: sums are not made in one order. */
function near(actual: readonly (readonly unknown[])[], expected: readonly (readonly unknown[])[]): void {
  const rounded = (rows: readonly (readonly unknown[])[]): unknown[][] =>
    rows.map((row) => row.map((value) => (typeof value === 'number' ? Number(value.toPrecision(9)) : value)));
  assert.deepEqual(rounded(actual), rounded(expected));
}
