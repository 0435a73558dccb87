import assert from 'node:assert/strict';
import { test } from 'node:test';
import { runLanterne } from '../helpers/run-lanterne.ts';

const small = ['bench', 'kernels', '--sizes', '32', '--viewers', '40', '--films', '20', '--python', 'no-such-python'];

test('bench kernels measures each task; without NumPy there is no peer', async () => {
  const { code, out, err } = await runLanterne([...small, '--json']);
  assert.equal(code, 0, err);
  const report = JSON.parse(out);
  assert.deepEqual(
    report.measures.map(({ task, peer }: { task: string; peer: unknown }) => [task, peer]),
    [
      ['gemm', null],
      ['inverse', null],
      ['gram', null],
    ],
  );
  for (const { ours } of report.measures) assert.ok(ours.seconds > 0 && ours.cpuSeconds >= 0);
});

test('as text it is a table on standard output, and a size that is none is refused', async () => {
  const { code, out } = await runLanterne(small);
  assert.equal(code, 0);
  assert.match(out, /\| task \| n \|[\s\S]*\| gram \| 20 \|.*NumPy and SciPy not installed/);
  const refused = await runLanterne(['bench', 'kernels', '--sizes', '3,a']);
  assert.equal(refused.code, 2);
  assert.match(refused.err, /--sizes is whole numbers/);
});
