import assert from 'node:assert/strict';
import { test } from 'node:test';
import { filmLength } from '#indicators/film-length.ts';
import { shownMove } from '#indicators/parts/difference.ts';
import { agreementSentence } from '#indicators/words/film-length.ts';
import { speechOf } from '#words/speech.ts';
import { ask, behind, madeCatalogue, sentences, times, years, type MadeFilm } from './made-films.ts';

/** Every year, `count` films around a length that goes with the year, with many votes. */
const yearly = (
  length: (year: number) => number,
  {
    from = 1980,
    to = 2025,
    count = 30,
    votes = 2000,
  }: { from?: number; to?: number; count?: number; votes?: number } = {},
): MadeFilm[] =>
  years(from, to).flatMap((year) =>
    times(count, (i) => ({ year, minutes: Math.round(length(year)) + (i % 11) - 5, votes: votes + i, rating: 6 })),
  );

const rising = (year: number): number => 90 + (year - 1980) / 2;

test('a length that rises, falls or stays is said to', async () => {
  for (const [length, fr, en] of [
    [rising, /min de plus \(intervalle/, /min longer \(95% interval/],
    [(year: number) => 140 - (year - 1980) / 2, /min de moins \(intervalle/, /min shorter \(95% interval/],
    [
      () => 100,
      /n’a pas bougé de façon mesurable\u00a0: 100\u00a0min .*écart de 0\u00a0min \(intervalle à 95\u00a0%\u00a0: /,
      /did not measurably move: 100\u00a0min .*difference of 0\u00a0min \(95% interval: /,
    ],
  ] as const) {
    await using catalogue = await madeCatalogue(yearly(length));
    assert.match(sentences(await ask(filmLength, catalogue, {}, 'fr')), fr);
    assert.match(sentences(await ask(filmLength, catalogue, {}, 'en')), en);
  }
});

test('the strata are said to agree when they do, and to disagree when they do not', async () => {
  await using alike = await madeCatalogue(yearly(rising));
  assert.match((await ask(filmLength, alike)).finding[0] ?? '', /^Whichever films are looked at.*longer/);
  assert.match(
    (await ask(filmLength, alike, {}, 'fr')).finding[0] ?? '',
    /s’accordent\u00a0: les films sont plus longs/,
  );
  await using apart = await madeCatalogue([
    ...yearly(rising, { count: 110, votes: 5000 }),
    ...yearly((year) => 130 - (year - 1980) / 2, { count: 220, votes: 1000 }),
    ...yearly((year) => 130 - (year - 1980) / 2, { count: 300, votes: 10 }),
  ]);
  const told = await ask(filmLength, apart);
  assert.match(told.finding[0] ?? '', /^The answer depends.*falls for all feature films.*rises for the 100 most voted/);
  assert.match(
    (await ask(filmLength, apart, {}, 'fr')).finding[0] ?? '',
    /^La réponse dépend.*baisse pour tous les longs métrages.*monte pour les 100 films/,
  );
});

test('nothing is concluded from all films when the database does not hold the same ones at both times', async () => {
  await using catalogue = await madeCatalogue([
    ...yearly(() => 105),
    ...yearly(() => 80, { from: 2010, count: 120, votes: 10 }),
  ]);
  const told = await ask(filmLength, catalogue);
  assert.match(sentences(told), /Draw no conclusion from the median of all feature films/);
  assert.doesNotMatch(told.finding.join('\n'), /Among all feature films, the median length went/);
  assert.match(sentences(await ask(filmLength, catalogue, {}, 'fr')), /Ne pas conclure de la médiane/);
});

test('years that hold nearly only much-voted films are left out of all films, and said to be', async () => {
  await using catalogue = await madeCatalogue([
    ...yearly(() => 100),
    ...yearly(() => 90, { to: 2023, count: 200, votes: 10 }),
  ]);
  const told = await ask(filmLength, catalogue);
  assert.match(sentences(told), /For 2024 and 2025 the database holds hardly any but much-voted films/);
  const keys = told.tables[0]?.keys ?? [];
  assert.ok(!keys.includes('all:2024') && keys.includes('voted:2024') && keys.includes('all:2023'));
});

test('too few films: a sentence, no chart, no table', async () => {
  await using catalogue = await madeCatalogue(yearly(rising, { count: 19 }));
  for (const [language, text] of [
    ['fr', /^Trop peu de films/],
    ['en', /^Too few films/],
  ] as const) {
    const told = await ask(filmLength, catalogue, {}, language);
    assert.match(told.finding.join('\n'), text);
    assert.deepEqual([told.charts, told.tables], [[], []]);
  }
});

test('some years of films are told without a change', async () => {
  await using catalogue = await madeCatalogue(yearly(rising, { from: 2020 }));
  assert.match((await ask(filmLength, catalogue)).finding.join('\n'), /the years are too few to speak of a change/);
  assert.match(
    (await ask(filmLength, catalogue, {}, 'fr')).finding.join('\n'),
    /trop peu nombreuses pour parler d’une évolution/,
  );
});

test('shorts, television and the year that is not over are left out; unknown lengths are counted', async () => {
  await using catalogue = await madeCatalogue([
    ...yearly(() => 100, { from: 2020 }),
    ...times(50, () => ({ year: 2021, minutes: 40, votes: 9000 })),
    ...times(50, () => ({ year: 2021, minutes: 95, votes: 9000, kind: 'tvMovie' })),
    ...times(40, () => ({ year: 2022, minutes: null, votes: 3000 })),
    ...times(50, () => ({ year: 2026, minutes: 120, votes: 3000 })),
  ]);
  const told = await ask(filmLength, catalogue, { stratum: 'voted' });
  assert.deepEqual(
    told.coverage.map(({ known, of }) => [known, of]),
    [[180, 220]],
  );
  assert.match(sentences(told), /shorter than 60 minutes are left out \(50 films\).*television \(50\)/);
  const row = told.tables[0]?.rows.find(([, year]) => year === 2022);
  assert.deepEqual([row?.[7], row?.[8]], [30, 1 - 30 / 70]);
  assert.ok(!told.tables[0]?.keys?.includes('voted:2026'));
});

test('the filters choose the films: years, genre, country, stratum', async () => {
  const french = yearly(() => 100, { from: 2010 }).map((film) => ({ ...film, genres: ['Comedy'], countries: ['FR'] }));
  await using catalogue = await madeCatalogue([...french, ...yearly(() => 130, { from: 2000 })]);
  const comedies = await ask(filmLength, catalogue, { genre: 'Comedy' });
  assert.equal(comedies.count.value, 16 * 30);
  assert.equal((await ask(filmLength, catalogue, { country: 'FR', from: 2015, to: 2019 })).count.value, 5 * 30);
  assert.equal((await ask(filmLength, catalogue, { country: 'DE' })).charts.length, 0);
  assert.equal((await ask(filmLength, catalogue, { stratum: 'top' })).charts.length, 1);
  const keys = comedies.tables[0]?.keys ?? [];
  assert.ok(keys.every((key) => Number(key?.split(':')[1]) >= 2010));
});

test('without votes only all feature films are told', async () => {
  await using catalogue = await madeCatalogue(
    years(1980, 2025).flatMap((year) => times(25, (i) => ({ year, minutes: 90 + i }))),
  );
  const told = await ask(filmLength, catalogue);
  assert.equal(told.charts.length, 1);
  assert.match(told.finding[0] ?? '', /^Among all feature films, the median length did not measurably move/);
});

test('behind a point stand the films that made it, the most voted first', async () => {
  await using catalogue = await madeCatalogue([
    ...yearly(() => 100, { from: 2019, count: 130 }),
    { year: 2020, minutes: 30, votes: 90_000 },
  ]);
  const told = await ask(filmLength, catalogue);
  for (const table of told.tables)
    for (const [i, key] of (table.keys ?? []).entries())
      if (key !== null) assert.equal((await behind(filmLength, catalogue, key))?.length, table.rows[i]?.[7], key);
  const films = (await behind(filmLength, catalogue, 'top:2020')) ?? [];
  assert.equal(films.length, 100);
  assert.deepEqual(
    films,
    films.toSorted((a, b) => b - a),
  );
  assert.equal(await behind(filmLength, catalogue, 'nothing'), null);
  assert.deepEqual(await behind(filmLength, catalogue, 'top:2026'), []);
});

test('what is set aside is counted among what the filters choose', async () => {
  const aside = (votes: number): MadeFilm[] => [
    ...times(3, () => ({ year: 2021, minutes: 40, votes, countries: ['FR'], genres: ['Comedy'] })),
    ...times(4, () => ({ year: 2021, minutes: 40, votes, countries: ['IT'] })),
    ...times(5, () => ({ year: 2021, minutes: 90, votes, countries: ['FR'], kind: 'tvMovie' })),
    ...times(6, () => ({ year: 2015, minutes: 90, votes, kind: 'tvMovie' })),
  ];
  const known = yearly(() => 100, { from: 2010, votes: 9000 }).map((film, i) => ({
    ...film,
    countries: ['FR'],
    genres: ['Comedy'],
    tmdb: i,
  }));
  await using catalogue = await madeCatalogue([
    ...known,
    ...aside(2000),
    ...aside(10),
    ...times(7, () => ({ year: 2020, minutes: 45, votes: 8000, countries: ['FR'] })),
    ...times(2, () => ({ year: 2012, minutes: 45, votes: 8000, countries: ['IT'] })),
  ]);
  for (const [filters, shorts, television, doubtful] of [
    [{}, 23, 22, 9],
    [{ country: 'FR' }, 13, 10, 7],
    [{ genre: 'Comedy' }, 6, 0, 0],
    [{ from: 2018 }, 21, 10, 7],
    [{ to: 2018 }, 2, 12, 2],
    [{ stratum: 'voted', country: 'FR' }, 10, 5, 7],
  ] as const) {
    const told = sentences(await ask(filmLength, catalogue, filters));
    assert.match(told, new RegExp(`left out \\(${shorts} films\\).*television \\(${television}\\)`));
    if (doubtful === 0) assert.doesNotMatch(told, /TMDB does not know/);
    else assert.match(told, new RegExp(`^${doubtful} titles with at least 5,000 votes that TMDB does not know`, 'm'));
  }
});

test('an interval that is shown to touch 0 tells no move', () => {
  assert.equal(shownMove({ low: 0.4, high: 5 }, 1), 'same');
  assert.equal(shownMove({ low: 0.6, high: 5 }, 1), 'rose');
  assert.equal(shownMove({ low: -5, high: -0.4 }, 1), 'same');
  assert.equal(shownMove({ low: -0.02, high: -0.001 }, 0.001), 'fell');
  assert.equal(shownMove({ low: -0.02, high: -0.0004 }, 0.001), 'same');
});

test('that nothing is shown is no agreement, and shows no difference either', async () => {
  await using still = await madeCatalogue(yearly(() => 100));
  const told = (await ask(filmLength, still)).finding[0] ?? '';
  assert.match(told, /^No choice of films shows a measurable change of length/);
  assert.match(
    (await ask(filmLength, still, {}, 'fr')).finding[0] ?? '',
    /^Aucune façon de choisir les films ne montre de changement mesurable/,
  );
  const half = new Map([
    ['all', 'same'],
    ['top', 'rose'],
  ] as const);
  assert.equal(
    agreementSentence(half, 2, speechOf('en')),
    'Over about thirty years the median length does not measurably move for all feature films, rises for the 100 most voted films of each year.',
  );
  assert.match(
    agreementSentence(half, 2, speechOf('fr')),
    /^En une trentaine d’années, la durée médiane ne bouge pas de façon/,
  );
});

test('strata of which one cannot be compared are not said to be all', () => {
  const two = new Map([
    ['voted', 'rose'],
    ['top', 'rose'],
  ] as const);
  assert.match(agreementSentence(two, 2, speechOf('en')), /^Whichever films are looked at/);
  assert.equal(
    agreementSentence(two, 3, speechOf('en')),
    'Over about thirty years the median length rises for films with at least 1,000 votes and the 100 most voted films of each year.',
  );
});

test('changes of pace are told as slopes a decade, in years that do not overlap', async () => {
  await using catalogue = await madeCatalogue(
    yearly((year) => (year < 2003 ? 90 + (year - 1980) : 113 - (year - 2003)), { count: 60 }),
  );
  const told = sentences(await ask(filmLength, catalogue));
  assert.match(
    told,
    /the pace at which the median length moves changes about 200[2-5]\. From 1980 to 200[1-4] it rises by about (9|10)\.\d min a decade; from 200[2-5] to 2025 it falls by about (9|10)\.\d min a decade\./,
  );
  assert.match(
    sentences(await ask(filmLength, catalogue, {}, 'fr')),
    /change vers 200[2-5]\. De 1980 à 200[1-4], elle monte d’environ (9|10),\d\u00a0min par décennie\u00a0; de 200[2-5] à 2025, elle baisse d’environ/,
  );
});

test('the most voted of a year have a hundred votes at least', async () => {
  await using catalogue = await madeCatalogue([
    ...yearly(() => 70, { from: 2000, to: 2009, votes: 8 }),
    ...yearly(() => 100, { from: 2010, votes: 100 }),
  ]);
  const keys = (await ask(filmLength, catalogue)).tables.flatMap((table) => table.keys ?? []);
  assert.ok(keys.includes('all:2005') && keys.includes('top:2010') && !keys.includes('top:2005'));
  assert.deepEqual(await behind(filmLength, catalogue, 'top:2005'), []);
});
