import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { topK } from '#kernels/top-k.ts';

const score = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: -3, max: 3 }) },
  fc.constantFrom(Number.NaN, -Infinity, Infinity, -0),
  fc.float({ noNaN: true }),
);

test('the k highest as a full sort gives them, ties to the lower index; NaN and -Infinity never', () => {
  fc.assert(
    fc.property(fc.array(score, { maxLength: 80 }), fc.integer({ min: -1, max: 90 }), (list, k) => {
      const scores = Float32Array.from(list);
      const expected = [...scores.keys()]
        .filter((at) => (scores[at] ?? -Infinity) > -Infinity)
        .toSorted((a, b) => compare(scores[b] ?? 0, scores[a] ?? 0) || a - b)
        .slice(0, Math.max(0, k));
      assert.deepEqual([...topK(scores, k)], expected);
      assert.deepEqual([...topK(Float64Array.from(scores), k)], expected);
    }),
    { numRuns: 500 },
  );
});

const compare = (a: number, b: number): number => (a < b ? -1 : a > b ? 1 : 0);
