import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { addLatentDots, addRowDots, centroid } from '#kernels/centroid.ts';
import { csrFromTriplets } from '#kernels/csr.ts';

const columns = 4;
const whole = fc.integer({ min: -9, max: 9 });
const worlds = fc.array(
  fc.record({ row: fc.array(whole, { minLength: columns, maxLength: columns }), weight: whole }),
  {
    maxLength: 8,
  },
);

test('the similarity with the weighted mean is the weighted mean of the similarities', () => {
  fc.assert(
    fc.property(worlds, (world) => {
      const cells = world
        .flatMap(({ row }, r) => row.map((value, c) => ({ r, c, value })))
        .filter((cell) => cell.value);
      const matrix = csrFromTriplets(
        world.length,
        columns,
        Int32Array.from(cells, ({ r }) => r),
        Int32Array.from(cells, ({ c }) => c),
        Float32Array.from(cells, ({ value }) => value),
      );
      const weights = Float64Array.from(world, ({ weight }) => weight);
      const dot = (a: readonly number[], b: readonly number[]): number =>
        a.reduce((sum, value, at) => sum + value * (b[at] ?? 0), 0);
      const expected = world.map(({ row }) =>
        world.reduce((sum, other) => sum + other.weight * dot(row, other.row), 1),
      );
      const sparse = new Float64Array(world.length).fill(1);
      addRowDots(matrix, centroid(matrix, weights), sparse);
      assert.deepEqual([...sparse], expected);
      const dense = new Float64Array(world.length).fill(1);
      addLatentDots(Int8Array.from(world.flatMap(({ row }) => row)), columns, weights, 1, dense);
      assert.deepEqual([...dense], expected);
    }),
  );
});
