import assert from 'node:assert/strict';
import { test } from 'node:test';
import { countries } from '#indicators/countries.ts';
import { countText } from '#indicators/exported.ts';
import { genresTime } from '#indicators/genres-time.ts';
import { languages } from '#indicators/languages.ts';
import { speechOf } from '#words/speech.ts';
import { ask, behind, madeCatalogue, sentences, times, years, type MadeFilm } from './made-films.ts';

/** Every year from 1990 to 2025, `count` films, each made by what is told of its year and its place. */
const yearly = (make: (year: number, place: number) => Partial<MadeFilm>, count = 40): MadeFilm[] =>
  years(1990, 2025).flatMap((year) =>
    times(count, (i) => ({ year, minutes: 100, votes: 2000, rating: 6, ...make(year, i) })),
  );

test('genres that gain and lose ground are named with shares, points and interval', async () => {
  await using catalogue = await madeCatalogue(
    yearly((year, i) => ({
      genres: [i < (year - 1980) / 2 ? 'Documentary' : 'Comedy', ...(i % 2 === 0 ? ['Drama'] : [])],
    })),
  );
  const text = sentences(await ask(genresTime, catalogue));
  assert.match(
    text,
    /gaining ground: documentary \(from 19% to 54%, 3\d\.\d points more, interval [\d.]+ to [\d.]+\)\./,
  );
  assert.match(text, /losing it: comedy \(from/);
  assert.match(text, /The same moves are found among all feature films and the 100 most voted/);
  assert.match(
    sentences(await ask(genresTime, catalogue, {}, 'fr')),
    /gagnent du terrain\u00a0: documentaire \(de 19\s%/,
  );
});

test('nothing moves: nothing is said to', async () => {
  await using catalogue = await madeCatalogue(
    yearly((_year, i) => ({ genres: [['Drama', 'Comedy', 'War'][i % 3] ?? ''] })),
  );
  assert.match(
    sentences(await ask(genresTime, catalogue)),
    /no share has measurably moved \(for the first, .*difference in points, 95% interval: -\d/,
  );
  assert.match(sentences(await ask(genresTime, catalogue, {}, 'fr')), /aucune part n’a bougé de façon mesurable/);
});

test('a move that other films do not make is said to depend on the films', async () => {
  await using catalogue = await madeCatalogue([
    ...yearly((year, i) => ({ genres: [i < (year - 1985) / 2 ? 'War' : 'Drama'], votes: 1500 }), 60),
    ...yearly((_year, i) => ({ genres: [i % 2 === 0 ? 'War' : 'Drama'], votes: 90_000 }), 100),
  ]);
  assert.match(
    sentences(await ask(genresTime, catalogue)),
    /Among .*(it depends on which films are looked at for|the move is not established everywhere)/,
  );
});

test('more genres a film raise all shares: said when it is so', async () => {
  await using catalogue = await madeCatalogue(
    yearly((year, i) => ({ genres: year < 2010 || i % 2 === 0 ? ['Drama'] : ['Drama', 'War', 'Music'] })),
  );
  assert.match(
    sentences(await ask(genresTime, catalogue)),
    /has 2\.00 of them on average, one of 1990-1999 1\.00: that alone raises all/,
  );
});

test('too few films: a sentence and no chart', async () => {
  await using catalogue = await madeCatalogue(
    yearly(() => ({ genres: ['Drama'], countries: ['FR'], language: 'fr' }), 2),
  );
  for (const indicator of [genresTime, countries, languages]) {
    const told = await ask(indicator, catalogue);
    assert.deepEqual([told.charts, told.tables], [[], []]);
    assert.match(
      told.finding.join('\n'),
      /^Too few films to speak of shares: 72 films chosen .*100 in one decade are needed/,
    );
    assert.match(
      (await ask(indicator, catalogue, {}, 'fr')).finding.join('\n'),
      /^Trop peu de films pour parler de parts/,
    );
  }
});

test('co-productions rise, fall or stay; partners are those of the country asked for', async () => {
  const made = (several: (year: number, i: number) => boolean) =>
    yearly((year, i) => ({ countries: several(year, i) ? ['FR', i % 3 === 0 ? 'BE' : 'IT'] : ['FR'] }));
  for (const [several, text] of [
    [(year: number, i: number) => i < (year - 1985) / 2, /More films are made by several countries \(from/],
    [(year: number, i: number) => i < (2030 - year) / 2, /Fewer films are made by several countries \(from/],
    [
      (_year: number, i: number) => i % 4 === 0,
      /The share of films made by several countries has not measurably moved/,
    ],
  ] as const) {
    await using catalogue = await madeCatalogue(made(several));
    const told = sentences(await ask(countries, catalogue));
    assert.match(told, text);
    assert.match(told, /First production partner of “France”: Italy, in \d+% of its films \([\d,]+ of 1,440/);
    assert.match(
      sentences(await ask(countries, catalogue, { country: 'BE' })),
      /First production partner of “Belgium”: France, in 100% of its films/,
    );
  }
});

test('films of which the country is unknown are not counted, and what they could change is said', async () => {
  await using catalogue = await madeCatalogue(
    yearly((year, i) => {
      if (i >= 30) return {};
      return { countries: [i < (year < 2020 ? 25 : 16) ? 'US' : 'FR'] };
    }),
  );
  const told = await ask(countries, catalogue);
  assert.equal(told.count.value, 30 * 36);
  assert.deepEqual([told.coverage[0]?.known, told.coverage[0]?.of], [30 * 36, 40 * 36]);
  assert.match(
    sentences(told),
    /unknown for 25% of the films of 2020-2025.*“United States” may be anywhere between 40% and 65%/,
  );
  assert.match(
    told.finding.join('\n'),
    /gaining ground: France \(.*\); but the country is unknown for 25% then 25% of the films, and were these all of one kind, this move would not be certain\./,
  );
  assert.match(
    (await ask(countries, catalogue, {}, 'fr')).finding.join('\n'),
    /en perdent\u00a0: États-Unis \(.*\)\u00a0; mais on ignore le pays de 25\s% puis 25\s% des films, et .* ce mouvement ne serait pas sûr\./,
  );
  await using sure = await madeCatalogue(
    yearly((year, i) => (i >= 37 ? {} : { countries: [i < (year < 2020 ? 36 : 4) ? 'US' : 'FR'] })),
  );
  assert.match(
    sentences(await ask(countries, sure)),
    /gaining ground: France \(.*\), which stays true whatever the films are of which the country is unknown\./,
  );
});

test('languages by their original tongue, and several spoken; TMDB’s own codes have a name', async () => {
  await using catalogue = await madeCatalogue(
    yearly((year, i) => ({
      language: i < 10 ? 'cn' : i < 12 ? 'xx' : 'en',
      spoken: year > 2015 && i % 2 === 0 ? ['en', 'fr'] : ['en'],
    })),
  );
  const told = await ask(languages, catalogue);
  const names = told.tables.find(({ name }) => name === 'languages-all')?.rows.map(([name]) => name);
  assert.deepEqual(names, ['English', 'Cantonese', 'no spoken language']);
  assert.match(sentences(told), /More films are made in several languages \(from 0% to/);
});

test('the filters choose the films, and behind a share stand those that have it', async () => {
  await using catalogue = await madeCatalogue([
    ...yearly((_year, i) => ({
      genres: [i % 2 === 0 ? 'Drama' : 'War'],
      countries: i % 4 === 0 ? ['FR', 'BE'] : ['US'],
      language: 'en',
    })),
    ...yearly(() => ({ genres: ['War'], votes: 50 }), 20),
    { year: 2026, minutes: 100, votes: 2000, genres: ['War'] },
  ]);
  assert.equal((await ask(genresTime, catalogue)).count.value, 36 * 40);
  assert.equal((await ask(genresTime, catalogue, { minVotes: 10 })).count.value, 36 * 60);
  assert.equal((await ask(genresTime, catalogue, { stratum: 'all', from: 2000, to: 2009 })).count.value, 10 * 60);
  assert.equal((await ask(genresTime, catalogue, { country: 'FR' })).count.value, 36 * 10);
  assert.equal((await ask(countries, catalogue, { genre: 'War' })).count.value, 36 * 20);
  for (const indicator of [genresTime, countries, languages]) {
    const told = await ask(indicator, catalogue);
    const table = told.tables[0];
    for (const [i, key] of (table?.keys ?? []).entries())
      if (key !== null)
        assert.equal(
          (await behind(indicator, catalogue, key))?.length,
          table?.rows[i]?.[5],
          `${indicator.name} ${key}`,
        );
    assert.equal(await behind(indicator, catalogue, 'never'), null);
  }
  assert.equal((await behind(countries, catalogue, '2010:+'))?.length, 100);
});

test('without any votes all films are looked at, and it is said; too few for decades, they are told together', async () => {
  const films = yearly((_year, i) => ({ genres: [i < 6 ? 'Drama' : 'War'], countries: ['FR'], language: 'fr' }), 8);
  const without = (count: number): MadeFilm[] =>
    films.flatMap(({ votes: _votes, rating: _rating, ...film }) => times(count, () => film));
  await using few = await madeCatalogue(without(1));
  for (const [indicator, first] of [
    [genresTime, 'drama \\(75%'],
    [countries, 'France \\(100%'],
    [languages, 'French \\(100%'],
  ] as const) {
    const told = await ask(indicator, few);
    assert.equal(told.count.value, films.length);
    assert.match(
      told.finding.join('\n'),
      new RegExp(`^This catalogue has no votes. Among all feature films, all decades together, the first are ${first}`),
    );
    assert.match(told.finding.join('\n'), /Too few films to speak of shares decade by decade: 288 films/);
  }
  assert.match(
    (await ask(genresTime, few, { stratum: 'voted' }, 'fr')).finding.join('\n'),
    /^Ce catalogue n’a aucun vote\u00a0: il ne peut pas choisir les films d’après leurs votes\.$/,
  );
  await using enough = await madeCatalogue(without(3));
  const told = await ask(genresTime, enough);
  assert.match(told.cautions[0] ?? '', /^This catalogue has no votes: all its feature films count/);
  assert.doesNotMatch(sentences(told), /1,000 votes,|100 most voted/);
  const row = told.tables[0]?.rows[0];
  assert.equal((await behind(genresTime, enough, told.tables[0]?.keys?.[0] ?? ''))?.length, row?.[5]);
});

test('one decade only: no comparison is possible, and it is said', async () => {
  await using catalogue = await madeCatalogue(yearly(() => ({ genres: ['Drama'] })));
  assert.match(sentences(await ask(genresTime, catalogue, { from: 2020 })), /No comparison is possible/);
  assert.match(
    sentences(await ask(genresTime, catalogue, { from: 2020 }, 'fr')),
    /Aucune comparaison n’est possible\u00a0: parmi les films choisis, une seule décennie en a au moins 100/,
  );
});

test('films of a country are those that it had a part in: said where they are asked for', async () => {
  await using catalogue = await madeCatalogue(
    yearly(() => ({ genres: ['Drama'], countries: ['US', 'HK'], language: 'en' })),
  );
  assert.match(
    (await ask(genresTime, catalogue, { country: 'HK' }, 'fr')).cautions[0] ?? '',
    /^Le filtre «\u00a0Hong Kong\u00a0» retient les films que ce pays a produits ou coproduits/,
  );
  for (const told of [
    await ask(genresTime, catalogue),
    // There the country is the one whose partners are told.
    await ask(countries, catalogue, { country: 'HK' }),
  ])
    assert.doesNotMatch(sentences(told), /produced or co-produced/);
});

test('one film is one film', async () => {
  await using catalogue = await madeCatalogue([{ year: 2000, minutes: 100, votes: 2000, genres: ['Drama'] }]);
  for (const [language, text] of [
    ['fr', '1\u00a0film d’au moins 1\u202f000 votes, dont le genre est connu'],
    ['en', '1 film with at least 1,000 votes, whose genre is known'],
  ] as const)
    assert.equal(countText(await ask(genresTime, catalogue, {}, language), speechOf(language)), text);
  assert.equal(
    countText(await ask(genresTime, catalogue, { stratum: 'all' }), speechOf('en')),
    '1 feature film, whose genre is known',
  );
});
