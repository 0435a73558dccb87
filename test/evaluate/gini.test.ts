import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { exposure, gini } from '#evaluate/gini.ts';

test('values worked out by hand', () => {
  assert.equal(gini([3, 3, 3]), 0);
  assert.equal(gini([0, 0, 0, 8]), 0.75);
  assert.equal(gini([1, 3]), 0.25);
  assert.equal(gini([0, 0]), 0);
  assert.equal(gini([]), 0);
});

test('half the mean absolute difference of all pairs, over the mean', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(20), { minLength: 1, maxLength: 12 }), (counts) => {
      const n = counts.length;
      const mean = counts.reduce((sum, count) => sum + count, 0) / n;
      const differences = counts.flatMap((a) => counts.map((b) => Math.abs(a - b)));
      const expected = mean === 0 ? 0 : differences.reduce((sum, value) => sum + value, 0) / (2 * n * n * mean);
      assert.ok(Math.abs(gini(counts) - expected) < 1e-9);
    }),
  );
});

test('exposure counts each film of each list; what is out of range is left aside', () => {
  assert.deepEqual([...exposure([[0, 2], [2], [-1, 7]], 3)], [1, 0, 2]);
});
