import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { seededRandom, shuffle } from '#kernels/random.ts';
import { resolveTitle } from '#search/resolve.ts';
import { searchTitles } from '#search/search.ts';
import { tinyFilms, tinyIndex, type TinyFilm } from './tiny-titles.ts';

const index = tinyIndex();
const first = (text: string, year?: number): string | undefined => {
  const [found] = searchTitles(index, text, year === undefined ? {} : { year });
  return found && `${tinyFilms[found.film]?.names[0]} ${tinyFilms[found.film]?.year}`;
};

const meant: [string, string, string][] = [
  ['exact', 'Alien', 'Alien 1979'],
  ['accents', 'amelie', 'Le Fabuleux Destin d’Amélie Poulain 2001'],
  ['ligature', 'le coeur des hommes', 'Le Cœur des hommes 2003'],
  ['straight apostrophe', "le fabuleux destin d'amelie poulain", 'Le Fabuleux Destin d’Amélie Poulain 2001'],
  ['one typo', 'alein', 'Alien 1979'],
  ['two typos', 'la grnade vadrouile', 'La Grande Vadrouille 1966'],
  ['typo and unfinished', 'la grnade vad', 'La Grande Vadrouille 1966'],
  ['no article', 'visiteurs', 'Les Visiteurs 1993'],
  ['another article', 'le visiteurs', 'Les Visiteurs 1993'],
  ['swapped words', 'vadrouille grande', 'La Grande Vadrouille 1966'],
  ['no spaces', 'lagrandevadrouille', 'La Grande Vadrouille 1966'],
  ['AZERTY neighbour', 'les visireurs', 'Les Visiteurs 1993'],
  ['heard, not read', 'jan de florète', 'Jean de Florette 1986'],
  ['heard, not read', 'bienvenu ché les chti', 'Bienvenue chez les Ch’tis 2008'],
  ['arabic number', 'rocky 2', 'Rocky II 1979'],
  ['spelled number', 'rocky deux', 'Rocky II 1979'],
  ['ampersand', 'fast & furious', 'The Fast and the Furious 2001'],
  ['year', 'manon des sources 1952', 'Manon des sources 1952'],
  ['year in brackets', 'manon des sources (1986)', 'Manon des sources 1986'],
  ['year first', '1952 manon des sources', 'Manon des sources 1952'],
  ['year off by one', 'manon des sources 1953', 'Manon des sources 1952'],
  ['a number that is a title', '1917', '1917 2019'],
  ['a number that belongs to the title', 'blade runner 2049', 'Blade Runner 2049 2017'],
  ['a part of the title', 'retour du roi', 'Le Seigneur des anneaux : Le Retour du roi 2003'],
  ['words left out', 'seigneur anneaux roi', 'Le Seigneur des anneaux : Le Retour du roi 2003'],
  ['another script', 'москва слезам', 'Москва слезам не верит 1980'],
  ['a sign', '$', '$ 1971'],
  ['one letter', 'm', 'M 1931'],
];

for (const [what, text, film] of meant) test(`${what}: “${text}” finds ${film}`, () => assert.equal(first(text), film));

test('a year given apart is a preference, not a filter', () => {
  assert.equal(first('manon des sources', 1952), 'Manon des sources 1952');
  assert.equal(first('blade runner', 2017), 'Blade Runner 2049 2017');
});

test('a row a film, scores between 0 and 1 and falling, the matched name shown', () => {
  for (const text of ['alien', 'manon', 'le', 'grande vadrouile']) {
    const found = searchTitles(index, text);
    assert.equal(new Set(found.map(({ film }) => film)).size, found.length);
    for (const [at, { score, film, matched }] of found.entries()) {
      assert.ok(score > 0 && score <= 1 && score <= (found[at - 1]?.score ?? 1));
      assert.ok(tinyFilms[film]?.names.includes(matched));
    }
  }
});

test('every name finds its film, and all its namesakes with it', () => {
  for (const { names } of tinyFilms) {
    for (const name of names) {
      const bearers = tinyFilms.flatMap((other, at) => (other.names.includes(name) ? [at] : []));
      const found = searchTitles(index, name).map(({ film }) => film);
      assert.deepEqual(found.slice(0, bearers.length).toSorted(), bearers.toSorted(), name);
    }
  }
});

