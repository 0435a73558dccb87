import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { keepLargest } from '#kernels/keep-largest.ts';

const value = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: -3, max: 3 }) },
  fc.constantFrom(0, -0, Number.NaN, Infinity, -Infinity, 1e-45),
  fc.float({ noNaN: true }),
);

test('the largest in size as a full sort gives them, ties to the lower place; zeros, NaN and the excepted never', () => {
  fc.assert(
    fc.property(
      fc.array(value, { maxLength: 80 }),
      fc.integer({ min: -1, max: 90 }),
      fc.integer({ min: -1, max: 80 }),
      (list, most, except) => {
        const values = Float32Array.from(list);
        const size = (at: number): number => Math.abs(values[at] ?? 0);
        const expected = [...values.keys()]
          .filter((at) => at !== except && size(at) > 0)
          .toSorted((a, b) => (size(a) === size(b) ? a - b : size(b) > size(a) ? 1 : -1))
          .slice(0, Math.max(0, most))
          .toSorted((a, b) => a - b);
        assert.deepEqual([...keepLargest(values, most, except)], expected);
        assert.deepEqual([...values], [...Float32Array.from(list)]);
      },
    ),
    { numRuns: 500 },
  );
});

test('nothing is excepted unless said, and places over 9 come back in the order of numbers', () => {
  assert.deepEqual([...keepLargest(Float32Array.of(5, 0, -6), 9)], [0, 2]);
  assert.deepEqual([...keepLargest(new Float32Array(12).fill(1), 11)], [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
});
