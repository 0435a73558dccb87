// Runs the tests on the pinned Node: every test/**/*.test.ts(x), or the files given. Plain JavaScript for Node 20, as setup.mjs.
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { pinnedNode, root, setup } from './setup.mjs';

setup();
const given = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const flags = process.argv.slice(2).filter((argument) => argument.startsWith('--'));
const all = readdirSync(join(root, 'test'), { recursive: true }).map((name) => join('test', String(name)));
const files = given.length > 0 ? given : all.filter((name) => /\.test\.tsx?$/.test(name)).sort();
const run = spawnSync(
  pinnedNode,
  [
    '--disable-warning=ExperimentalWarning',
    '--import',
    join(root, 'src/cli/jsx-hook.ts'),
    '--test',
    `--test-concurrency=${Math.min(2, availableParallelism())}`,
    ...flags,
    ...files,
  ],
  // each file is a process of its own, and so is many a command in it: what one has compiled the others need not
  {
    cwd: root,
    stdio: 'inherit',
    env: { NODE_COMPILE_CACHE: join(root, 'node_modules/.cache/compiled'), ...process.env, TZ: 'Europe/Paris' },
  },
);
process.exit(run.status ?? 1);
