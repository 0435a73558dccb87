import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import * as fc from 'fast-check';
import { openAccelerator } from '#kernels/accelerator.ts';
import { gemm, type MatMulJob } from '#kernels/gemm.ts';
import { gemmModel } from '#kernels/onnx-model.ts';
import { createPool } from '#kernels/pool.ts';
import { seededRandom } from '#kernels/random.ts';
import { spdInverse } from '#kernels/spd-inverse.ts';

const pool = createPool({ threads: 2 });
const accelerator = await openAccelerator({ asked: 'auto', threads: 2 });
const skip =
  accelerator === undefined &&
  'skipped: onnxruntime-node is not installed (LANTERNE_ONNX may name the node_modules that holds it)';
after(async () => {
  await accelerator?.[Symbol.asyncDispose]();
  await pool[Symbol.asyncDispose]();
});

function filled(length: number, random: () => number): Float32Array {
  const array = pool.floats(length);
  for (let at = 0; at < length; at++) array[at] = 2 * random() - 1;
  return array;
}

const largest = (values: Float32Array): number => values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);

/** Fails when two arrays differ by more than 1e-5 of the largest value; above the diagonal nothing is compared when the lower triangle was asked. */
function assertAgree(found: Float32Array, expected: Float32Array, ld: number, lower: boolean): void {
  const tolerance = 1e-5 * Math.max(1, largest(expected));
  for (const [at, value] of expected.entries()) {
    if (lower && at % ld > Math.floor(at / ld)) continue;
    assert.ok(Math.abs((found[at] ?? Number.NaN) - value) <= tolerance, `at ${at}: ${found[at]}, ours ${value}`);
  }
}

test('it is asked for, or it is not there', async () => {
  assert.equal(await openAccelerator({ asked: 'off' }), undefined);
  const nowhere = '/nowhere/node_modules';
  assert.equal(await openAccelerator({ asked: 'auto', modules: nowhere }), undefined);
  await assert.rejects(openAccelerator({ asked: 'onnx', modules: nowhere }), /does not load\. Install it/);
});

test('the model is a protocol buffer of about a hundred bytes that names its operator', () => {
  const model = gemmModel(true, false);
  assert.ok(model.length < 160, `${model.length} bytes`);
  assert.match(Buffer.from(model).toString('latin1'), /Gemm[\s\S]*transA[\s\S]*transB/);
});

test('products agree with ours within 1e-5, on generated shapes', { skip }, async () => {
  assert.ok(accelerator !== undefined);
  const size = fc.integer({ min: 0, max: 70 });
  const shape = fc.record({
    m: fc.oneof(size, fc.constant(530)),
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
  await fc.assert(
    fc.asyncProperty(shape, async ({ padding, seed, ...given }) => {
      const { m, n, k, transposeA, transposeB, lower } = given;
      const [lda, ldb, ldc] = [(transposeA ? m : k) + padding, (transposeB ? k : n) + padding, n + padding];
      const random = seededRandom(seed);
      const a = filled((transposeA ? k : m) * lda, random);
      const b = filled((transposeB ? n : k) * ldb, random);
      const c = filled(m * ldc, random);
      const other = pool.floats(c.length);
      other.set(c);
      const job: MatMulJob = { ...given, a, lda, b, ldb, c, ldc };
      await gemm(pool, job);
      await accelerator.multiply(pool, { ...job, c: other });
      assertAgree(other, c, ldc, lower);
      for (const array of [a, b, c, other]) pool.free(array);
    }),
    { numRuns: 80 },
  );
});

test('the inverse of a symmetric matrix agrees with ours within 1e-5', { skip }, async () => {
  assert.ok(accelerator !== undefined);
  const n = 700;
  const half = filled(n * 64, seededRandom(4));
  const [ours, other] = [pool.floats(n * n), pool.floats(n * n)];
  await gemm(pool, { m: n, n, k: 64, a: half, b: half, transposeB: true, c: ours });
  for (let i = 0; i < n; i++) ours[i * n + i] = (ours[i * n + i] ?? 0) + 20;
  other.set(ours);
  await spdInverse(pool, ours, n);
  await spdInverse(pool, other, n, { multiply: accelerator.multiply });
  const tolerance = 1e-5 * largest(ours);
  for (const [at, value] of ours.entries())
    assert.ok(Math.abs((other[at] ?? Number.NaN) - value) <= tolerance, `at ${at}: ${other[at]}, ours ${value}`);
});

test('an array too short is refused as ours refuses it', { skip }, async () => {
  assert.ok(accelerator !== undefined);
  const [a, b, c] = [pool.floats(5), pool.floats(6), pool.floats(4)];
  await assert.rejects(accelerator.multiply(pool, { m: 2, n: 2, k: 3, a, b, c }), /A of 2 x 3/);
});
