import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { calibrationKl } from '#evaluate/calibration-kl.ts';

const near = (actual: number, expected: number): void =>
  assert.ok(Math.abs(actual - expected) < 1e-9, `${actual}, expected ${expected}`);

test('values worked out by hand', () => {
  near(calibrationKl([['war']], [['war'], ['war']]), 0);
  near(calibrationKl([['war']], [['drama']]), Math.log(100));
  near(calibrationKl([['war']], []), Math.log(100));
  near(calibrationKl([], [['war']]), 0);
  near(calibrationKl([[]], [['war']]), 0);
  // p = 1/2, 1/2; q = 1/4, 3/4
  const expected = 0.5 * Math.log(0.5 / (0.99 * 0.25 + 0.005)) + 0.5 * Math.log(0.5 / (0.99 * 0.75 + 0.005));
  near(calibrationKl([['war', 'drama']], [['war', 'drama'], ['drama'], []]), expected);
});

const genres = ['a', 'b', 'c'];
const some = fc.array(fc.subarray(genres), { maxLength: 6 });

const shares = (films: readonly (readonly string[])[], genre: string): number => {
  const known = films.filter((own) => own.length > 0);
  return known.reduce((sum, own) => sum + (own.includes(genre) ? 1 / own.length : 0), 0) / Math.max(1, known.length);
};

test('the definition, genre by genre over all that exist', () => {
  fc.assert(
    fc.property(some, some, (basket, list) => {
      let expected = 0;
      for (const genre of genres) {
        const p = shares(basket, genre);
        if (p > 0) expected += p * Math.log(p / (0.99 * shares(list, genre) + 0.01 * p));
      }
      near(calibrationKl(basket, list), expected);
      near(calibrationKl(basket, basket), 0);
    }),
  );
});
