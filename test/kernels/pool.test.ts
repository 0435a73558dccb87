import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { test } from 'node:test';
import { createPool } from '#kernels/pool.ts';

const pools = JSON.stringify(join(import.meta.dirname, '..', '..', 'src', 'kernels', 'pool.ts'));
const use = 'const a = pool.floats(4); a.fill(1); await pool.run("mirror", a, 2, 2); console.log(a.join(" "));';

function runScript(script: string): string {
  const code = `import { createPool } from ${pools}; ${script}`;
  return execFileSync(process.execPath, ['--input-type=module', '--eval', code], { encoding: 'utf8', timeout: 15_000 });
}

test('a pool lets the process end, disposed or forgotten, used or not', () => {
  assert.equal(runScript(`await using pool = createPool({ threads: 2 }); ${use}`), '2 2 2 2\n');
  assert.equal(runScript(`const pool = createPool({ threads: 2 }); ${use}`), '2 2 2 2\n');
  assert.equal(runScript('createPool({ threads: 2 });'), '');
});

test('a call that runs keeps the process alive until it is answered', () => {
  assert.equal(
    runScript(
      'const pool = createPool({ threads: 1 }); pool.run("mirror", pool.floats(9e6), 3000, 1).then(() => console.log("done"));',
    ),
    'done\n',
  );
});

test('calls made at once wait for one another, each by all threads', async () => {
  await using pool = createPool({ threads: 3 });
  const arrays = Array.from({ length: 20 }, (_, k) => pool.floats(200 * 200).fill(k));
  const answers = await Promise.all(arrays.map((array) => pool.run('mirror', array, 200, -1)));
  assert.ok(answers.every((answer) => answer.length === 3));
  for (const [k, array] of arrays.entries()) assert.ok(array.every((value) => value === -k));
});

test('a closed pool refuses to run', async () => {
  const pool = createPool({ threads: 1 });
  const array = pool.floats(1);
  await pool[Symbol.asyncDispose]();
  await assert.rejects(pool.run('mirror', array, 1, 1), /closed/);
});

test('a pool closed during a call refuses that call, and those after it', async () => {
  const pool = createPool({ threads: 2 });
  const array = pool.floats(9e6);
  const calls = [pool.run('mirror', array, 3000, 1), pool.run('mirror', array, 3000, 1)];
  const outcomes = Promise.allSettled(calls);
  await new Promise((resolve) => setTimeout(resolve, 1));
  await pool[Symbol.asyncDispose]();
  assert.deepEqual(
    (await outcomes).map(({ status }) => status),
    ['rejected', 'rejected'],
  );
});

test('a call that fails says why, and the pool goes on', async () => {
  await using pool = createPool({ threads: 2 });
  const array = pool.floats(4).fill(3);
  await assert.rejects(
    pool.run('mirror', array, 1 << 20, 1),
    /The kernel mirror failed: RuntimeError: memory access out of bounds/,
  );
  const other = pool.floats(4).fill(3);
  await pool.run('mirror', other, 2, 2);
  assert.deepEqual([...other], [6, 6, 6, 6]);
});

test('memory given back is used again, zeroed, and neighbours merge', async () => {
  await using pool = createPool({ threads: 1 });
  const [first, second, third] = [pool.floats(100).fill(1), pool.floats(100).fill(2), pool.integers(100).fill(3)];
  pool.free(first);
  pool.free(second);
  const merged = pool.floats(200);
  assert.equal(merged.byteOffset, first.byteOffset);
  assert.ok(merged.every((value) => value === 0));
  assert.ok(third.every((value) => value === 3));
  assert.throws(() => pool.free(merged.subarray(1)), /not allocated here/);
  pool.free(merged);
  assert.throws(() => pool.free(merged), /given back before/);
});

test('arrays from before the memory grew stay in use', async () => {
  await using pool = createPool({ threads: 1 });
  const early = pool.floats(4).fill(5);
  pool.floats(3e6);
  await pool.run('mirror', early, 2, 2);
  assert.deepEqual([...early], [10, 10, 10, 10]);
});

test('what cannot be held, or lies elsewhere, is refused with a sentence', async () => {
  await using pool = createPool({ threads: 1 });
  await using other = createPool({ threads: 1 });
  assert.throws(() => pool.floats(1.2e9), /need \d+ MB of shared memory/);
  assert.equal(pool.floats(3)[0], 0);
  assert.throws(() => pool.run('mirror', new Float32Array(4), 2, 1), /outside the kernels' memory/);
  assert.throws(() => pool.run('mirror', other.floats(4), 2, 1), /outside the kernels' memory/);
  assert.throws(() => createPool({ threads: 0 }), /1 thread or more/);
});