const label = (film: TinyFilm): string => `${film.names.toSorted()[0]} ${film.year}`;

function answers(films: TinyFilm[], text: string) {
  const shuffled = tinyIndex(films);
  return searchTitles(shuffled, text).map(({ film, score }) => ({ film: films[film] && label(films[film]), score }));
}

test('shuffling films and names changes no answer', () => {
  // ties of both score and weight go by index, so weights are made all different
  const distinct = tinyFilms.map((film, at) => ({ ...film, weight: film.weight + at / 1000 }));
  for (const seed of [1, 2, 3, 4, 5]) {
    const random = seededRandom(seed);
    const mixed = shuffle(
      distinct.map((film) => ({ ...film, names: shuffle([...film.names], random) })),
      random,
    );
    for (const [, text] of meant) assert.deepEqual(answers(mixed, text), answers(distinct, text), text);
  }
});

test('a slip anywhere in a long title still finds it', () => {
  const long = tinyFilms.map((film, at) => ({ name: film.names[0] ?? '', at })).filter(({ name }) => name.length >= 9);
  const slip = fc.record({
    film: fc.constantFrom(...long),
    at: fc.nat(50),
    kind: fc.nat(2),
    letter: fc.constantFrom('a', 'k', 'z'),
  });
  fc.assert(
    fc.property(slip, ({ film: { name, at: film }, at, kind, letter }) => {
      const from = at % name.length;
      const typed = name.slice(0, from) + (kind === 0 ? '' : letter) + name.slice(kind === 2 ? from : from + 1);
      const [found] = searchTitles(index, typed);
      const names = tinyFilms[found?.film ?? -1]?.names ?? [];
      assert.ok(found?.film === film || names.includes(name) || names[0]?.startsWith('Blade Runner'), typed);
    }),
  );
});

test('no text throws, hangs, or answers with a film that is not there', () => {
  const hostile = [
    '',
    ' ',
    '\0',
    '\0\0alien\0',
    '\u202Enilea\u202C',
    '\u200Falien',
    '😀😀',
    '👩‍👩‍👧‍👦',
    'a'.repeat(10_000),
    'le '.repeat(5_000),
    '__proto__',
    'constructor',
    'toString',
    '.*',
    '([)]',
    '\\',
    '%',
    "'; DROP TABLE films; --",
    '\uD800',
    '\uDC00alien',
    '١٩٨٤',
    'ａｌｉｅｎ',
    'e\u0301'.repeat(500),
    '-1',
    'NaN',
    '1e999',
  ];
  const check = (text: string): void => {
    for (const { film } of searchTitles(index, text)) assert.ok(film >= 0 && film < tinyFilms.length);
    const resolution = resolveTitle(index, text);
    assert.ok(['one', 'several', 'none'].includes(resolution.kind));
  };
  for (const text of hostile) check(text);
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 60 }), check), { numRuns: 200 });
  assert.equal(first('\u200Fal\0ien'), 'Alien 1979');
  assert.equal(first('ａｌｉｅｎ'), 'Alien 1979');
  assert.deepEqual(searchTitles(tinyIndex([]), 'alien'), []);
  assert.deepEqual(searchTitles(index, 'alien', { top: 0 }), []);
});

test('a film nobody knows is not hidden when its very title is typed', () => {
  const known = Array.from({ length: 30 }, (_, at) => ({
    names: [`Manon ${'abcdefghij'.charAt(at % 10)}${at}`],
    year: 2000,
    weight: 9,
  }));
  const films = [...known, { names: ['Manon'], year: 1949, weight: 0 }, ...tinyFilms.slice(13, 14)];
  assert.ok(
    searchTitles(tinyIndex(films), 'manon')
      .slice(0, 5)
      .some(({ film }) => film === 30),
  );
});

test('names that fold to nothing or look like object keys are indexed without harm', () => {
  const films = ['', ' ', '__proto__', 'constructor', '…', '\0'].map((name, at) => ({
    names: [name],
    year: 2000,
    weight: at,
  }));
  const odd = tinyIndex(films);
  assert.equal(searchTitles(odd, '__proto__')[0]?.film, 2);
  assert.equal(searchTitles(odd, 'constructor')[0]?.film, 3);
});
