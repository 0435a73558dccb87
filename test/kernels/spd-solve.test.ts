import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import * as fc from 'fast-check';
import { gemm, type MatMul } from '#kernels/gemm.ts';
import { createPool } from '#kernels/pool.ts';
import { seededRandom } from '#kernels/random.ts';
import { spdSolve } from '#kernels/spd-solve.ts';
import { gaussian } from './matrices.ts';

const pool = createPool({ threads: 2 });
after(() => pool[Symbol.asyncDispose]());

interface System {
  readonly n: number;
  readonly m: number;
  readonly matrix: number[][];
  readonly sides: number[][];
}

/** M·M' + a diagonal, in quarters, and as many right-hand sides as asked. */
function system(n: number, m: number, seed: number): System {
  const random = seededRandom(seed);
  const quarter = (): number => Math.round(8 * random() - 4) / 4;
  const half = Array.from({ length: n }, () => Array.from({ length: 5 }, quarter));
  const matrix = half.map((a, i) =>
    half.map((b, j) => a.reduce((sum, value, at) => sum + value * (b[at] ?? 0), i === j ? 4 : 0)),
  );
  return { n, m, matrix, sides: Array.from({ length: n }, () => Array.from({ length: m }, quarter)) };
}

async function solved(
  { n, m, matrix, sides }: System,
  options: Parameters<typeof spdSolve>[2] = {},
  used = pool,
): Promise<Float32Array> {
  const [a, b] = [used.floats(n * n), used.floats(n * m)];
  // Only the lower triangle may be read.
  for (const [i, row] of matrix.entries())
    for (let j = 0; j < n; j++) a[i * n + j] = j <= i ? (row[j] ?? 0) : Number.NaN;
  b.set(sides.flat());
  try {
    await spdSolve(used, { a, n, b, m }, options);
    return b.slice();
  } finally {
    for (const array of [a, b]) used.free(array);
  }
}

test('solves as elimination does, whatever the sizes and the blocks', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 40 }),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 50 }),
      fc.nat(),
      async (n, m, blockSize, seed) => {
        const asked = system(n, m, seed);
        const found = await solved(asked, { blockSize });
        for (let c = 0; c < m; c++) {
          const side = asked.sides.map((row) => row[c] ?? 0);
          for (const [i, x] of gaussian(asked.matrix, side).entries())
            assert.ok(Math.abs((found[i * m + c] ?? Number.NaN) - x) < 2e-5, `row ${i}, column ${c}`);
        }
      },
    ),
    { numRuns: 60 },
  );
});

test('A·X = B beyond one block', async () => {
  for (const n of [255, 256, 257, 600]) {
    const asked = system(n, 3, n);
    const x = await solved(asked);
    for (let c = 0; c < 3; c++)
      for (let i = 0; i < n; i++) {
        let left = -(asked.sides[i]?.[c] ?? 0);
        for (let j = 0; j < n; j++) left += (asked.matrix[i]?.[j] ?? 0) * (x[j * 3 + c] ?? 0);
        assert.ok(Math.abs(left) < 2e-4, `n = ${n}, row ${i}: ${left}`);
      }
  }
});

test('a matrix that is not positive definite is refused, and B is left as it was', async () => {
  const a = pool.floats(9);
  const b = pool.floats(3);
  a.set([1, 0, 0, 0, 2, 0, 0, 0, -1]);
  b.set([1, 2, 3]);
  await assert.rejects(spdSolve(pool, { a, n: 3, b, m: 1 }), /not positive definite: row 2 of 3/);
  assert.deepEqual([...b], [1, 2, 3]);
  await assert.rejects(spdSolve(pool, { a, n: 4, b, m: 1 }), /takes 16 and 4 values; there are 9 and 3/);
  await spdSolve(pool, { a, n: 0, b, m: 1 });
});

test('the same bits whatever the number of threads, and any matrix product may stand in', async () => {
  await using alone = createPool({ threads: 1 });
  const asked = system(300, 40, 9);
  const found = await solved(asked);
  assert.deepEqual(await solved(asked, {}, alone), found);
  const plain: MatMul = (used, job) => gemm(used, { ...job, lower: false });
  assert.deepEqual(await solved(asked, { multiply: plain }), found);
});
