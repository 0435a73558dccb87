// Installs what is missing, with the Node that happens to be there (20 or later). Plain JavaScript: it runs before TypeScript can.
import { spawnSync } from 'node:child_process';
import { existsSync, lstatSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));
// the names under which the binaries of Node are published; each is of one system, and npm installs the one of this
const system = process.platform === 'win32' ? 'win' : process.platform;
const nodePackage = `${system === 'darwin' && process.arch === 'arm64' ? 'node-bin' : 'node'}-${system}-${process.arch}`;
export const pinnedNode = join(root, 'node_modules', nodePackage, 'bin', system === 'win' ? 'node.exe' : 'node');

/**
 * True when `node_modules` holds, at the same versions, the packages of the lock file that are not for other systems: all of them, or, when `serving`,
 * those without which the site is not served.
 */
export function installed({ serving = false } = {}) {
  const hidden = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(hidden) || !existsSync(pinnedNode)) return false;
  const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
  const present = JSON.parse(readFileSync(hidden, 'utf8')).packages;
  return Object.entries(wanted).every(
    ([path, entry]) =>
      path === '' ||
      (entry.optional && path !== `node_modules/${nodePackage}`) ||
      (serving && (entry.dev || entry.devOptional)) ||
      present[path]?.version === entry.version,
  );
}

/**
 * Installs the packages of the lock file when they are not there; says so on standard error. To serve, a third fewer are needed: the rest is added when
 * tests or benchmarks first ask for it, beside a server that may be running.
 */
export function setup({ serving = false } = {}) {
  if (installed({ serving })) return;
  if (lstatSync(join(root, 'node_modules'), { throwIfNoEntry: false })?.isSymbolicLink()) {
    process.stderr.write('lanterne: node_modules is a link to packages that are not those of package-lock.json.\n');
    process.exit(1);
  }
  process.stderr.write('lanterne: installing the packages of package-lock.json (once)…\n');
  const how = !serving && installed({ serving: true }) ? ['install', '--no-save'] : ['ci'];
  const which = [serving ? '--omit=dev' : '--include=dev', '--include=optional'];
  const run = spawnSync('npm', [...how, ...which, '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  if (run.status !== 0 || !installed({ serving })) {
    process.stderr.write('lanterne: `npm ci` failed; run it by hand to see why, then try again.\n');
    process.exit(1);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) setup({ serving: process.argv.includes('--serving') });
