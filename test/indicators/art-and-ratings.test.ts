import assert from 'node:assert/strict';
import { test } from 'node:test';
import { artEtEssai } from '#indicators/art-et-essai.ts';
import { ratingsStrata } from '#indicators/ratings-strata.ts';
import { ask, behind, madeCatalogue, sentences, times, years, type MadeFilm } from './made-films.ts';

/** Every year from 1990 to 2025, forty films, `art(year, i)` of them recommended; one in four is French. */
const yearly = (art: (year: number, i: number) => boolean, more: Partial<MadeFilm> = {}): MadeFilm[] =>
  years(1990, 2025).flatMap((year) =>
    times(40, (i) => ({
      year,
      minutes: 100,
      votes: 2000,
      rating: 6,
      countries: [i % 4 === 0 ? 'FR' : 'US'],
      art: art(year, i),
      ...more,
    })),
  );

test('the share recommended rises, falls or stays, as a minimum, with what was not found of the list', async () => {
  for (const [art, en, fr] of [
    [
      (year: number, i: number) => i < (year - 1980) / 2,
      /^The share of films recommended art et essai rose/,
      /^La part des films recommandés art et essai a augmenté/,
    ],
    [
      (year: number, i: number) => i < (2035 - year) / 2,
      /^The share of films recommended art et essai fell/,
      /^La part des films recommandés art et essai a baissé/,
    ],
    [
      (_year: number, i: number) => i < 10,
      /^The share of films recommended art et essai did not measurably move/,
      /^La part des films recommandés art et essai n’a pas bougé/,
    ],
  ] as const) {
    await using catalogue = await madeCatalogue(yearly(art), { lines: 1000, lost: 400 });
    const told = await ask(artEtEssai, catalogue);
    assert.match(sentences(told), en);
    assert.match(sentences(told), /at least \d+\.\d% in 1996-2005, at least/);
    assert.match(
      sentences(told),
      /Among French films alone (it is the same|no move is established: 30%, then 30% .*95% interval: -\d)/,
    );
    assert.match(sentences(told), /40% of its 1,000 lines were not found/);
    assert.deepEqual([told.coverage[0]?.known, told.coverage[0]?.of], [600, 1000]);
    assert.match(sentences(await ask(artEtEssai, catalogue, {}, 'fr')), fr);
  }
});

test('a share that falls because other films came in is told as a semblance', async () => {
  await using catalogue = await madeCatalogue([
    ...yearly((_year, i) => i % 8 === 0),
    ...years(2010, 2025).flatMap((year) =>
      times(200, () => ({ year, minutes: 100, votes: 2000, rating: 6, countries: ['IN'] })),
    ),
  ]);
  assert.match(
    sentences(await ask(artEtEssai, catalogue)),
    /^On the face of it, the share of films recommended art et essai fell.*\nAmong French films alone no move is established: 50%, then 50% .*That of all films may thus come from/,
  );
  assert.match(
    sentences(await ask(artEtEssai, catalogue, {}, 'fr')),
    /^En apparence, la part.*\nParmi les seuls films français, aucun mouvement n’est établi/,
  );
});

test('years after the end of the list are not told as years without a recommendation', async () => {
  await using catalogue = await madeCatalogue(yearly((year, i) => year <= 2023 && i < 10));
  const told = await ask(artEtEssai, catalogue);
  assert.equal(told.tables[0]?.rows.at(-1)?.[0], 2023);
  assert.match(sentences(told), /did not measurably move.*in 2014-2023/);
  assert.equal((await behind(artEtEssai, catalogue, 'country:FR'))?.length, 30);
});

test('too few films, or none recommended: a sentence and no chart', async () => {
  await using few = await madeCatalogue(times(20, () => ({ year: 2000, minutes: 100, votes: 2000, art: true })));
  await using none = await madeCatalogue(yearly(() => false));
  for (const [catalogue, en, fr] of [
    [few, /Too few films to speak of shares: 20 films chosen, and 30/, /Trop peu de films/],
    [none, /None of the 1,440 films chosen is found/, /Aucun des 1\u202f440\u00a0films choisis/],
  ] as const) {
    const told = await ask(artEtEssai, catalogue);
    assert.deepEqual([told.charts, told.tables], [[], []]);
    assert.match(told.finding.join(''), en);
    assert.match((await ask(artEtEssai, catalogue, {}, 'fr')).finding.join(''), fr);
  }
});

