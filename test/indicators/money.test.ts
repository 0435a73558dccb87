import assert from 'node:assert/strict';
import { test } from 'node:test';
import { money } from '#indicators/money.ts';
import { dollarOf, priceYear } from '#indicators/price-index.ts';
import { ask, behind, madeCatalogue, sentences, times, years, type MadeFilm } from './made-films.ts';

/** Every year from 1980 to 2024, forty films of many votes with a budget that goes with the year. */
const yearly = (budget: (year: number) => number, more: Partial<MadeFilm> = {}): MadeFilm[] =>
  years(1980, 2024).flatMap((year) =>
    times(40, (i) => ({
      year,
      minutes: 100,
      votes: 3000 + i,
      rating: 6,
      budget: Math.round(budget(year) * (0.5 + i / 39)),
      revenue: 20_000_000,
      genres: [i % 2 === 0 ? 'Drama' : 'Horror'],
      tmdb: 1,
      ...more,
    })),
  );

test('a dollar of a year is worth what the index says, and the ends hold beyond the table', () => {
  assert.equal(dollarOf(priceYear), 1);
  assert.equal(dollarOf(priceYear + 2), 1);
  // 313.689 / 130.7
  assert.ok(Math.abs(dollarOf(1990) - 2.40007) < 1e-4);
  assert.equal(dollarOf(1900), dollarOf(1913));
  for (const year of years(1934, priceYear - 1))
    assert.ok(dollarOf(year) > 0.97 * dollarOf(year + 1), `prices fell in ${year + 1}`);
});

test('budgets that only follow prices have not moved; current dollars are told beside', async () => {
  await using catalogue = await madeCatalogue(yearly((year) => 20_000_000 / dollarOf(year)));
  const told = await ask(money, catalogue);
  assert.match(
    sentences(told),
    /Adjusted for inflation, the median budget of the films where it is known did not measurably move: 20\.0 million dollars \(1985-1994\), 20\.0 million dollars \(2015-2024\)/,
  );
  assert.match(sentences(told), /In current dollars: \d\.\d million dollars, then 1\d\.\d million dollars/);
  assert.match(
    sentences(await ask(money, catalogue, {}, 'fr')),
    /Inflation corrigée, le budget médian .* n’a pas bougé de façon mesurable/,
  );
});

test('budgets rise and fall; the most voted films agree', async () => {
  for (const [budget, en, fr] of [
    [
      (year: number) => ((year - 1970) * 1_000_000) / dollarOf(year),
      /Adjusted for inflation, .* rose: /,
      /Inflation corrigée, .* a augmenté/,
    ],
    [
      (year: number) => ((2034 - year) * 1_000_000) / dollarOf(year),
      /Adjusted for inflation, .* fell: /,
      /Inflation corrigée, .* a baissé/,
    ],
  ] as const) {
    await using catalogue = await madeCatalogue(yearly(budget));
    assert.match(sentences(await ask(money, catalogue)), en);
    assert.match(sentences(await ask(money, catalogue)), /The 100 most voted films of each year say the same/);
    assert.match(sentences(await ask(money, catalogue, {}, 'fr')), fr);
  }
});

test('a fall that comes from which budgets are known is not told as a fall', async () => {
  await using catalogue = await madeCatalogue([
    ...yearly((year) => 20_000_000 / dollarOf(year), { votes: 90_000 }),
    ...years(1980, 2024).flatMap((year) =>
      times(70, () => ({ year, minutes: 100, votes: 80_000, rating: 6, tmdb: 1 })),
    ),
    ...years(2005, 2024).flatMap((year) =>
      times(120, () => ({ year, minutes: 100, votes: 1500, rating: 6, budget: 100_000, tmdb: 1 })),
    ),
  ]);
  const told = sentences(await ask(money, catalogue));
  assert.match(told, /^On the face of it, adjusted for inflation, .* fell: /);
  assert.match(told, /do not say the same: .*better draw no conclusion/);
  assert.match(
    sentences(await ask(money, catalogue, {}, 'fr')),
    /^En apparence, inflation corrigée.*\n.*ne disent pas la même chose.*mieux vaut ne pas conclure/,
  );
});

test('genres that bring in more or less are named with their interval; sums set aside are counted', async () => {
  await using catalogue = await madeCatalogue([
    ...yearly(() => 10_000_000),
    ...yearly(() => 10_000_000, { genres: ['War'], revenue: 2_000_000 }),
    ...yearly(() => 10_000_000, { genres: ['Family'], revenue: 90_000_000 }),
  ]);
  const text = sentences(await ask(money, catalogue));
  assert.match(text, /Taking more: family \(9\.\d times, interval [\d.]+ to [\d.]+, 1,800 films\)/);
  assert.match(text, /Taking less: war \(0\.2 times/);
  assert.match(text, /12 budgets and 7 revenues/);
  assert.match(text, /Receipts are no profit/);
  const french = sentences(await ask(money, catalogue, {}, 'fr'));
  assert.match(french, /Rapportent davantage\u00a0: famille \(9,\d fois/);
  assert.match(french, /12\u00a0budgets et 7\u00a0recettes/);
});

test('no genre departs: said', async () => {
  await using catalogue = await madeCatalogue(yearly(() => 10_000_000));
  assert.match(sentences(await ask(money, catalogue)), /No genre measurably departs from that/);
});

test('too few sums: a sentence and no chart', async () => {
  await using catalogue = await madeCatalogue([
    ...times(20, () => ({
      year: 2000,
      minutes: 100,
      votes: 3000,
      budget: 1_000_000,
      revenue: 2_000_000,
      genres: ['Drama'],
    })),
    ...times(500, () => ({ year: 2000, minutes: 100, votes: 3000 })),
  ]);
  const told = await ask(money, catalogue);
  assert.deepEqual([told.charts, told.tables], [[], []]);
  assert.match(told.finding.join(''), /Too few sums are known to answer: 20 budgets, and 30/);
  assert.match((await ask(money, catalogue, {}, 'fr')).finding.join(''), /Trop peu de sommes connues/);
});

test('filters choose the films; behind a year and a genre stand their films', async () => {
  await using catalogue = await madeCatalogue([
    ...yearly(() => 10_000_000),
    ...yearly(() => 5_000_000, { votes: 10, countries: ['FR'] }),
  ]);
  assert.equal((await ask(money, catalogue)).count.value, 45 * 40);
  assert.equal((await ask(money, catalogue, { minVotes: 1 })).count.value, 90 * 40);
  assert.equal(
    (await ask(money, catalogue, { stratum: 'all', country: 'FR', from: 2000, to: 2009 })).count.value,
    10 * 40,
  );
  const told = await ask(money, catalogue);
  for (const [table, column] of [
    [told.tables[0], 7],
    [told.tables[1], 7],
  ] as const)
    for (const [i, key] of (table?.keys ?? []).entries())
      if (key !== null) assert.equal((await behind(money, catalogue, key))?.length, table?.rows[i]?.[column], key);
  assert.equal(await behind(money, catalogue, 'gold'), null);
});

test('where the sums of every film are known, they are not compared with those of no others', async () => {
  await using catalogue = await madeCatalogue(yearly(() => 10_000_000));
  assert.doesNotMatch(sentences(await ask(money, catalogue)), /do not hold for all films|when the others have/);
});
