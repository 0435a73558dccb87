import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { ndcg } from '#evaluate/ndcg.ts';

const near = (actual: number, expected: number): void =>
  assert.ok(Math.abs(actual - expected) < 1e-9, `${actual}, expected ${expected}`);

test('values worked out by hand', () => {
  near(ndcg([7, 8, 9], new Set([7]), 10), 1);
  near(ndcg([8, 7, 9], new Set([7]), 10), 0.6309297535714575); // 1 / log2(3)
  near(ndcg([8, 9, 7], new Set([7]), 10), 0.5); // 1 / log2(4)
  // (1 + 1/2) / (1 + 1/log2(3))
  near(ndcg([7, 1, 8], new Set([7, 8]), 3), 1.5 / 1.6309297535714575);
  near(ndcg([1, 2, 3], new Set([7]), 10), 0);
  near(ndcg([1, 2, 7], new Set([7]), 2), 0);
  near(ndcg([], new Set([7]), 10), 0);
  near(ndcg([7], new Set(), 10), 0);
  // More targets than places: the ideal list is as long as the list.
  near(ndcg([1, 2], new Set([1, 2, 3, 4]), 2), 1);
});

test('as the best of all orders would have it', () => {
  const ranked = fc.uniqueArray(fc.nat(12), { maxLength: 8 });
  fc.assert(
    fc.property(
      ranked,
      fc.uniqueArray(fc.nat(12), { maxLength: 8 }),
      fc.integer({ min: 1, max: 9 }),
      (list, wanted, k) => {
        const gain = (hits: readonly number[]): number =>
          hits.slice(0, k).reduce((sum, hit, at) => sum + hit * (Math.LN2 / Math.log(at + 2)), 0);
        const ideal = gain(wanted.map(() => 1));
        const expected = ideal === 0 ? 0 : gain(list.map((film) => Number(wanted.includes(film)))) / ideal;
        const value = ndcg(list, new Set(wanted), k);
        near(value, expected);
        assert.ok(value >= 0 && value <= 1 + 1e-12);
      },
    ),
  );
});
