import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { coverage } from '#evaluate/coverage.ts';

test('values worked out by hand', () => {
  assert.equal(
    coverage(
      [
        [1, 2],
        [2, 3],
      ],
      new Set([1, 2, 3, 4]),
    ),
    0.75,
  );
  assert.equal(coverage([[9]], new Set([1])), 0);
  assert.equal(coverage([], new Set([1])), 0);
  assert.equal(coverage([[1]], new Set()), 0);
});

test('the candidates asked one by one', () => {
  const list = fc.array(fc.nat(9), { maxLength: 6 });
  fc.assert(
    fc.property(fc.array(list, { maxLength: 5 }), fc.uniqueArray(fc.nat(9), { minLength: 1 }), (lists, candidates) => {
      const shown = candidates.filter((film) => lists.some((one) => one.includes(film)));
      assert.ok(Math.abs(coverage(lists, new Set(candidates)) - shown.length / candidates.length) < 1e-12);
    }),
  );
});
