import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { pairedInterval, summarise } from '#evaluate/summary.ts';
import { seededRandom } from '#kernels/random.ts';

const numbers = fc.array(fc.double({ min: -100, max: 100, noNaN: true }), { minLength: 2, maxLength: 40 });

test('mean and standard error, from their formulas', () => {
  assert.deepEqual(summarise([]), { mean: 0, error: 0, n: 0 });
  assert.deepEqual(summarise([4]), { mean: 4, error: 0, n: 1 });
  // Variance of 2, 4, 6 is 4: error sqrt(4 / 3).
  assert.deepEqual(summarise([2, 4, 6]), { mean: 4, error: Math.sqrt(4 / 3), n: 3 });
  fc.assert(
    fc.property(numbers, (list) => {
      const { mean, error, n } = summarise(list);
      // The variance as half the mean squared distance of two distinct values.
      const pairs = list.flatMap((a, i) => list.slice(i + 1).map((b) => (a - b) ** 2));
      const variance = pairs.reduce((sum, square) => sum + square, 0) / (n * (n - 1));
      assert.equal(n, list.length);
      assert.ok(Math.abs(error - Math.sqrt(variance / n)) < 1e-6);
      assert.ok(mean >= Math.min(...list) - 1e-9 && mean <= Math.max(...list) + 1e-9);
    }),
  );
});

test('the interval: ordered, seeded, around the mean difference, turned over with its sides, moved with a shift', () => {
  fc.assert(
    fc.property(numbers, fc.integer({ min: 1, max: 99 }), (a, seed) => {
      const random = seededRandom(seed);
      const b = a.map((value) => value + random() - 0.5);
      const options = { seed, draws: 500 };
      const [low, high] = pairedInterval(a, b, options);
      assert.deepEqual(pairedInterval(a, b, options), [low, high]);
      assert.ok(low <= high);
      const [otherLow, otherHigh] = pairedInterval(b, a, options);
      assert.ok(Math.abs(otherLow + high) < 1e-6 && Math.abs(otherHigh + low) < 1e-6);
      const moved = pairedInterval(
        a,
        b.map((value) => value - 3),
        options,
      );
      assert.ok(Math.abs(moved[0] - low - 3) < 1e-6 && Math.abs(moved[1] - high - 3) < 1e-6);
    }),
    { numRuns: 30 },
  );
  assert.deepEqual(pairedInterval([1, 2, 3], [1, 2, 3]), [0, 0]);
});

test('it holds the true difference 95 times in a hundred', (t) => {
  const random = seededRandom(42);
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const trials = 1000;
  let held = 0;
  for (let trial = 0; trial < trials; trial++) {
    const viewers = Array.from({ length: 60 }, normal);
    const a = viewers.map((level) => level + 0.3 + 0.5 * normal());
    const b = viewers.map((level) => level + 0.5 * normal());
    const [low, high] = pairedInterval(a, b, { seed: trial, draws: 400 });
    held += Number(low <= 0.3 && 0.3 <= high);
  }
  t.diagnostic(`coverage ${((100 * held) / trials).toFixed(1)} %`);
  assert.ok(Math.abs(held / trials - 0.95) <= 0.03, `${held} of ${trials}`);
});
