import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { triplets } from '#kernels/triplets.ts';

test('every cell pushed comes back, whatever the first capacity', () => {
  const cell = fc.tuple(fc.nat(1000), fc.nat(1000), fc.integer({ min: -99, max: 99 }));
  fc.assert(
    fc.property(fc.array(cell, { maxLength: 100 }), fc.nat(9), (cells, capacity) => {
      const list = triplets(capacity);
      for (const [row, column, value] of cells) list.push(row, column, value);
      assert.equal(list.length, cells.length);
      const back = [...list.row()].map((row, at) => [row, list.column()[at], list.value()[at]]);
      assert.deepEqual(back, cells);
    }),
  );
});
