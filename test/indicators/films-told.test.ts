import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Chart, Mark } from '#charts/chart.ts';
import { openCatalogue } from '#catalogue/catalogue.ts';
import { artEtEssai } from '#indicators/art-et-essai.ts';
import { countries } from '#indicators/countries.ts';
import { filmLength } from '#indicators/film-length.ts';
import { genresTime } from '#indicators/genres-time.ts';
import { languages } from '#indicators/languages.ts';
import { money } from '#indicators/money.ts';
import { ratingsStrata } from '#indicators/ratings-strata.ts';
import type { Told } from '#indicators/told.ts';
import { topFilms } from '#indicators/top-films.ts';
import { seededRandom } from '#kernels/random.ts';
import { build, scratch } from '../catalogue/tiny-world.ts';
import { ask, askBoth, behind, madeCatalogue, times, type MadeFilm } from './made-films.ts';

const all = [filmLength, topFilms, genresTime, countries, languages, money, artEtEssai, ratingsStrata];

const wrong = /NaN|undefined|\bnull\b|Infinity/;

const marksOf = (chart: Chart): readonly Mark[] => {
  switch (chart.kind) {
    case 'line':
      return chart.series.flatMap(({ points }) => points);
    case 'dot':
      return chart.dots;
    case 'bar':
      return chart.bars;
    case 'heat':
      return chart.cells.flat();
    default:
      return [];
  }
};

const wordsOf = (told: Told): string[] => [
  told.title,
  told.question,
  told.method,
  told.count.what,
  ...told.finding,
  ...told.cautions,
  ...told.coverage.map(({ what }) => what),
  ...told.charts.flatMap((chart) => [chart.title, chart.description, ...marksOf(chart).map(({ label }) => label)]),
  ...told.tables.flatMap((table) => [table.title, ...table.columns.map(({ title }) => title)]),
];

/** Films of chance with every fact, some missing. */
function richFilms(): MadeFilm[] {
  const random = seededRandom(5);
  const some = <T>(values: readonly T[]): T[] => values.filter(() => random() < 0.4);
  return times(6000, (i) => ({
    year: 1960 + Math.floor(random() * 66),
    ...(random() < 0.9 ? { minutes: 62 + Math.floor(random() * 100) } : {}),
    votes: Math.floor(10 ** (1 + 5 * random())),
    rating: Math.round(10 + random() * 90) / 10,
    genres: [...some(['Drama', 'Comedy', 'War', 'Horror']), ...(i % 3 === 0 ? ['Documentary'] : [])],
    countries: some(['US', 'FR', 'IT', 'IN']),
    ...(random() < 0.8 ? { language: random() < 0.6 ? 'en' : 'fr' } : {}),
    spoken: some(['en', 'fr', 'it']),
    keywords: some(['war', 'love', 'river']),
    director: Math.floor(random() * 400),
    ...(random() < 0.5
      ? { budget: Math.floor(1000 * 10 ** (4 * random())), revenue: Math.floor(1000 * 10 ** (4 * random())) }
      : {}),
    art: random() < 0.1,
    tmdb: i,
  }));
}

test('a handful of films: each says in a sentence that they are too few, and draws nothing', async () => {
  await using catalogue = await madeCatalogue(richFilms().slice(0, 12));
  for (const indicator of all)
    for (const language of ['fr', 'en'] as const) {
      const told = await ask(indicator, catalogue, {}, language);
      assert.deepEqual(told.charts, [], indicator.name);
      assert.match(told.finding.join('\n'), /Trop peu|Too few/, indicator.name);
      for (const text of wordsOf(told)) assert.doesNotMatch(text, wrong, `${indicator.name}: ${text}`);
    }
});

test('the hand-written world: each answers in a sentence, and draws nothing of so few films', async () => {
  const folder = scratch();
  {
    await using _built = await build(folder.path);
    await using catalogue = await openCatalogue(folder.path);
    for (const indicator of all)
      for (const language of ['fr', 'en'] as const) {
        const told = await ask(indicator, catalogue, {}, language);
        assert.deepEqual(told.charts, [], indicator.name);
        assert.ok(told.finding.join('').length > 20, indicator.name);
        for (const text of wordsOf(told)) assert.doesNotMatch(text, wrong, `${indicator.name}: ${text}`);
      }
  }
  folder[Symbol.dispose]();
});

test('an empty catalogue and one of the barest films are answered too', async () => {
  for (const films of [[], [{ year: 2000 }], times(300, () => ({ year: 2000, minutes: 90 }))]) {
    await using catalogue = await madeCatalogue(films);
    for (const indicator of all)
      for (const language of ['fr', 'en'] as const) {
        const told = await ask(indicator, catalogue, {}, language);
        assert.ok(told.finding.join('').length > 20, indicator.name);
        for (const text of wordsOf(told)) assert.doesNotMatch(text, wrong, `${indicator.name}: ${text}`);
      }
  }
});

test('every mark is a row, every key leads to films, every number is one, and French is typeset', async () => {
  await using catalogue = await madeCatalogue(richFilms(), { lines: 900, lost: 300 });
  for (const indicator of all) {
    const told = await ask(indicator, catalogue, {}, 'fr');
    assert.ok(told.charts.length > 0 || indicator === topFilms, indicator.name);
    for (const text of wordsOf(told)) {
      assert.doesNotMatch(text, wrong, `${indicator.name}: ${text}`);
      assert.doesNotMatch(text, /[^\u00a0\u202f][:;!?»%]|«[^\u00a0]/, `${indicator.name}: ${text}`);
    }
    for (const text of wordsOf(await ask(indicator, catalogue)))
      assert.doesNotMatch(text, /NaN|undefined|\bnull\b|Infinity|[«»]/, `${indicator.name}: ${text}`);
    for (const [i, chart] of told.charts.entries()) {
      const keys = marksOf(chart).map(({ key }) => key ?? null);
      const table = told.tables[i];
      if (chart.kind !== 'heat')
        assert.deepEqual(table?.keys?.slice(0, keys.length), keys, `${indicator.name}: ${chart.title}`);
      for (const key of new Set(keys.filter((_, place) => place % 7 === 0)))
        if (key !== null)
          assert.ok(((await behind(indicator, catalogue, key))?.length ?? 0) > 0, `${indicator.name} ${key}`);
    }
    for (const table of told.tables) {
      assert.match(table.name, /^[a-z\d-]+$/);
      assert.equal(new Set(table.columns.map(({ key }) => key)).size, table.columns.length, table.name);
      for (const row of table.rows) {
        assert.equal(row.length, table.columns.length, table.name);
        assert.ok(
          row.every((cell) => typeof cell !== 'number' || Number.isFinite(cell)),
          `${table.name}: ${row.join(' ')}`,
        );
      }
    }
  }
});

test('both languages tell the same numbers', async () => {
  await using catalogue = await madeCatalogue(richFilms(), { lines: 900, lost: 300 });
  for (const indicator of all) {
    const { fr, en } = await askBoth(indicator, catalogue);
    const numbers = (told: Told): unknown =>
      told.tables.map(({ rows }) => rows.map((row) => row.filter((cell) => typeof cell === 'number')));
    assert.deepEqual(numbers(fr), numbers(en), indicator.name);
    assert.equal(fr.finding.length, en.finding.length);
    assert.equal(fr.cautions.length, en.cautions.length);
  }
});
