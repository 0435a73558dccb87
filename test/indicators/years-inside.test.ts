import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Chart } from '#charts/chart.ts';
import { artEtEssai } from '#indicators/art-et-essai.ts';
import { countries } from '#indicators/countries.ts';
import { filmLength } from '#indicators/film-length.ts';
import type { Filters } from '#indicators/filters.ts';
import { genresTime } from '#indicators/genres-time.ts';
import { languages } from '#indicators/languages.ts';
import { ratingsStrata } from '#indicators/ratings-strata.ts';
import type { Told } from '#indicators/told.ts';
import { seededRandom } from '#kernels/random.ts';
import { ask, madeCatalogue, sentences, times, type MadeFilm } from './made-films.ts';

const all = [filmLength, genresTime, countries, languages, artEtEssai, ratingsStrata];

/** Two hundred films a year from 1960 to 2025, with every fact. */
function films(): MadeFilm[] {
  const random = seededRandom(7);
  const some = <T>(values: readonly T[]): T[] => values.filter(() => random() < 0.4);
  return times(200 * 66, (i) => ({
    year: 1960 + (i % 66),
    minutes: 70 + (i % 66) / 3 + Math.floor(random() * 50),
    votes: Math.floor(10 ** (2.5 + 3 * random())),
    rating: Math.round(10 + random() * 90) / 10,
    genres: ['Drama', ...some(['Comedy', 'War', 'Horror'])],
    countries: ['FR', ...some(['US', 'IT'])],
    language: random() < 0.6 ? 'en' : 'fr',
    spoken: ['en', ...some(['fr', 'it'])],
    art: random() < 0.1,
    tmdb: i,
  }));
}

/** Years told in words: a number of four digits that is no part of a longer one. */
const yearsIn = (text: string): number[] =>
  [...text.matchAll(/(?<![\d.,\u202f])(?:1[89]|20)\d\d(?![\d\u202f]|[.,]\d)/g)].map(([year]) => Number(year));

function yearsOfChart(chart: Chart): number[] {
  const words = [chart.title, chart.description];
  if (chart.kind === 'bar') words.push(...chart.bars.flatMap(({ name, label }) => [name, label]));
  if (chart.kind === 'heat')
    words.push(...chart.columns.names, ...chart.cells.flat().map(({ label, text }) => `${label} ${text}`));
  if (chart.kind !== 'line') return words.flatMap(yearsIn);
  const points = chart.series.flatMap((one) => one.points);
  return [
    ...[...words, ...points.map(({ label }) => label)].flatMap(yearsIn),
    ...points.map(({ x }) => x),
    ...(chart.strip?.points ?? []).map(({ x }) => x),
    ...(chart.rules ?? []).map(({ x }) => x),
  ];
}

const yearsOf = (told: Told): number[] => [
  ...[...told.finding, ...told.cautions, ...told.coverage.map(({ what }) => what), told.count.what]
    // When voting began is no year of the answer.
    .map((text) => text.replace(/voting began in the 1990s|on vote depuis les années 1990/, ''))
    .flatMap(yearsIn),
  ...told.charts.flatMap(yearsOfChart),
  ...told.tables.flatMap((table) => [
    ...[table.title, ...table.columns.map(({ title, key }) => `${title} ${key}`)].flatMap(yearsIn),
    ...table.rows.flatMap((row) =>
      row.flatMap((cell, i) =>
        typeof cell === 'string' ? yearsIn(cell) : cell !== null && table.columns[i]?.kind === 'year' ? [cell] : [],
      ),
    ),
  ]),
];

test('every year that a filtered answer names lies inside the filter', async () => {
  await using catalogue = await madeCatalogue(films());
  for (const filters of [
    { from: 1990 },
    { from: 1993 },
    { from: 1995, country: 'FR' },
    { from: 1998 },
    { from: 2000 },
    { from: 1983, to: 2014 },
    { to: 2012 },
    { from: 2021, to: 2023 },
  ] satisfies Partial<Filters>[])
    for (const indicator of all)
      for (const language of ['fr', 'en'] as const) {
        const asked = indicator === countries ? { ...filters, country: null } : filters;
        const told = await ask(indicator, catalogue, asked, language);
        const { from, to } = { from: 1960, to: 2025, ...filters };
        const outside = yearsOf(told).filter((year) => year < from || year > to);
        assert.deepEqual(outside, [], `${indicator.name} ${JSON.stringify(filters)} ${told.finding.join(' ')}`);
        assert.ok(yearsOf(told).length > 0, indicator.name);
      }
});

test('a period that the filters cut is compared when five of its years are left, and said not to be otherwise', async () => {
  await using catalogue = await madeCatalogue(films());
  for (const [indicator, whole, cut] of [
    [filmLength, 1991, 1992],
    [genresTime, 1995, 1996],
    [countries, 1995, 1996],
    [languages, 1995, 1996],
    [artEtEssai, 2001, 2002],
    [ratingsStrata, 1995, 1996],
  ] as const) {
    const last = indicator === artEtEssai ? 2005 : indicator === filmLength ? 1995 : 1999;
    const told = sentences(await ask(indicator, catalogue, { from: whole }));
    assert.match(told, new RegExp(`${whole}-${last}`), indicator.name);
    assert.doesNotMatch(told, /comparison is not made/);
    const short = await ask(indicator, catalogue, { from: cut });
    assert.match(
      short.finding.join('\n'),
      new RegExp(`One comparison is not made.*: only ${cut}-${last} is left`),
      indicator.name,
    );
    assert.equal(sentences(short).match(new RegExp(`${cut}-${last}`, 'g'))?.length, 1, sentences(short));
    assert.match(
      sentences(await ask(indicator, catalogue, { from: cut }, 'fr')),
      new RegExp(`Une comparaison n’est pas faite.* il n’y reste que ${cut}-${last}`),
    );
  }
});
