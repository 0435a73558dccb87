import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { addRow, csrFromTriplets, dotRows, keepColumns, onlyRows, transpose } from '#kernels/csr.ts';
import { denseMatrix, dot, sparse, written } from './matrices.ts';

test('triplets in any order, cells repeated: their sums, written out', () => {
  const cell = fc.record({ row: fc.nat(5), column: fc.nat(6), value: fc.integer({ min: -8, max: 8 }) });
  fc.assert(
    fc.property(fc.array(cell, { maxLength: 60 }), (cells) => {
      const expected = Array.from({ length: 6 }, () => Array.from({ length: 7 }, () => 0));
      for (const { row, column, value } of cells) {
        const line = expected[row];
        if (line !== undefined) line[column] = (line[column] ?? 0) + value + 0;
      }
      const matrix = csrFromTriplets(
        6,
        7,
        Int32Array.from(cells, ({ row }) => row),
        Int32Array.from(cells, ({ column }) => column),
        Float32Array.from(cells, ({ value }) => value),
      );
      assert.deepEqual(written(matrix), expected);
      assert.equal(matrix.indices.length, new Set(cells.map(({ row, column }) => `${row} ${column}`)).size);
    }),
  );
});

test('no row, no column, no cell', () => {
  const none = csrFromTriplets(0, 0, new Int32Array(0), new Int32Array(0), new Float32Array(0));
  assert.deepEqual(written(none), []);
  assert.deepEqual(written(transpose(none)), []);
});

test('the transpose turns rows into columns, and twice gives the matrix back', () => {
  fc.assert(
    fc.property(denseMatrix(), (matrix) => {
      const turned = transpose(sparse(matrix));
      const expected = Array.from({ length: matrix.columns }, (_, c) => matrix.cells.map((row) => row[c] ?? 0));
      assert.deepEqual(written(turned), expected);
      assert.deepEqual(transpose(turned), sparse(matrix));
    }),
  );
});

test('the dot product of two rows', () => {
  fc.assert(
    fc.property(denseMatrix({ rows: [1, 6] }), (matrix) => {
      const csr = sparse(matrix);
      for (const [a, left] of matrix.cells.entries())
        for (const [b, right] of matrix.cells.entries()) assert.equal(dotRows(csr, a, b) + 0, dot(left, right) + 0);
    }),
  );
});

test('adding a weighted row to a dense vector', () => {
  fc.assert(
    fc.property(denseMatrix({ rows: [1, 6] }), fc.integer({ min: -4, max: 4 }), (matrix, weight) => {
      for (const [r, row] of matrix.cells.entries()) {
        const into = new Float32Array(matrix.columns).fill(1);
        addRow(sparse(matrix), r, weight, into);
        assert.deepEqual(
          [...into],
          row.map((value) => 1 + weight * value),
        );
      }
    }),
  );
});

test('only the flagged rows remain, in order', () => {
  fc.assert(
    fc.property(denseMatrix(), fc.array(fc.constantFrom(0, 1), { minLength: 8, maxLength: 8 }), (matrix, wanted) => {
      const kept = onlyRows(sparse(matrix), Uint8Array.from(wanted));
      assert.deepEqual(
        written(kept),
        matrix.cells.filter((_, r) => wanted[r] === 1),
      );
    }),
  );
});

test('the columns that are kept, and no others, in their order', () => {
  fc.assert(
    fc.property(denseMatrix(), fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }), (matrix, wanted) => {
      const kept = [...Array(matrix.columns).keys()].filter((column) => wanted[column]);
      const left = keepColumns(sparse(matrix), Int32Array.from(kept));
      assert.equal(left.columns, kept.length);
      assert.deepEqual(
        written(left),
        matrix.cells.map((row) => kept.map((column) => row[column] ?? 0)),
      );
    }),
  );
});
