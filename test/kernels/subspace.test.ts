import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { seededRandom } from '#kernels/random.ts';
import { dominantSubspace, multiply, orthonormalise } from '#kernels/subspace.ts';
import { assertClose, denseMatrix, dot, sparse } from './matrices.ts';

const rowsOf = (flat: Float32Array, width: number): number[][] =>
  Array.from({ length: flat.length / width }, (_, r) => [...flat.subarray(r * width, (r + 1) * width)]);
const columnsOf = (flat: Float32Array, width: number): number[][] =>
  Array.from({ length: width }, (_, c) => rowsOf(flat, width).map((row) => row[c] ?? 0));
const normal = (random: () => number): number => random() + random() + random() - 1.5;

/** A rows x columns matrix of rank at most `rank`: a product of two thin ones. */
function ofRank(rank: number, rows: number, columns: number, seed: number): number[][] {
  const random = seededRandom(seed);
  const thin = (n: number): number[][] =>
    Array.from({ length: n }, () => Array.from({ length: rank }, () => normal(random)));
  const [left, right] = [thin(rows), thin(columns)];
  return left.map((a) => right.map((b) => dot(a, b)));
}

test('X times a dense matrix', () => {
  fc.assert(
    fc.property(
      denseMatrix({ rows: [1, 6], columns: [1, 6] }),
      fc.constantFrom(1, 2, 4, 31, 33, 70),
      (matrix, depth) => {
        const random = seededRandom(depth);
        const right = Float32Array.from({ length: matrix.columns * depth }, () => Math.round(8 * normal(random)) / 4);
        const rows: number[][] = [];
        multiply(sparse(matrix), right, depth, (row, values) => {
          assert.equal(rows.push([...values]) - 1, row);
        });
        const expected = matrix.cells.map((row) => columnsOf(right, depth).map((column) => dot(row, column) + 0));
        assert.deepEqual(rows, expected);
      },
    ),
  );
});

test('orthonormal columns of the same span', () => {
  fc.assert(
    fc.property(fc.integer(), fc.integer({ min: 1, max: 6 }), (seed, depth) => {
      const random = seededRandom(seed);
      const before = Float32Array.from({ length: 30 * depth }, () => normal(random));
      const after = before.slice();
      orthonormalise(after, 30, depth);
      const basis = columnsOf(after, depth);
      assertClose(
        basis.flatMap((a) => basis.map((b) => dot(a, b))),
        basis.flatMap((_, i) => basis.map((__, j) => Number(i === j))),
        1e-4,
      );
      for (const column of columnsOf(before, depth)) assertClose(projected(column, basis), column, 1e-4);
    }),
    { numRuns: 50 },
  );
});

test('a matrix of rank r <= d is reproduced by the projection on its dominant subspace', () => {
  fc.assert(
    fc.property(fc.integer(), fc.integer({ min: 1, max: 5 }), fc.nat(4), (seed, rank, more) => {
      const depth = rank + more;
      const cells = ofRank(rank, 24, 15, seed);
      const basis = subspace(cells, depth, seed);
      for (const row of cells) assertClose(projected(row, basis), row, 1e-3);
    }),
    { numRuns: 50 },
  );
});

test('of a matrix of greater rank, the columns are orthonormal and hold as much as its largest singular values', () => {
  fc.assert(
    fc.property(fc.integer(), (seed) => {
      // Diagonal, rotated by nothing: the singular values are known.
      const strengths = [9, 8, 7, 1, 0.9, 0.5, 0.2];
      const cells = strengths.map((value, r) => strengths.map((_, c) => (r === c ? value : 0)));
      const basis = subspace(cells, 3, seed);
      assertClose(
        basis.flatMap((a) => basis.map((b) => dot(a, b))),
        [1, 0, 0, 0, 1, 0, 0, 0, 1],
        1e-4,
      );
      const held = cells.reduce((sum, row) => sum + basis.reduce((part, v) => part + dot(row, v) ** 2, 0), 0);
      assertClose([held], [9 ** 2 + 8 ** 2 + 7 ** 2], 1e-2);
    }),
    { numRuns: 50 },
  );
});

test('an empty matrix, a null one, and more dimensions than columns give finite numbers', () => {
  for (const cells of [
    [],
    [[0, 0]],
    [
      [1, 2],
      [3, 4],
      [5, 6],
    ],
  ]) {
    const basis = dominantSubspace(sparse({ columns: 2, cells }), 5, { iterations: 5, random: seededRandom(1) });
    assert.equal(basis.length, 10);
    assert.ok(basis.every(Number.isFinite));
  }
});

function subspace(cells: number[][], depth: number, seed: number): number[][] {
  const matrix = sparse({ columns: cells[0]?.length ?? 0, cells });
  return columnsOf(dominantSubspace(matrix, depth, { iterations: 5, random: seededRandom(seed) }), depth);
}

function projected(row: number[], basis: number[][]): number[] {
  const place = basis.map((v) => dot(row, v));
  return row.map((_, c) =>
    dot(
      place,
      basis.map((v) => v[c] ?? 0),
    ),
  );
}
