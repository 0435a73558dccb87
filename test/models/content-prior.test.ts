import assert from 'node:assert/strict';
import { test } from 'node:test';
import { contentParameters } from '#models/content-parameters.ts';
import {
  basketWeights,
  flatProfile,
  modestyOf,
  priorFor,
  profileFor,
  tasteOf,
  type FilmNumbers,
} from '#models/content-prior.ts';

// Film 0 is famous and esteemed, 1 obscure and not, 2 as 1 but of another time and like everything, 3 unknown.
const films: FilmNumbers = {
  fame: Float32Array.of(13, 7, 7, 0),
  esteem: Float32Array.of(8.5, 6, 6, 6.5),
  year: Float32Array.of(1990, 1975, 2020, Number.NaN),
  standing: Float32Array.of(0, 4, 4, 9),
  common: Float32Array.of(0.5, 0.5, 1.5, 0),
};

test('between two sizes of basket every number lies between theirs, beyond the last it stays', () => {
  const { profiles } = contentParameters;
  const [three, four, five, many] = [3, 4, 5, 50].map((size) => profileFor(profiles, size));
  for (const name of ['taste', 'tasteByEsteem', 'common', 'standing', 'year', 'sameYear'] as const) {
    const [low = 0, high = 0] = [three?.[name] ?? 0, five?.[name] ?? 0].toSorted((a, b) => a - b);
    assert.ok((four?.[name] ?? 0) > low && (four?.[name] ?? 0) < high, name);
    assert.equal(many?.[name], five?.[name], name);
  }
  assert.deepEqual(profileFor([], 3), flatProfile);
});

test('a liked film weighs more the less it is known, and the weights sum to the number of films', () => {
  const weights = basketWeights(films, [0, 1], 0.15);
  assert.ok((weights[1] ?? 0) > (weights[0] ?? 0));
  assert.ok(Math.abs((weights[0] ?? 0) + (weights[1] ?? 0) - 2) < 1e-12);
  assert.deepEqual([...basketWeights(films, [0], 0.15)], [1]);
  assert.deepEqual([...basketWeights(films, [], 0.15)], []);
});

test('a basket of films that everybody esteems says less of taste, within bounds', () => {
  const profile = { ...flatProfile, taste: 4, tasteByEsteem: -2 };
  assert.ok(tasteOf(profile, films, [0]) < tasteOf(profile, films, [1]));
  assert.equal(tasteOf(profile, films, []), 4);
  assert.equal(tasteOf({ ...profile, tasteByEsteem: -90 }, films, [0]), 1);
  assert.equal(tasteOf({ ...profile, tasteByEsteem: -90 }, films, [1]), 10);
});

test('the prior leans to the time of the basket, away from what is like everything, and survives what is unknown', () => {
  const lean = (liked: readonly number[], film: number): number =>
    priorFor({ ...flatProfile, sameYear: 0.1, year: -0.1 }, films, liked)(film);
  assert.ok(lean([1], 1) > lean([1], 2) && lean([2], 2) > lean([2], 1));
  assert.equal(lean([1], 3), 0);
  assert.ok(lean([3], 1) < 0, 'a basket without a year leans to no time');
  const plain = priorFor({ ...flatProfile, common: -1 }, films, []);
  assert.ok(plain(1) > plain(2));
  assert.equal(priorFor(flatProfile, films, [0, 3])(3), 0);
});

test('a little known basket wants less of fame, a famous one no more than anyone', () => {
  const wish = { below: 10, weight: 0.5 };
  assert.equal(modestyOf(films, [1], wish), 0.75);
  assert.equal(modestyOf(films, [1, 2], wish), 1);
  assert.equal(modestyOf(films, [0, 1], wish), 0);
  assert.equal(modestyOf(films, [], wish), 0);
  const prior = priorFor(flatProfile, films, [1], 0.75);
  assert.equal(prior(0), -3);
  assert.equal(prior(2), 0);
});
