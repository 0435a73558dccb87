import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { seededRandom } from '#kernels/random.ts';
import type { Interval } from '#kernels/statistics/interval.ts';
import { shrunkMean, shrunkMeanInterval } from '#kernels/statistics/shrunk-mean.ts';
import { weightedRating } from '#kernels/statistics/weighted-rating.ts';
import { assertCovers, assertFails, coverage, normals } from './simulate.ts';

const value = fc.double({ min: -100, max: 100, noNaN: true });
const weight = fc.integer({ min: 1, max: 50 });

test('a shrunk mean is the mean once the prior is added as so many values', () => {
  fc.assert(
    fc.property(fc.array(value, { maxLength: 40 }), value, weight, (values, prior, worth) => {
      const all = [...values, ...Array.from({ length: worth }, () => prior)];
      const expected = all.reduce((sum, one) => sum + one, 0) / all.length;
      const sum = values.reduce((total, one) => total + one, 0);
      const found = shrunkMean(sum, values.length, prior, worth);
      assert.ok(Math.abs(found - expected) < 1e-10);
      const { low, high } = shrunkMeanInterval(values.length, sum / values.length, 4, prior, worth);
      assert.ok(Math.abs((low + high) / 2 - expected) < 1e-10);
      assert.ok(Math.abs(high - low - (2 * 1.959963984540054 * 2) / Math.sqrt(values.length + worth)) < 1e-10);
    }),
  );
});

test('a weighted rating: without votes the mean, by votes from the mean to the rating', () => {
  assert.equal(weightedRating(Number.NaN, 0, 7, 25_000), 7);
  assert.equal(weightedRating(9, 25_000, 7, 25_000), 8);
  assert.equal(weightedRating(9, 5, 7, 0), 9);
  // A film of 9.3 by 2 000 000 votes, among films of 6.9 with m = 25 000: worked by hand.
  assert.ok(Math.abs(weightedRating(9.3, 2_000_000, 6.9, 25_000) - 18_772_500 / 2_025_000) < 1e-12);
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1e6 }), fc.integer({ min: 1, max: 1e6 }), (votes, m) => {
      const found = weightedRating(9, votes, 6, m);
      assert.ok(found > 6 && found < 9 && weightedRating(9, votes + 1, 6, m) > found);
      assert.ok(Math.abs(found - shrunkMean(9 * votes, votes, 6, m)) < 1e-12);
    }),
  );
});

test('P7: under random effects the interval of a shrunk mean covers 95 ± 2 %, of one value as of forty', () => {
  const normal = normals(seededRandom(21));
  // People whose films differ by 0.8 about a mean of 0.5 of their own: a prior worth 0.64 / 0.25 films.
  const [prior, within, between] = [6.2, 0.8 ** 2, 0.5 ** 2];
  const draw = (n: number): { truth: number; mean: number } => {
    const truth = prior + Math.sqrt(between) * normal();
    let sum = 0;
    for (let k = 0; k < n; k++) sum += truth + Math.sqrt(within) * normal();
    return { truth, mean: sum / n };
  };
  const right = (n: number, mean: number): Interval => shrunkMeanInterval(n, mean, within, prior, within / between);
  // The error of a plain mean about a shrunk one; and a prior taken for far surer than it is.
  const wrong: Record<string, (n: number, mean: number) => Interval> = {
    'the error of the sum alone': (n, mean) => {
      const { low, high } = right(n, mean);
      const half = (1.96 * Math.sqrt(n * within)) / (n + within / between);
      return { low: (low + high) / 2 - half, high: (low + high) / 2 + half };
    },
    'too heavy a prior': (n, mean) => shrunkMeanInterval(n, mean, within, prior, (6 * within) / between),
  };
  const cover = (n: number, interval: typeof right): number =>
    coverage(6000, () => {
      const { truth, mean } = draw(n);
      return { truth, interval: interval(n, mean) };
    });
  for (const n of [1, 3, 10, 40]) assertCovers(cover(n, right), `${n} values`);
  for (const [what, interval] of Object.entries(wrong)) assertFails(cover(3, interval), what);
});
