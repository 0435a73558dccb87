import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import * as fc from 'fast-check';
import { gemm } from '#kernels/gemm.ts';
import { createPool, type Pool } from '#kernels/pool.ts';
import { seededRandom } from '#kernels/random.ts';

// One pool of each kind: the kernels with fused multiply-add and those without must agree with the same oracle.
const pools = [createPool({ threads: 1 }), createPool({ threads: 3 }), createPool({ threads: 2, fused: false })];
after(() => Promise.all(pools.map((pool) => pool[Symbol.asyncDispose]())));

interface Product {
  readonly m: number;
  readonly n: number;
  readonly k: number;
  readonly transposeA: boolean;
  readonly transposeB: boolean;
  readonly alpha: number;
  readonly beta: number;
  readonly lower: boolean;
  readonly padding: number;
  readonly seed: number;
}

const size = fc.oneof(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 90 }));
const product: fc.Arbitrary<Product> = fc.record({
  m: size,
  n: size,
  k: size,
  transposeA: fc.boolean(),
  transposeB: fc.boolean(),
  alpha: fc.constantFrom(1, -1, 0.5),
  beta: fc.constantFrom(0, 1, -2),
  lower: fc.boolean(),
  padding: fc.nat(3),
  seed: fc.nat(),
});
const plain = {
  transposeA: false,
  transposeB: false,
  alpha: 1,
  beta: 0,
  lower: false,
  padding: 0,
  seed: 7,
};

test('C = alpha·op(A)·op(B) + beta·C, as the three loops in 64 bits; the padding of a row is not touched', async () => {
  await fc.assert(
    fc.asyncProperty(product, fc.constantFrom(...pools), (shape, pool) => agrees(pool, shape)),
    { numRuns: 150 },
  );
});

test('several tiles and several depths', async () => {
  for (const pool of pools) {
    await agrees(pool, { ...plain, m: 397, n: 20, k: 530 });
    await agrees(pool, { ...plain, m: 131, n: 197, k: 257, transposeB: true, beta: 1, lower: true });
    await agrees(pool, { ...plain, m: 11, n: 801, k: 300, transposeA: true, alpha: -1 });
  }
});

test('with beta 0, what C held is not read, not even NaN', async () => {
  for (const pool of pools) {
    const [a, b, c] = [pool.floats(6).fill(1), pool.floats(6).fill(2), pool.floats(4).fill(Number.NaN)];
    await gemm(pool, { m: 2, n: 2, k: 3, a, b, c });
    assert.deepEqual([...c], [6, 6, 6, 6]);
  }
});

test('the number of threads changes no bit', async () => {
  const [one, three] = pools;
  assert.ok(one !== undefined && three !== undefined);
  const results = [];
  for (const pool of [one, three]) {
    const [a, b, c] = [pool.floats(150 * 400), pool.floats(400 * 170), pool.floats(150 * 170)];
    fill(a, 1);
    fill(b, 2);
    await gemm(pool, { m: 150, n: 170, k: 400, a, b, c });
    results.push([...c]);
    for (const array of [a, b, c]) pool.free(array);
  }
  assert.deepEqual(results[0], results[1]);
});

test('an array too short, a row too narrow, or an array from elsewhere is refused with a sentence', async () => {
  const [pool] = pools;
  assert.ok(pool !== undefined);
  const [a, b, c] = [pool.floats(6), pool.floats(6), pool.floats(4)];
  const job = { m: 2, n: 2, k: 3, a, b, c };
  await assert.rejects(gemm(pool, { ...job, a: a.subarray(1) }), /A of 2 x 3, 3 values a row, needs an array of 6/);
  await assert.rejects(gemm(pool, { ...job, ldc: 1 }), /rows of at least 2/);
  await assert.rejects(gemm(pool, { ...job, k: 1.5 }), /not whole numbers/);
  await assert.rejects(gemm(pool, { ...job, a: new Float32Array(6) }), /outside the kernels' memory/);
});

async function agrees(pool: Pool, shape: Product): Promise<void> {
  const { m, n, k, transposeA, transposeB, alpha, beta, lower, padding } = shape;
  const [lda, ldb, ldc] = [(transposeA ? m : k) + padding, (transposeB ? k : n) + padding, n + padding];
  const a = pool.floats((transposeA ? k : m) * lda);
  const b = pool.floats((transposeB ? n : k) * ldb);
  const c = pool.floats(m * ldc);
  for (const [at, array] of [a, b, c].entries()) fill(array, shape.seed + at);
  const before = c.slice();
  await gemm(pool, { m, n, k, a, lda, transposeA, b, ldb, transposeB, c, ldc, alpha, beta, lower });
  const tolerance = 1e-6 * (k + 4);
  for (let i = 0; i < m; i++) {
    for (let j = 0; j < ldc; j++) {
      if (lower && j > i && j < n) continue;
      let sum = 0;
      const inner = j < n ? k : 0;
      for (let l = 0; l < inner; l++) {
        sum += (a[transposeA ? l * lda + i : i * lda + l] ?? 0) * (b[transposeB ? j * ldb + l : l * ldb + j] ?? 0);
      }
      const held = before[i * ldc + j] ?? 0;
      const expected = j < n ? alpha * sum + beta * held : held;
      const actual = c[i * ldc + j] ?? Number.NaN;
      assert.ok(Math.abs(actual - expected) <= tolerance, `C[${i}][${j}] = ${actual}, expected ${expected}`);
    }
  }
  for (const array of [a, b, c]) pool.free(array);
}

function fill(array: Float32Array, seed: number): void {
  const random = seededRandom(seed);
  for (let at = 0; at < array.length; at++) array[at] = 2 * random() - 1;
}

test('the wide kernels give the same bits as the others', async () => {
  await using wide = createPool({ threads: 2, wide: true });
  await using narrow = createPool({ threads: 1, wide: false });
  const random = seededRandom(12);
  for (const [m, n, k] of [
    [7, 17, 5],
    [96, 200, 300],
    [130, 31, 64],
    [500, 700, 513],
  ] as const) {
    for (const [transposeA, transposeB, lower] of [
      [false, false, false],
      [true, true, false],
      [false, true, true],
    ] as const) {
      if (lower && m > n) continue;
      const [a, b, c] = [m * k, k * n, m * n].map((length) => Float32Array.from({ length }, () => random() - 0.5));
      const results: Float32Array[] = [];
      for (const used of [wide, narrow]) {
        const [x, y, z] = [a, b, c].map((array) => {
          const copy = used.floats(array?.length ?? 0);
          copy.set(array ?? []);
          return copy;
        });
        assert.ok(x && y && z);
        // Often enough for the runtime to optimise.
        for (let turn = 0; turn < 4; turn++) {
          z.set(c ?? []);
          await gemm(used, { m, n, k, a: x, b: y, c: z, transposeA, transposeB, lower, alpha: -0.5, beta: 1 });
        }
        if (lower) for (let i = 0; i < m; i++) z.fill(0, i * n + i + 1, (i + 1) * n);
        results.push(z.slice());
      }
      assert.deepEqual(results[0], results[1], `${m} x ${n} x ${k}`);
    }
  }
});
