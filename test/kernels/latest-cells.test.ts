import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { latestCells } from '#kernels/latest-cells.ts';

test('sorts by row and column, and keeps the last of each cell', () => {
  const size = { min: 1, max: 8 };
  const world = fc.tuple(fc.integer(size), fc.integer(size)).chain(([rows, columns]) =>
    fc.record({
      rows: fc.constant(rows),
      columns: fc.constant(columns),
      cells: fc.array(fc.tuple(fc.nat(rows - 1), fc.nat(columns - 1)), { maxLength: 60 }),
    }),
  );
  fc.assert(
    fc.property(world, ({ rows, columns, cells }) => {
      const latest = new Map<number, number>();
      for (const [k, [row, column]] of cells.entries()) latest.set(row * columns + column, k);
      const expected = [...latest].toSorted(([a], [b]) => a - b);
      const row = Int32Array.from(cells, ([r]) => r);
      const column = Int32Array.from(cells, ([, c]) => c);
      const { indptr, order, repeats, example } = latestCells(rows, columns, row, column);
      assert.deepEqual(
        [...order],
        expected.map(([, k]) => k),
      );
      for (let r = 0; r < rows; r++)
        assert.deepEqual(
          [...order.subarray(indptr[r], indptr[r + 1])],
          expected.filter(([cell]) => Math.floor(cell / columns) === r).map(([, k]) => k),
        );
      assert.equal(repeats, cells.length - latest.size);
      assert.equal(example === -1, repeats === 0);
      if (example !== -1) assert.ok(![...order].includes(example));
    }),
  );
});
