import assert from 'node:assert/strict';
import { test } from 'node:test';
import { directionOf, traitsOf, type TraitRow } from '#indicators/parts/traits.ts';
import { topFilms } from '#indicators/top-films.ts';
import { seededRandom } from '#kernels/random.ts';
import { ask, behind, madeCatalogue, sentences, times, type MadeFilm } from './made-films.ts';

const genres = ['Drama', 'Comedy', 'War', 'Horror', 'Western', 'Music', 'Family', 'Crime'];

/** Films of chance; `better` adds to the rating. Half are dramas, so that most of the best are. */
function chanceFilms(count: number, seed: number, better: (film: MadeFilm) => number = () => 0): MadeFilm[] {
  const random = seededRandom(seed);
  return times(count, () => {
    const film: MadeFilm = {
      year: 1960 + Math.floor(random() * 60),
      minutes: 70 + Math.floor(random() * 100),
      votes: 30_000 + Math.floor(random() * 300_000),
      genres: [
        ...(random() < 0.7 ? ['Drama'] : []),
        ...genres.slice(1).filter(() => random() < 0.2),
        ...(random() < 0.02 ? ['News'] : []),
      ],
      countries: random() < 0.5 ? ['US'] : ['FR', 'IT'],
      language: random() < 0.6 ? 'en' : 'fr',
      keywords: times(6, () => `word ${Math.floor(random() * 60)}`),
      director: 1 + Math.floor(random() * 300),
      tmdb: 1,
    };
    const rating = 6 + random() + random() + random() - 1.5 + better(film);
    return { ...film, rating: Math.round(Math.min(10, Math.max(1, rating)) * 10) / 10 };
  });
}

test('planted traits are found, told with both shares and the lift, and nothing else is', async () => {
  await using catalogue = await madeCatalogue(
    chanceFilms(3000, 1, ({ genres: of = [], director }) => (of.includes('War') ? 0.5 : 0) + (director === 7 ? 2 : 0)),
  );
  const told = await ask(topFilms, catalogue);
  const text = told.finding.join('\n');
  assert.match(
    text,
    /What the best 250 have more often than the other 2,750: war \(\d+% against \d+%, \d\.\d times the share of the others\)\./,
  );
  assert.match(text, /far more films among the best than chance would have it, among them Director 7 /);
  const found = told.charts.flatMap((chart) =>
    chart.kind === 'dot' ? chart.dots.map(({ name, x }) => [name, x > 1] as const) : [],
  );
  const planted = new Set(['war', 'Director 7']);
  assert.ok([...planted].every((name) => found.some(([one, more]) => one === name && more)));
  assert.ok(found.filter(([name, more]) => more && !planted.has(name)).length <= 1, JSON.stringify(found));
});

test('a genre that most films have is not said to make the best', async () => {
  await using catalogue = await madeCatalogue(chanceFilms(3000, 2));
  for (const [language, text] of [
    [
      'en',
      /The most frequent genre of the best, “drama”, does not set them apart: \d+% have it, and \d+% of the others/,
    ],
    ['fr', /Le genre le plus fréquent des meilleurs, «\u00a0drame\u00a0», ne les distingue pas/],
  ] as const)
    assert.match((await ask(topFilms, catalogue, {}, language)).finding.join('\n'), text);
});

test('none is invented in catalogues without a trait', async () => {
  let inventing = 0;
  for (let seed = 10; seed < 15; seed++) {
    await using catalogue = await madeCatalogue(chanceFilms(1500, seed));
    const told = await ask(topFilms, catalogue);
    if (told.charts.length > 0) inventing++;
    assert.match(sentences(told), /No genre, country, language, length or decade sets the best/);
  }
  assert.ok(inventing <= 1, `${inventing} of 5`);
});

/** Counts of a hundred traits that a film has or not, more often among the best for the first `planted`. */
function chanceTraits(random: () => number, planted: number): TraitRow[] {
  const draw = (n: number, p: number): number => {
    let count = 0;
    for (let i = 0; i < n; i++) if (random() < p) count++;
    return count;
  };
  const rows = times(100, (i): TraitRow => {
    // Some traits are of a few films only, as directors are.
    const share = i % 2 === 0 ? 0.05 + 0.4 * random() : 0.003;
    const best = draw(250, share + (i < planted ? 0.15 : 0));
    const films = best + draw(2000, share);
    return { kind: 'keyword', trait: `${i}`, name: null, few: best, some: best, many: best, films };
  });
  const total = { kind: 'keyword', trait: '', name: null, few: 250, some: 250, many: 250, films: 2250 };
  return [...rows.filter(({ films }) => films > 0), total];
}

test('where nothing differs, any discovery is as rare as its rate promises', () => {
  const random = seededRandom(7);
  let inventing = 0;
  for (let run = 0; run < 200; run++)
    if (traitsOf(chanceTraits(random, 0), 'some').some((one) => directionOf(one) !== 'alike')) inventing++;
  // Three standard errors above 5 %.
  assert.ok(inventing / 200 <= 0.05 + 3 * Math.sqrt((0.05 * 0.95) / 200), `${inventing} of 200`);
});