test('one short stretch of recommended films is told without a change; filters and films behind', async () => {
  await using catalogue = await madeCatalogue(yearly((_year, i) => i < 10));
  assert.match(
    sentences(await ask(artEtEssai, catalogue, { from: 2018 })),
    /^In 2025 at least 25\.0% of the films chosen are recommended/,
  );
  const told = await ask(artEtEssai, catalogue, { from: 2000, to: 2009, stratum: 'all' });
  assert.equal(told.count.value, 400);
  assert.equal((await behind(artEtEssai, catalogue, 'year:2010'))?.length, 10);
  assert.equal((await behind(artEtEssai, catalogue, 'country:FR'))?.length, 30);
  assert.equal(await behind(artEtEssai, catalogue, 'year:x'), null);
});

/** Every year from 1980 to 2025, films of a rating that goes with the year, in classes of votes. */
const rated = (rating: (year: number, votes: number) => number, classes = [50, 500, 5000, 50_000]): MadeFilm[] =>
  years(1980, 2025).flatMap((year) =>
    classes.flatMap((votes) =>
      times(8, (i) => ({
        year,
        minutes: 100,
        votes,
        rating: Math.round((rating(year, votes) + (i - 4) / 10) * 10) / 10,
        tmdb: 1,
      })),
    ),
  );

test('ratings at equal votes rise, fall, stay or disagree', async () => {
  for (const [rating, en, fr] of [
    [
      (year: number) => 5 + (year - 1980) / 20,
      /At equal votes, films of 2020-2025 are rated higher/,
      /mieux notés en 2020-2025/,
    ],
    [
      (year: number) => 8 - (year - 1980) / 20,
      /At equal votes, films of 2020-2025 are rated lower/,
      /moins bien notés en 2020-2025/,
    ],
    [() => 6, /At equal votes, the median rating has not measurably moved/, /n’a pas bougé de façon mesurable/],
    [
      (year: number, votes: number) => 6 + ((year - 1980) / 30) * (votes > 1000 ? 1 : -1),
      /At equal votes there is no single answer/,
      /pas de réponse unique/,
    ],
  ] as const) {
    await using catalogue = await madeCatalogue(rated(rating));
    assert.match(sentences(await ask(ratingsStrata, catalogue)), en);
    assert.match(sentences(await ask(ratingsStrata, catalogue, {}, 'fr')), fr);
  }
});

test('a move that only mixing votes makes is called so', async () => {
  await using catalogue = await madeCatalogue([
    ...rated(() => 7, [50_000, 5000]),
    ...rated(() => 5, [50]).filter(({ year }) => year >= 2010),
    ...rated(() => 5, [50]).filter(({ year }) => year >= 2010),
    ...rated(() => 5, [50]).filter(({ year }) => year >= 2010),
  ]);
  const text = sentences(await ask(ratingsStrata, catalogue));
  assert.match(text, /With all votes mixed the median would fall \(7\.0, then 5\.\d\): an effect of the mixture/);
  assert.match(
    text,
    /The rating depends on who votes: the median goes from 5\.\d .* for films of fewer than 100 votes to 7\.0/,
  );
});

test('too few rated films: a sentence; the filters choose; behind a point stand its films', async () => {
  await using few = await madeCatalogue(times(20, () => ({ year: 2000, minutes: 100, votes: 50, rating: 6 })));
  const told = await ask(ratingsStrata, few);
  assert.deepEqual([told.charts, told.tables], [[], []]);
  assert.match(told.finding.join(''), /Too few rated films to answer: 20 rated films/);
  assert.match((await ask(ratingsStrata, few, {}, 'fr')).finding.join(''), /Trop peu de films notés/);
  await using catalogue = await madeCatalogue(rated(() => 6));
  assert.equal((await ask(ratingsStrata, catalogue, { from: 1990, to: 1999 })).count.value, 10 * 4 * 8);
  assert.equal((await ask(ratingsStrata, catalogue, { country: 'FR' })).count.value, 0);
  const table = (await ask(ratingsStrata, catalogue)).tables[0];
  for (const [i, key] of (table?.keys ?? []).entries())
    if (key !== null) assert.equal((await behind(ratingsStrata, catalogue, key))?.length, table?.rows[i]?.[7], key);
  assert.equal(await behind(ratingsStrata, catalogue, '9:2000'), null);
});
