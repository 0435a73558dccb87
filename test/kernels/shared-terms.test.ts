import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { csrFromTriplets, transpose } from '#kernels/csr.ts';
import { addToHolders, termsOfAll, weightsHeld } from '#kernels/shared-terms.ts';

const columns = 6;
const worlds = fc.record({
  cells: fc.array(fc.array(fc.boolean(), { minLength: columns, maxLength: columns }), { minLength: 1, maxLength: 8 }),
  rows: fc.array(fc.nat(7), { maxLength: 4 }),
  first: fc.nat(columns),
  length: fc.nat(columns),
});

test('what all rows hold, what each column weighs and who holds it are those of the whole table', () => {
  fc.assert(
    fc.property(worlds, ({ cells, rows, first, length }) => {
      const filled = cells.flatMap((row, r) => row.flatMap((held, c) => (held ? [{ r, c }] : [])));
      const matrix = csrFromTriplets(
        cells.length,
        columns,
        Int32Array.from(filled, ({ r }) => r),
        Int32Array.from(filled, ({ c }) => c),
        new Float32Array(filled.length).fill(0.5),
      );
      const asked = rows.filter((row) => row < cells.length);
      const end = Math.min(columns, first + length);
      const range = Array.from({ length: Math.max(0, end - first) }, (_, at) => first + at);
      assert.deepEqual(
        termsOfAll(matrix, asked, { first, end }),
        range.filter((c) => asked.length > 0 && asked.every((row) => cells[row]?.[c] === true)),
      );
      const weights = Float64Array.from(cells, (_, row) => row + 1);
      const byColumn = transpose(matrix);
      assert.deepEqual(
        [...weightsHeld(byColumn, weights, { first, end })],
        range.map((c) => cells.reduce((sum, row, r) => sum + (row[c] === true ? r + 1 : 0), 0)),
      );
      const into = new Float32Array(cells.length).fill(1);
      for (const c of range) addToHolders(byColumn, c, 2, into);
      assert.deepEqual(
        [...into],
        cells.map((row) => 1 + 2 * range.filter((c) => row[c] === true).length),
      );
    }),
  );
});
