import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import * as fc from 'fast-check';
import { gram } from '#kernels/gram.ts';
import { createPool } from '#kernels/pool.ts';
import { seededRandom } from '#kernels/random.ts';
import { denseMatrix, sparse, type Dense } from './matrices.ts';

const pools = [createPool({ threads: 1 }), createPool({ threads: 3 })];
after(() => Promise.all(pools.map((pool) => pool[Symbol.asyncDispose]())));

/** X'·diag(w)·X by its definition. */
function oracle({ columns, cells }: Dense, weights: readonly number[]): number[] {
  return Array.from({ length: columns * columns }, (_, at) => {
    const [i, j] = [Math.floor(at / columns), at % columns];
    return cells.reduce((sum, row, r) => sum + (weights[r] ?? 1) * (row[i] ?? 0) * (row[j] ?? 0), 0);
  });
}

test('X·X and X·diag(w)·X as by definition, on any number of threads', async () => {
  await fc.assert(
    fc.asyncProperty(
      denseMatrix({ rows: [0, 12], columns: [0, 24] }),
      fc.option(fc.array(fc.integer({ min: -4, max: 8 }), { minLength: 12, maxLength: 12 })),
      fc.constantFrom(...pools),
      async (matrix, given, pool) => {
        const weights = given?.slice(0, matrix.cells.length).map((value) => value / 4);
        const found = await gram(pool, sparse(matrix), weights && Float32Array.from(weights));
        const expected = oracle(matrix, weights ?? []);
        // Quarters add up exactly; -0 and 0 are the same sum.
        assert.deepEqual(
          Array.from(found, (value) => value + 0),
          expected.map((value) => value + 0),
        );
        pool.free(found);
      },
    ),
    { numRuns: 150 },
  );
});

test('weights that are no fractions of two, many columns, rows of very different lengths', async () => {
  const random = seededRandom(2);
  const cells = Array.from({ length: 60 }, (_, r) =>
    Array.from({ length: 200 }, () => (random() < 1 / (1 + r / 4) ? random() : 0)),
  );
  const weights = cells.map((row) => row.filter((value) => value > 0).length ** -0.5);
  for (const pool of pools) {
    const found = await gram(pool, sparse({ columns: 200, cells }), Float32Array.from(weights));
    const expected = oracle({ columns: 200, cells }, weights);
    for (const [at, value] of expected.entries())
      assert.ok(Math.abs((found[at] ?? Number.NaN) - value) <= 1e-6 * (1 + value));
    pool.free(found);
  }
});

test('counts above 2²⁴ stay exact: the sums are kept in 64 bits', async () => {
  const [pool] = pools;
  assert.ok(pool !== undefined);
  const cells = [[1], ...Array.from({ length: 4 }, () => [1])];
  const found = await gram(pool, sparse({ columns: 1, cells }), Float32Array.from([2 ** 24, 1, 1, 1, 1]));
  assert.equal(found[0], 2 ** 24 + 4);
});

test('wrong weights and wrong indices are refused with a sentence, and nothing of the memory is lost', async () => {
  const [pool] = pools;
  assert.ok(pool !== undefined);
  const matrix = sparse({
    columns: 2,
    cells: [
      [1, 1],
      [1, 0],
    ],
  });
  await assert.rejects(gram(pool, matrix, new Float32Array(3)), /has 2 rows, there are 3 weights/);
  await assert.rejects(gram(pool, { ...matrix, indices: Int32Array.of(0, 2, 0) }), /not between 0 and 1/);
  await assert.rejects(gram(pool, { ...matrix, columns: 200_000 }), /too large/);
  const before = pool.floats(1);
  pool.free(before);
  pool.free(await gram(pool, matrix));
  assert.equal(pool.floats(1).byteOffset, before.byteOffset);
});
