import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { seededRandom, shuffle } from '#kernels/random.ts';

test('a seed gives one sequence, in [0, 1)', () => {
  fc.assert(
    fc.property(fc.integer(), (seed) => {
      const [a, b] = [seededRandom(seed), seededRandom(seed)];
      for (let draw = 0; draw < 50; draw++) {
        const value = a();
        assert.equal(value, b());
        assert.ok(value >= 0 && value < 1);
      }
    }),
  );
});

test('the first numbers of a seed never change', () => {
  const random = seededRandom(1);
  assert.deepEqual([random(), random(), random()], [0.3678755429573357, 0.08161311969161034, 0.8205357783008367]);
});

test('draws are even, and neighbouring seeds unlike', () => {
  for (const draw of [seededRandom(7), acrossSeeds()]) {
    const bins = new Int32Array(20);
    for (let n = 0; n < 20_000; n++) {
      const bin = Math.floor(20 * draw());
      bins[bin] = (bins[bin] ?? 0) + 1;
    }
    // Chi-squared with 19 degrees of freedom: 43.8 is the 99.9 % point.
    const chi = bins.reduce((sum, count) => sum + (count - 1000) ** 2 / 1000, 0);
    assert.ok(chi < 43.8, `chi-squared ${chi}`);
  }
});

test('a shuffle keeps every item, and each permutation comes as often', () => {
  fc.assert(
    fc.property(fc.array(fc.integer()), fc.integer(), (items, seed) => {
      const shuffled = shuffle([...items], seededRandom(seed));
      assert.deepEqual(
        shuffled.toSorted((a, b) => a - b),
        items.toSorted((a, b) => a - b),
      );
    }),
  );
  const random = seededRandom(3);
  const met = new Map<string, number>();
  for (let n = 0; n < 12_000; n++) {
    const key = shuffle([1, 2, 3, 4], random).join('');
    met.set(key, (met.get(key) ?? 0) + 1);
  }
  // 24 permutations, 23 degrees of freedom: 49.7 is the 99.9 % point.
  const chi = [...met.values()].reduce((sum, count) => sum + (count - 500) ** 2 / 500, 0);
  assert.equal(met.size, 24);
  assert.ok(chi < 49.7, `chi-squared ${chi}`);
});

function acrossSeeds(): () => number {
  let seed = 0;
  return () => seededRandom(seed++)();
}
