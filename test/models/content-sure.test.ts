import assert from 'node:assert/strict';
import { test } from 'node:test';
import { csrFromTriplets, transpose } from '#kernels/csr.ts';
import { contentParameters } from '#models/content-parameters.ts';
import type { FilmNumbers } from '#models/content-prior.ts';
import { sureOf } from '#models/content-sure.ts';

// Genres: 0 the common one, 1 the rare one. Languages: 2 the main one, 3 another, 4 a third. Films 0-9 are famous, 10-13 little known.
const table: readonly (readonly number[])[] = [
  ...Array.from({ length: 10 }, () => [0, 2]),
  [1, 3],
  [1, 4],
  [1, 3],
  [0, 3],
];
const cells = table.flatMap((terms, film) => terms.map((term) => ({ film, term })));
const terms = csrFromTriplets(
  table.length,
  5,
  Int32Array.from(cells, ({ film }) => film),
  Int32Array.from(cells, ({ term }) => term),
  new Float32Array(cells.length).fill(1),
);
const nothing = new Float32Array(table.length);
const films: FilmNumbers = {
  fame: Float32Array.from(table, (_, film) => (film < 10 ? 13 : 9)),
  esteem: nothing,
  year: nothing,
  standing: nothing,
  common: nothing,
};
const traits = [
  { name: 'genre', columns: 2 },
  { name: 'language', columns: 3 },
];
const known = new Uint8Array(table.length).fill(1);

function added(liked: readonly number[], numbers = films): number[] {
  const into = new Float32Array(table.length);
  sureOf({ terms, byTerm: transpose(terms) }, traits, { films: numbers, known }, contentParameters.sure)(liked, into);
  return [...into];
}

test('a rare trait that all films of the basket share lifts those that have it, and a common one nothing', () => {
  const both = added([10, 11]);
  assert.ok(
    (both[12] ?? 0) > (both[13] ?? 0) && (both[13] ?? 0) > 0,
    'the third shares the genre, the last only that it is foreign',
  );
  assert.equal(both[0], 0);
  assert.ok(added([0, 1]).every((value) => value === 0));
  assert.ok(
    added([0, 10]).every((value) => value === 0),
    'nothing is shared',
  );
  assert.ok(added([]).every((value) => value === 0));
});

test('the lift grows with the basket, by the formula', () => {
  const { sure } = contentParameters;
  const votes = [...films.fame].map(Math.expm1);
  const share = (has: (film: number) => boolean): number =>
    votes.reduce((sum, one, film) => sum + (has(film) ? one : 0), 0) / votes.reduce((sum, one) => sum + one, 0);
  const gain = (k: number, p: number): number => Math.log((k + sure.shrink * p) / ((k + sure.shrink) * p));
  const genre = share((film) => film >= 10 && film <= 12);
  const foreign = share((film) => film >= 10);
  const expected =
    (sure.weights['genre'] ?? 0) * Math.min(sure.most, gain(2, genre) - sure.least) + sure.foreign * gain(2, foreign);
  assert.ok(Math.abs((added([10, 11])[12] ?? 0) - expected) < 1e-5);
});

test('one film alone counts as far as it is little known', () => {
  const famous = { ...films, fame: films.fame.map((fame, film) => (film === 10 ? 12 : fame)) };
  assert.ok((added([10])[12] ?? 0) > 0);
  assert.ok(added([10], famous).every((value) => value === 0));
});
