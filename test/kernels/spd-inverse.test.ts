import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import * as fc from 'fast-check';
import { gemm, type MatMul } from '#kernels/gemm.ts';
import { createPool } from '#kernels/pool.ts';
import { seededRandom } from '#kernels/random.ts';
import { spdInverse } from '#kernels/spd-inverse.ts';
import { orthonormalise } from '#kernels/subspace.ts';

const pool = createPool({ threads: 2 });
after(() => pool[Symbol.asyncDispose]());

/** A = Q·diag(d)·Q' with known eigenvalues, from 1 to `condition` on a logarithmic scale: its inverse is Q·diag(1/d)·Q'. */
function known(n: number, condition: number, seed: number): { matrix: Float64Array; inverse: Float64Array } {
  const random = seededRandom(seed);
  const basis = Float32Array.from({ length: n * n }, () => random() + random() + random() - 1.5);
  for (let turn = 0; turn < 2; turn++) orthonormalise(basis, n, n);
  const value = (e: number): number => condition ** (n === 1 ? 1 : e / (n - 1));
  const product = (weight: (e: number) => number): Float64Array => {
    const out = new Float64Array(n * n);
    for (let i = 0; i < n; i++) {
      for (let j = 0; j <= i; j++) {
        let sum = 0;
        for (let e = 0; e < n; e++) sum += (basis[i * n + e] ?? 0) * weight(e) * (basis[j * n + e] ?? 0);
        out[i * n + j] = sum;
        out[j * n + i] = sum;
      }
    }
    return out;
  };
  return { matrix: product(value), inverse: product((e) => 1 / value(e)) };
}

const diagonal = (...values: number[]): number[] =>
  values.flatMap((value, i) => values.map((_, j) => (i === j ? value : 0)));

const largest = (values: ArrayLike<number>): number =>
  Array.from(values).reduce((most, v) => Math.max(most, Math.abs(v)), 0);
const distance = (a: ArrayLike<number>, b: ArrayLike<number>): number =>
  largest(Array.from(a, (value, at) => value - (b[at] ?? Number.NaN)));

/** max |A·P - I| in 64 bits. */
function residual(matrix: ArrayLike<number>, inverse: ArrayLike<number>, n: number): number {
  let most = 0;
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      let sum = i === j ? -1 : 0;
      for (let k = 0; k < n; k++) sum += (matrix[i * n + k] ?? 0) * (inverse[k * n + j] ?? 0);
      most = Math.max(most, Math.abs(sum));
    }
  }
  return most;
}

async function inverted(
  matrix: ArrayLike<number>,
  n: number,
  options: Parameters<typeof spdInverse>[3] = {},
): Promise<Float32Array> {
  const array = pool.floats(n * n);
  array.set(matrix);
  // Only the lower triangle may be read.
  for (let i = 0; i < n; i++) array.fill(Number.NaN, i * n + i + 1, (i + 1) * n);
  try {
    await spdInverse(pool, array, n, options);
    return array.slice();
  } finally {
    pool.free(array);
  }
}

test('A·A⁻¹ = I at every size, multiples of the block or not', async () => {
  for (const n of [1, 2, 3, 7, 63, 64, 65, 130, 193, 257]) {
    const { matrix, inverse } = known(n, 50, n);
    const found = await inverted(matrix, n);
    assert.ok(residual(matrix, found, n) < 2e-5, `n = ${n}: ${residual(matrix, found, n)}`);
    assert.ok(distance(found, inverse) < 1e-5, `n = ${n}`);
    for (let i = 0; i < n; i++) for (let j = 0; j < i; j++) assert.equal(found[i * n + j], found[j * n + i]);
  }
});

test('any block size gives the same inverse', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 60 }),
      fc.integer({ min: 1, max: 70 }),
      fc.constantFrom(1, 10, 1000),
      fc.nat(),
      async (n, blockSize, condition, seed) => {
        const { matrix, inverse } = known(n, condition, seed);
        const error = distance(await inverted(matrix, n, { blockSize }), inverse);
        assert.ok(error < 2e-6 * condition, `n = ${n}, blocks of ${blockSize}, condition ${condition}: ${error}`);
      },
    ),
    { numRuns: 60 },
  );
});

