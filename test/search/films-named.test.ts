import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { filmsNamed } from '#search/films-named.ts';
import { foldWords } from '#search/fold.ts';
import { tinyFilms, tinyIndex } from './tiny-titles.ts';

const index = tinyIndex();
const named = (title: string, year: number | null): string[] =>
  filmsNamed(index, title, year).map((film) => `${tinyFilms[film]?.names[0]} ${tinyFilms[film]?.year}`);

test('a title and its year are one film, whatever its case, signs and accents', () => {
  assert.deepEqual(named('MANON DES SOURCES', 1986), ['Manon des sources 1986']);
  assert.deepEqual(named('Le Fabuleux Destin d’Amelie Poulain', 2001), ['Le Fabuleux Destin d’Amélie Poulain 2001']);
  assert.deepEqual(named('Amélie', 2001), ['Le Fabuleux Destin d’Amélie Poulain 2001']);
  assert.deepEqual(named('$', 1971), ['$ 1971']);
});

test('the year before or after does when no film is of the year', () => {
  assert.deepEqual(named('Manon des sources', 1953), ['Manon des sources 1952']);
  assert.deepEqual(named('Manon des sources', 1960), []);
  assert.deepEqual(named('Manon des sources', null).toSorted(), ['Manon des sources 1952', 'Manon des sources 1986']);
});

test('what only begins with the title, or is near it, is no answer', () => {
  assert.deepEqual(named('Manon', 1986), []);
  assert.deepEqual(named('Alien', null), ['Alien 1979']);
  assert.deepEqual(named('La Grande Vadrouile', null), []);
  assert.deepEqual(named('Visiteurs', 1993), []);
  for (const text of ['', '   ', '\u0000']) assert.deepEqual(named(text, null), []);
});

test('is what reading every name of every film gives', () => {
  const key = (title: string): string => foldWords(title).join('');
  const titles = fc.oneof(
    fc.constantFrom(...tinyFilms.flatMap(({ names }) => names)),
    fc.string({ unit: 'grapheme', maxLength: 12 }),
  );
  fc.assert(
    fc.property(titles, fc.option(fc.integer({ min: 1925, max: 2025 })), (title, year) => {
      const bearers = tinyFilms.flatMap(({ names, year: own }, film) =>
        key(title) !== '' && names.some((name) => key(name) === key(title))
          ? [{ film, gap: Math.abs(own - (year ?? own)) }]
          : [],
      );
      const best = bearers.some(({ gap }) => gap === 0) ? 0 : 1;
      const expected = bearers.filter(({ gap }) => gap === best).map(({ film }) => film);
      assert.deepEqual(
        filmsNamed(index, title, year).toSorted((a, b) => a - b),
        expected,
      );
    }),
    { seed: 5, numRuns: 500 },
  );
});
