import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { exactChance, exactTimes } from '#indicators/parts/exact-odds.ts';

const counts = fc
  .record({
    best: fc.nat(12),
    others: fc.nat(12),
    bestOf: fc.integer({ min: 20, max: 400 }),
    othersOf: fc.integer({ min: 20, max: 4000 }),
  })
  .filter(({ best, others }) => best + others > 0);

/** Twice the smaller tail, by adding up the binomial terms. */
function slowChance(best: number, all: number, chance: number): number {
  const terms: number[] = [];
  let term = (1 - chance) ** all;
  for (let k = 0; k <= all; k++) {
    terms.push(term);
    term *= ((all - k) / (k + 1)) * (chance / (1 - chance));
  }
  const sum = (some: readonly number[]): number => some.reduce((a, b) => a + b, 0);
  return Math.min(1, 2 * Math.min(sum(terms.slice(0, best + 1)), sum(terms.slice(best))));
}

test('the chance is that of the binomial terms added up', () => {
  fc.assert(
    fc.property(counts, (one) => {
      const slow = slowChance(one.best, one.best + one.others, one.bestOf / (one.bestOf + one.othersOf));
      assert.ok(Math.abs(exactChance(one) - slow) < 1e-9);
    }),
  );
});

test('the interval leaves out 1 exactly when the chance is below 5 %', () => {
  fc.assert(
    fc.property(counts, (one) => {
      const [{ low, high }, chance] = [exactTimes(one), exactChance(one)];
      if (Math.abs(chance - 0.05) > 1e-6) assert.equal(low > 1 || high < 1, chance < 0.05);
    }),
  );
});

test('all of four films among the best are bounded below only', () => {
  const { low, high } = exactTimes({ best: 4, bestOf: 250, others: 0, othersOf: 6976 });
  assert.equal(high, Infinity);
  // 0.025 ** (1 / 4) is the least share of the four.
  const share = 0.025 ** 0.25;
  assert.ok(Math.abs(low - (share / (1 - share)) * (6976 / 250)) < 1e-6);
});