test('up to a condition number of 1e5 the error stays that of 32-bit numbers: relative, below condition x 2⁻²³', async (t) => {
  for (const condition of [10, 1e3, 1e5]) {
    const n = 200;
    const { matrix, inverse } = known(n, condition, 11);
    const found = await inverted(matrix, n);
    const relative = distance(found, inverse) / largest(inverse);
    t.diagnostic(
      `condition ${condition}: max|AP - I| = ${residual(matrix, found, n).toExponential(1)}, max|P - A⁻¹| / max|A⁻¹| = ${relative.toExponential(1)}`,
    );
    assert.ok(relative < condition * 2 ** -23, `condition ${condition}: ${relative}`);
  }
});

test('a Gram matrix plus a diagonal of very different sizes, as a recommender has', async () => {
  const n = 150;
  const random = seededRandom(5);
  const matrix = new Float64Array(n * n);
  for (let viewer = 0; viewer < 400; viewer++) {
    const liked = Array.from({ length: n }, (_, j) => j).filter((j) => random() < 0.6 / (1 + j / 8));
    for (const i of liked) for (const j of liked) matrix[i * n + j] = (matrix[i * n + j] ?? 0) + 1;
  }
  for (let i = 0; i < n; i++) matrix[i * n + i] = 1.5 * (matrix[i * n + i] ?? 0) + 5;
  assert.ok(residual(matrix, await inverted(matrix, n, { blockSize: 40 }), n) < 1e-4);
});

test('a matrix that is not positive definite is refused with a sentence that names the row', async () => {
  await assert.rejects(inverted(diagonal(1, 2, -1), 3), /not positive definite: row 2 of 3 .*larger regularisation/);
  await assert.rejects(inverted(diagonal(1, 0, 1), 3, { blockSize: 1 }), /row 1 of 3/);
  await assert.rejects(inverted(diagonal(1, Number.NaN), 2), /row 1 of 2/);
  await assert.rejects(inverted(diagonal(1, Number.POSITIVE_INFINITY), 2), /row 1 of 2/);
  await assert.rejects(inverted([1, 1, 1, 1], 2), /row 1 of 2/);
  await assert.rejects(spdInverse(pool, pool.floats(8), 3), /needs 9 values; there are 8/);
  await spdInverse(pool, pool.floats(0), 0);
});

test('a singular matrix of many rows is refused too: rounding does not pass for a pivot', async () => {
  const n = 120;
  const { matrix } = known(n, 10, 3);
  // The last row and column repeat the first.
  for (let i = 0; i < n; i++) matrix[i * n + n - 1] = matrix[i * n] ?? 0;
  for (let j = 0; j < n; j++) matrix[(n - 1) * n + j] = matrix[j] ?? 0;
  matrix[n * n - 1] = matrix[0] ?? 0;
  await assert.rejects(inverted(matrix, n, { blockSize: 200 }), /row 119 of 120/);
});

test('another matrix product may stand in for ours, and every product goes through it', async () => {
  let operations = 0;
  const counted: MatMul = (used, job) => {
    operations += 2 * job.m * job.n * job.k;
    return gemm(used, { ...job, lower: false });
  };
  const { matrix, inverse } = known(200, 10, 4);
  assert.ok(distance(await inverted(matrix, 200, { multiply: counted, blockSize: 50 }), inverse) < 1e-5);
  assert.ok(operations >= 2 * 200 ** 3);
});

test('the same matrix gives the same bits, whatever the number of threads', async () => {
  await using alone = createPool({ threads: 1 });
  const { matrix } = known(200, 100, 6);
  const array = alone.floats(200 * 200);
  array.set(matrix);
  await spdInverse(alone, array, 200);
  assert.deepEqual(array.slice(), await inverted(matrix, 200));
});
