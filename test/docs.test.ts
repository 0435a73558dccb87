import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { commands } from '#cli/main.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const read = (name: string): string => readFileSync(join(root, name), 'utf8');
const mapped = ['bin', 'src', 'test', 'bench', 'starter', 'docs', '.ci'];
const apart = new Set(['bench/data', 'bench/.venv', 'bench/lighthouse/node_modules', 'test/.artefacts']);

/** Every folder with the names of its files, without their last extension when it is the language's. */
function folders(folder: string): [string, string][] {
  if (apart.has(folder)) return [];
  const names = readdirSync(join(root, folder)).sort();
  const isFolder = (name: string): boolean => statSync(join(root, folder, name)).isDirectory();
  const files = names
    .filter((name) => !isFolder(name))
    .map((name) => name.replace(/\.tsx?$/, ''))
    .join(', ');
  return [
    ...(files === '' ? [] : [[folder, files] as [string, string]]),
    ...names.filter(isFolder).flatMap((name) => folders(`${folder}/${name}`)),
  ];
}

test('docs/map.md equals the tree', () => {
  const tree = mapped.flatMap(folders);
  const rows = [...read('docs/map.md').matchAll(/^\| `([^`]+)` \| ([^|]+) \|([^|]*)\|$/gm)].map(
    ([, folder = '', what = '', files = '']) => ({ folder, what: what.trim(), files: files.trim() }),
  );
  if (process.env['UPDATE_MAP'] !== undefined) {
    const known = new Map(rows.map(({ folder, what }) => [folder, what]));
    const table = tree
      .map(([folder, files]) => `| \`${folder}\` | ${known.get(folder) ?? '(say what it is for)'} | ${files} |`)
      .join('\n');
    writeFileSync(
      join(root, 'docs/map.md'),
      read('docs/map.md').replace(/(\|---\|---\|---\|\n)[\s\S]*$/, `$1${table}\n`),
    );
    return;
  }
  assert.deepEqual(
    rows.map(({ folder, files }) => [folder, files]),
    tree,
    'run `UPDATE_MAP=1 npm test` and say what each new folder is for',
  );
  for (const { folder, what } of rows)
    assert.ok(what.length > 8 && !what.startsWith('('), `${folder}: what is it for?`);
});

test('what the documents point to exists', () => {
  for (const page of [
    'README.md',
    ...readdirSync(join(root, 'docs'))
      .filter((name) => name.endsWith('.md'))
      .map((name) => `docs/${name}`),
  ]) {
    for (const [, target = ''] of read(page).matchAll(/\]\((?!https?:)([^)#]+)\)/g))
      assert.ok(existsSync(join(root, page, '..', target)), `${page} points to ${target}`);
    for (const [, path = ''] of read(page).matchAll(/`((?:src|docs|bench|starter|test|bin)\/[\w./-]+)`/g))
      assert.ok(existsSync(join(root, path)), `${page} names ${path}`);
  }
});

test('every command of the documents is a command with those options', async () => {
  for (const page of ['README.md', 'docs/operations.md', 'docs/results.md', 'docs/models.md']) {
    for (const [, name = '', rest = ''] of read(page).matchAll(/\.\/bin\/lanterne ([a-z][a-z-]*)([^`\n]*)/g)) {
      const load = commands[name];
      assert.ok(load !== undefined, `${page}: there is no command ${name}`);
      const { command } = await load();
      for (const [, option = ''] of rest.matchAll(/--([a-z-]+)/g))
        assert.ok(
          option in command.options || ['data', 'json', 'help'].includes(option),
          `${page}: ${name} has no --${option}`,
        );
    }
  }
});

test('the scripts that the README names are in package.json', () => {
  const scripts: unknown = JSON.parse(read('package.json')).scripts;
  assert.ok(typeof scripts === 'object' && scripts !== null);
  for (const [, name = ''] of read('README.md').matchAll(/npm run ([\w:-]+)/g)) assert.ok(name in scripts, name);
  assert.ok('start' in scripts && 'test' in scripts);
});

test('decisions are numbered and have a status', () => {
  const files = readdirSync(join(root, 'docs/decisions')).sort();
  for (const [place, file] of files.entries()) {
    assert.equal(Number(basename(file).slice(0, 3)), place + 1, file);
    assert.match(read(`docs/decisions/${file}`), /\*\*Status\*\*: (accepted|superseded|proposed)/, file);
  }
});

test('no file carries a path of a machine or the host of a registry', () => {
  const wrong = mapped
    .flatMap(folders)
    .flatMap(([folder]) => readdirSync(join(root, folder)).map((name) => `${folder}/${name}`))
    .filter(
      (name) =>
        statSync(join(root, name)).isFile() &&
        /\.(ts|tsx|mjs|md|sql|json|css|py)$/.test(name) &&
        name !== 'test/docs.test.ts',
    )
    .filter((name) =>
      /\/(root|home|work|Users)\/\w+|registry\.npmjs|https?:\/\/(localhost|127)[^\s'"`]*\/-\//.test(read(name)),
    );
  assert.deepEqual(wrong, []);
  assert.doesNotMatch(read('package-lock.json'), /"resolved"/);
});

test('every setting is in the table of docs/operations.md', () => {
  const settings = [...read('src/config.ts').matchAll(/^ {2}\w+: '([A-Z_]+)',$/gm)].map(([, name = '']) => name);
  assert.ok(settings.length > 20);
  const table = read('docs/operations.md')
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .join('\n');
  for (const name of settings) assert.ok(table.includes(`\`${name}\``), `${name} is not explained`);
});
