import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import type { Csr } from '#kernels/csr.ts';

/** A small matrix written out: the slow and obvious form that the sparse kernels are compared with. */
export interface Dense {
  readonly columns: number;
  readonly cells: readonly (readonly number[])[];
}

/** Matrices of quarters from -2 to 2, most cells 0: sums and products of a few of them are exact in 32 bits. */
export function denseMatrix({ rows = [0, 8], columns = [0, 8], least = -8 } = {}): fc.Arbitrary<Dense> {
  const cell = fc.oneof({ weight: 2, arbitrary: fc.constant(0) }, fc.integer({ min: least, max: 8 }).map(quarter));
  const [fewest = 0, most = 8] = rows;
  return fc
    .integer({ min: columns[0] ?? 0, max: columns[1] ?? 8 })
    .chain((width) =>
      fc
        .array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: fewest, maxLength: most })
        .map((cells) => ({ columns: width, cells })),
    );
}

/** The non-zero cells as a CSR matrix, built row by row. */
export function sparse({ columns, cells }: Dense): Csr {
  const indptr = [0];
  const indices: number[] = [];
  const values: number[] = [];
  for (const row of cells) {
    for (const [column, value] of row.entries()) {
      if (value === 0) continue;
      indices.push(column);
      values.push(value);
    }
    indptr.push(indices.length);
  }
  return {
    rows: cells.length,
    columns,
    indptr: Int32Array.from(indptr),
    indices: Int32Array.from(indices),
    values: Float32Array.from(values),
  };
}

/** A CSR matrix written out, after checking that it is well formed: rows in order, columns rising, nothing out of range. */
export function written(matrix: Csr): number[][] {
  const { rows, columns, indptr, indices, values } = matrix;
  assert.equal(indptr.length, rows + 1);
  assert.equal(indptr[0], 0);
  assert.equal(indices.length, indptr[rows]);
  assert.equal(values.length, indices.length);
  return Array.from({ length: rows }, (_, r) => {
    const row = Array.from({ length: columns }, () => 0);
    let last = -1;
    for (let k = indptr[r] ?? 0; k < (indptr[r + 1] ?? 0); k++) {
      const column = indices[k] ?? -1;
      assert.ok(column > last && column < columns, 'columns rise and stay in range');
      last = column;
      row[column] = (values[k] ?? Number.NaN) + 0;
    }
    return row;
  });
}

/** The dot product of two lists of the same length. */
export function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, at) => sum + value * (b[at] ?? Number.NaN), 0);
}

/** Fails when two lists of numbers differ by more than `tolerance` anywhere. */
export function assertClose(actual: ArrayLike<number>, expected: ArrayLike<number>, tolerance = 1e-5): void {
  assert.equal(actual.length, expected.length);
  for (let at = 0; at < expected.length; at++) {
    const [a, b] = [actual[at] ?? Number.NaN, expected[at] ?? Number.NaN];
    assert.ok(Math.abs(a - b) <= tolerance, `at ${at}: ${a}, expected ${b}`);
  }
}

const quarter = (n: number): number => n / 4;

/** Solves A x = b by Gaussian elimination with partial pivots. */
export function gaussian(matrix: readonly (readonly number[])[], side: readonly number[]): number[] {
  const n = side.length;
  const rows = matrix.map((row, i) => [...row, side[i] ?? 0]);
  for (let k = 0; k < n; k++) {
    const best = rows.findIndex(
      (row, i) => i >= k && rows.every((other, j) => j < k || size(other[k]) <= size(row[k])),
    );
    [rows[k], rows[best]] = [rows[best] ?? [], rows[k] ?? []];
    const pivot = rows[k] ?? [];
    for (let i = k + 1; i < n; i++) {
      const factor = (rows[i]?.[k] ?? 0) / (pivot[k] ?? 1);
      rows[i] = (rows[i] ?? []).map((value, c) => value - factor * (pivot[c] ?? 0));
    }
  }
  const x = Array.from({ length: n }, () => 0);
  for (let i = n - 1; i >= 0; i--) {
    const row = rows[i] ?? [];
    x[i] = ((row[n] ?? 0) - dot(row.slice(i + 1, n), x.slice(i + 1))) / (row[i] ?? 1);
  }
  return x;
}

const size = (value = 0): number => Math.abs(value);
