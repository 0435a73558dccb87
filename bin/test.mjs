// Runs the tests on the pinned Node: every test/**/*.test.ts(x), or the files given.
import { spawnSync } from 'node:child_process';
import { globSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { root } from './setup.mjs';

const given = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const flags = process.argv.slice(2).filter((argument) => argument.startsWith('--'));
const files = given.length > 0 ? given : globSync('test/**/*.test.{ts,tsx}', { cwd: root }).sort();
const run = spawnSync(
  process.execPath,
  [
    '--disable-warning=ExperimentalWarning',
    '--import',
    join(root, 'src/cli/jsx-hook.ts'),
    '--test',
    `--test-concurrency=${Math.min(2, availableParallelism())}`,
    ...flags,
    ...files,
  ],
  { cwd: root, stdio: 'inherit', env: { ...process.env, TZ: 'Europe/Paris' } },
);
process.exit(run.status ?? 1);
