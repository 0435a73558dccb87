import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { LanterneError } from '#errors.ts';
import { measureCommand } from '../../bench/build/measure.ts';
import { formatBuildReport, median } from '../../bench/build/report.ts';
import { runBuildBench } from '../../bench/build/run.ts';

let folder = '';

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lanterne-build-'));
});

after(() => rm(folder, { recursive: true }));

test('a stand-in for the build is measured beside zcat, and its folder is removed', async () => {
  const standIn = [
    process.execPath,
    '-e',
    'require("fs").writeFileSync(process.argv[2] + "/x", process.argv[1])',
    '{imdb}',
    '{data}',
  ];
  const out = join(folder, 'dumps');
  const report = await runBuildBench({
    scale: 0.0002,
    out,
    rounds: 2,
    command: standIn,
    python: join(folder, 'no-python'),
  });
  assert.equal(report.rounds.length, 2);
  assert.equal(report.pandas, 'not installed');
  assert.deepEqual(await readdir(folder), ['dumps']);
  assert.equal(report.ratio, median(report.rounds.map((round) => round.buildSeconds / round.zcatSeconds)));
  const text = formatBuildReport(report);
  for (const { file } of report.files) assert.ok(text.includes(file));
  assert.equal(report.files.length, 7);
});

test('a command that fails is reported with what it said', async () => {
  const failing = [process.execPath, '-e', 'console.error("no room left"); process.exit(3)'];
  await assert.rejects(measureCommand(failing), (error) => {
    return error instanceof LanterneError && error.message.includes('no room left') && error.message.includes('3');
  });
  await assert.rejects(measureCommand([join(folder, 'absent')]), LanterneError);
});

test(
  'peak memory counts the children of the process',
  { skip: !existsSync('/proc/self/status') && 'no /proc here' },
  async () => {
    const hold = 'const held = Buffer.alloc(150e6, 1); setTimeout(() => held.length, 1500)';
    const parent = `require("child_process").execFileSync(process.execPath, ["-e", ${JSON.stringify(hold)}])`;
    const { memory } = await measureCommand([process.execPath, '-e', parent]);
    assert.ok((memory.largest ?? 0) > 150);
    assert.ok((memory.tree ?? 0) > (memory.largest ?? 0));
  },
);

test('the median of an even number of values is the mean of the middle two', () => {
  assert.equal(median([4, 1, 3]), 3);
  assert.equal(median([4, 1, 3, 2]), 2.5);
});