test('the rate of false discoveries beside planted ones is held', () => {
  const random = seededRandom(99);
  let [found, wrong] = [0, 0];
  for (let run = 0; run < 60; run++)
    for (const one of traitsOf(chanceTraits(random, 20), 'some')) {
      if (directionOf(one) === 'alike') continue;
      found++;
      if (Number(one.trait) >= 20) wrong++;
    }
  assert.ok(found > 60 * 18, `${found} found of ${60 * 20}`);
  assert.ok(wrong / found <= 0.06, `${wrong} of ${found} are false`);
});

test('m moves the order, and is told with C', async () => {
  await using catalogue = await madeCatalogue([
    ...chanceFilms(1000, 3),
    { year: 2000, minutes: 100, rating: 9.9, votes: 30_000, tmdb: 1, title: 'Few voters' },
    { year: 2000, minutes: 100, rating: 9.2, votes: 900_000, tmdb: 1, title: 'Many voters' },
  ]);
  const first = async (weight: number): Promise<unknown> =>
    (await ask(topFilms, catalogue, { weight })).tables.find(({ name }) => name === 'top-films')?.rows[0]?.[2];
  assert.equal(await first(1000), 'Few voters');
  assert.equal(await first(100_000), 'Many voters');
  const told = await ask(topFilms, catalogue, { weight: 5000 });
  assert.match(
    told.method,
    /m = 5,000, C = \d\.\d\d the mean rating of the films compared, those with at least 5,000 votes/,
  );
});

test('too few films are listed, and nothing is said of what they share', async () => {
  await using catalogue = await madeCatalogue(chanceFilms(60, 4));
  const told = await ask(topFilms, catalogue);
  assert.deepEqual(told.charts, []);
  assert.match(
    told.finding.join('\n'),
    /Too few films to say what they share: 60 films have at least 25,000 votes, 200 are needed/,
  );
  assert.equal(told.tables[0]?.rows.length, 10);
  assert.match(
    (await ask(topFilms, catalogue, {}, 'fr')).finding.join('\n'),
    /Trop peu de films pour dire ce qu’ils ont en commun/,
  );
  await using none = await madeCatalogue([{ year: 2000, minutes: 100 }]);
  const empty = await ask(topFilms, none);
  assert.match(empty.finding.join('\n'), /^Too few films to say what they share: 0 films have/);
  assert.deepEqual([empty.charts, empty.tables], [[], []]);
});

test('filters choose what is compared; behind a trait stand the best films that have it', async () => {
  await using catalogue = await madeCatalogue(
    chanceFilms(3000, 5, ({ genres: of = [] }) => (of.includes('War') ? 0.6 : 0)),
  );
  const french = await ask(topFilms, catalogue, { country: 'FR' });
  const all = await ask(topFilms, catalogue);
  assert.ok(french.count.value < all.count.value);
  assert.ok((await ask(topFilms, catalogue, { from: 1990, genre: 'Comedy' })).count.value < french.count.value);
  assert.equal((await ask(topFilms, catalogue, { minVotes: 10_000_000 })).count.value, 0);
  const table = all.tables[0];
  const row = table?.keys?.indexOf('genre:War') ?? -1;
  assert.equal((await behind(topFilms, catalogue, 'genre:War'))?.length, table?.rows[row]?.[3]);
  assert.equal(await behind(topFilms, catalogue, 'colour:red'), null);
});

test('titles that TMDB does not know in spite of their votes are left out, where it knows nearly all', async () => {
  const films = chanceFilms(1000, 6);
  const episode: MadeFilm = { year: 2016, minutes: 60, rating: 9.9, votes: 200_000, title: 'The Last Episode' };
  await using catalogue = await madeCatalogue([...films, episode]);
  const told = await ask(topFilms, catalogue);
  assert.equal(told.count.value, 1000);
  assert.match(
    sentences(told),
    /1 title with at least 5,000 votes that TMDB does not know as films \(such as “The Last Episode”\)/,
  );
  await using without = await madeCatalogue(
    [...films, episode].map(({ tmdb: _tmdb, language: _language, ...film }) => film),
  );
  assert.equal((await ask(topFilms, without)).count.value, 1001);
});

test('films of a few votes are never compared; a floor that no film reaches is not the fault of the weight', async () => {
  const few: MadeFilm = { year: 2000, minutes: 100, rating: 10, votes: 99, tmdb: 1, title: 'A few friends' };
  await using catalogue = await madeCatalogue([...chanceFilms(300, 8), few]);
  for (const filters of [{ minVotes: 0 }, { minVotes: 1 }, { weight: 1 }]) {
    const told = await ask(topFilms, catalogue, filters);
    assert.equal(told.count.value, 300);
    assert.match(sentences(told), /Films with fewer than 100 votes are never compared/);
  }
  assert.doesNotMatch(sentences(await ask(topFilms, catalogue)), /never compared/);
  const none = await ask(topFilms, catalogue, { minVotes: 5_000_000 });
  assert.match(none.finding.join('\n'), /200 are needed\. Asking for fewer votes keeps more of them\./);
  assert.match(none.method, /, C the mean rating of the films compared, those with at least 5,000,000 votes\.$/);
  assert.match(
    sentences(await ask(topFilms, catalogue, { minVotes: 1000 })),
    /remain with a weight of [\d,]+, among the same films/,
  );
  assert.match(
    sentences(await ask(topFilms, catalogue, { country: 'FR' }, 'fr')),
    /\(pays\u00a0: France, coproductions comprises\), le mieux noté/,
  );
});
