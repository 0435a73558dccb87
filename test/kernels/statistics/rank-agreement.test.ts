import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { kendallTau } from '#kernels/statistics/rank-agreement.ts';

/** Tau-b over every pair. */
function slowTau(a: readonly number[], b: readonly number[]): number {
  let [agree, differA, differB] = [0, 0, 0];
  for (const [i, first] of a.entries())
    for (let j = 0; j < i; j++) {
      const one = Math.sign(first - (a[j] ?? 0));
      const two = Math.sign((b[i] ?? 0) - (b[j] ?? 0));
      agree += one * two;
      differA += Math.abs(one);
      differB += Math.abs(two);
    }
  return agree / Math.sqrt(differA * differB);
}

test('tau is what all pairs say, ties included', () => {
  const value = fc.integer({ min: -6, max: 6 });
  fc.assert(
    fc.property(fc.array(fc.tuple(value, value), { maxLength: 60 }), (pairs) => {
      const [a, b] = [pairs.map(([one]) => one), pairs.map(([, two]) => two)];
      const found = kendallTau(Float64Array.from(a), Float64Array.from(b));
      const expected = slowTau(a, b);
      if (Number.isNaN(expected)) assert.ok(Number.isNaN(found));
      else assert.ok(Math.abs(found - expected) < 1e-12);
    }),
  );
});

test('the same order is 1, the reverse -1, and an example of hand: 8 pairs for, 2 against', () => {
  const order = Float64Array.of(1, 2, 3, 4, 5);
  assert.equal(kendallTau(order, order), 1);
  assert.equal(kendallTau(order, order.toReversed()), -1);
  assert.equal(kendallTau(order, Float64Array.of(2, 1, 3, 5, 4)), 0.6);
});
