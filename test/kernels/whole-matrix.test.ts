import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import * as fc from 'fast-check';
import { keepRows } from '#kernels/keep-rows.ts';
import { scaleBoth, subtractOuter } from '#kernels/outer.ts';
import { createPool } from '#kernels/pool.ts';

const pool = createPool({ threads: 2 });
after(() => pool[Symbol.asyncDispose]());

const cell = fc.oneof(
  fc.constantFrom(0, -0, 1, -1, 0.5, Number.POSITIVE_INFINITY, Number.NaN, 2 ** -149, -(2 ** -130)),
  fc.float({ noNaN: true }),
);
const square = fc
  .integer({ min: 1, max: 40 })
  .chain((n) => fc.array(cell, { minLength: n * n, maxLength: n * n }).map((cells) => ({ n, cells })));

/** The slow way: sorts all. */
function largest(row: Float32Array, most: number, own: number): number[] {
  const size = (j: number): number => Math.abs(row[j] ?? 0);
  return [...row.keys()]
    .filter((j) => j !== own && size(j) > 0)
    .toSorted((a, b) => size(b) - size(a) || a - b)
    .slice(0, most)
    .toSorted((a, b) => a - b);
}

test('keepRows keeps the largest of each row, ties to the lower column', async () => {
  await fc.assert(
    fc.asyncProperty(square, fc.integer({ min: 0, max: 45 }), async ({ n, cells }, most) => {
      const matrix = pool.floats(n * n);
      matrix.set(cells);
      const rows = await keepRows(pool, matrix, n, most);
      assert.equal(rows.length, n);
      for (const [r, { columns, values }] of rows.entries()) {
        const row = matrix.subarray(r * n, (r + 1) * n);
        assert.deepEqual([...columns], largest(row, most, r));
        assert.deepEqual(
          [...values],
          Array.from(columns, (j) => row[j]),
        );
      }
      pool.free(matrix);
    }),
    { numRuns: 150 },
  );
});

test('subtractOuter and scaleBoth work out each cell in 64 bits', async () => {
  const double = fc.double({ min: -1e3, max: 1e3, noNaN: true });
  const sizes = fc.tuple(fc.integer({ min: 1, max: 90 }), fc.integer({ min: 1, max: 9 }));
  await fc.assert(
    fc.asyncProperty(
      sizes.chain(([rows, columns]) =>
        fc.tuple(
          fc.array(double, { minLength: rows, maxLength: rows }),
          fc.array(double, { minLength: columns, maxLength: columns }),
        ),
      ),
      fc.boolean(),
      async ([left, right], lower) => {
        const [a, b] = [Float64Array.from(left), Float64Array.from(right)];
        const matrix = pool.floats(a.length * b.length);
        for (let at = 0; at < matrix.length; at++) matrix[at] = at / 7;
        const before = matrix.slice();
        await subtractOuter(pool, matrix, { a, b, lower });
        for (const [i, x] of a.entries())
          for (const [j, y] of b.entries()) {
            const at = i * b.length + j;
            const was = before[at] ?? 0;
            assert.equal(matrix[at], lower && j > i ? was : Math.fround(was - x * y));
          }
        matrix.set(before);
        await scaleBoth(pool, matrix, { a, b });
        for (const [i, x] of a.entries())
          for (const [j, y] of b.entries()) {
            const at = i * b.length + j;
            assert.equal(matrix[at], Math.fround((before[at] ?? 0) * x * y));
          }
        pool.free(matrix);
      },
    ),
    { numRuns: 60 },
  );
});
