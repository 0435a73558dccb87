import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { seededRandom } from '#kernels/random.ts';
import { prepareWalk, walked, walkRows } from '#kernels/walk.ts';
import { transpose } from '#kernels/csr.ts';
import { fitRp3beta, type Rp3betaOptions } from '#models/collaborative/rp3beta.ts';
import { denseMatrix, sparse, written, type Dense } from '../../kernels/matrices.ts';

const likes = denseMatrix({ rows: [0, 12], columns: [1, 12], least: 1 });

/** The formula cell by cell on the dense matrix; then each row's largest, ties to the lower index. */
function oracle({ columns, cells }: Dense, options: Rp3betaOptions): number[][] {
  const { alpha = 1, beta = 0.5, viewer = alpha, top = 200, normalise = false } = options;
  const sum = (list: readonly number[]): number => list.reduce((total, value) => total + value, 0);
  const film = (j: number): number => sum(cells.map((row) => row[j] ?? 0));
  return Array.from({ length: columns }, (_, i) => {
    const weights = Array.from({ length: columns }, (__, j) => {
      if (i === j) return 0;
      return sum(
        cells.map((row) => {
          const [from = 0, to = 0] = [row[i], row[j]];
          if (from === 0 || to === 0) return 0;
          return ((from / film(i)) ** alpha * to ** alpha) / sum(row) ** viewer / film(j) ** beta;
        }),
      );
    });
    const kept = new Set([...weights.keys()].toSorted((a, b) => (weights[b] ?? 0) - (weights[a] ?? 0)).slice(0, top));
    const row = weights.map((weight, j) => (kept.has(j) ? weight : 0));
    return normalise && sum(row) > 0 ? row.map((weight) => weight / sum(row)) : row;
  });
}

const close = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-5 * Math.max(Math.abs(a), Math.abs(b));

test('the weights are those of the formula, on generated likes and parameters', { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(
      likes,
      fc.constantFrom(0.4, 1, 1.6),
      fc.constantFrom(0, 0.3, 1),
      fc.constantFrom(undefined, 0, 0.7),
      fc.boolean(),
      async (matrix, alpha, beta, viewer, normalise) => {
        const options = { alpha, beta, normalise, ...(viewer === undefined ? {} : { viewer }) };
        const found = written(await fitRp3beta(sparse(matrix), { ...options, threads: 1 }));
        const expected = oracle(matrix, options);
        for (const [i, row] of expected.entries())
          for (const [j, weight] of row.entries())
            assert.ok(close(found[i]?.[j] ?? Number.NaN, weight), `w(${i}, ${j}) = ${found[i]?.[j]}, not ${weight}`);
      },
    ),
    { numRuns: 40 },
  );
});

test('a row keeps its largest weights, as many as asked', () => {
  fc.assert(
    fc.property(likes, fc.integer({ min: 1, max: 14 }), (matrix, top) => {
      const by = sparse(matrix);
      const walk = prepareWalk(transpose(by), by, new Float64Array(by.columns).fill(1), top);
      walkRows(walk);
      const found = written(walked(walk));
      for (const [i, row] of found.entries()) {
        // Quarters: the sums are exact.
        const all = row.map((_, j) =>
          i === j ? 0 : matrix.cells.reduce((sum, cells) => sum + (cells[i] ?? 0) * (cells[j] ?? 0), 0),
        );
        const kept = [...all.keys()].toSorted((a, b) => (all[b] ?? 0) - (all[a] ?? 0)).slice(0, top);
        assert.deepEqual(
          row,
          all.map((weight, j) => (kept.includes(j) ? weight : 0)),
        );
      }
    }),
  );
});

test('the number of threads changes no bit', async () => {
  const random = seededRandom(3);
  const cells = Array.from({ length: 300 }, () => Array.from({ length: 90 }, () => Number(random() < 0.1)));
  const matrix = sparse({ columns: 90, cells });
  const one = await fitRp3beta(matrix, { threads: 1, top: 20 });
  assert.deepEqual(await fitRp3beta(matrix, { threads: 3, top: 20 }), one);
  assert.ok(one.indices.length > 1000 && one.indices.length <= 90 * 20);
});

test('a value that is no like is refused with a sentence', async () => {
  const matrix = sparse({ columns: 2, cells: [[1, -1]] });
  await assert.rejects(fitRp3beta(matrix), /every value of the matrix must be above 0/);
});
