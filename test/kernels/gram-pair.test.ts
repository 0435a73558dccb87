import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import * as fc from 'fast-check';
import { drawnMoments, gramPair } from '#kernels/gram-pair.ts';
import { createPool } from '#kernels/pool.ts';
import { denseMatrix, sparse, type Dense } from './matrices.ts';

const pool = createPool({ threads: 2 });
after(() => pool[Symbol.asyncDispose]());

/** The slow way: what two films share, summed over the rows that hold both. */
function cell({ cells }: Dense, weights: ArrayLike<number>, i: number, j: number): number {
  return cells.reduce((sum, row, r) => sum + ((row[i] ?? 0) !== 0 && (row[j] ?? 0) !== 0 ? (weights[r] ?? 0) : 0), 0);
}

const weights = fc.array(fc.integer({ min: 0, max: 8 }), { minLength: 12, maxLength: 12 });

test('moments from a pair and from the rows apart are those of the sums written out', async () => {
  await fc.assert(
    fc.asyncProperty(
      denseMatrix({ rows: [0, 12], columns: [1, 20] }),
      fc.array(weights, { minLength: 4, maxLength: 4 }),
      fc.boolean(),
      fc.boolean(),
      async (dense, [first = [], second = [], pairs = [], leads = []], shares, alone) => {
        const rows = sparse(dense);
        const of = (all: readonly number[]): Float32Array => Float32Array.from(all.slice(0, rows.rows));
        const both = await gramPair(pool, rows, of(first), of(second));
        const asked = { rows, pairs: of(pairs), leads: of(leads), alone };
        const found = await drawnMoments(pool, shares ? { ...asked, shared: { both, a: 2, b: -4, c: 3 } } : asked);
        const n = dense.columns;
        for (let i = 0; i < n; i++)
          for (let j = 0; j < i; j++) {
            const [g, h] = shares ? [cell(dense, first, i, j), cell(dense, second, i, j)] : [0, 0];
            const leading = -4 * g + 3 * h + cell(dense, leads, i, j);
            assert.equal(found.leading[i * n + j], leading);
            assert.equal(found.leading[j * n + i], leading);
            if (alone) continue;
            const together = 2 * g + cell(dense, pairs, i, j);
            assert.equal(found.together[i * n + j], together);
            assert.equal(found.together[j * n + i], together);
          }
        for (let i = 0; i < n; i++) assert.equal(found.leading[i * n + i], 0);
        assert.equal(found.together.length, alone ? 0 : n * n);
        for (const array of [both, found.together, found.leading]) pool.free(array);
      },
    ),
    { numRuns: 80 },
  );
});

test('an index out of range is refused', async () => {
  const matrix = { ...sparse({ columns: 2, cells: [[1, 1]] }), columns: 1 };
  await assert.rejects(gramPair(pool, matrix, new Float32Array(1), new Float32Array(1)), /not between 0 and 0/);
});
