import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { errorRegistry, fault, LanterneError } from '#errors.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const documented = [...readFileSync(join(root, 'docs/errors.md'), 'utf8').matchAll(/^### `([A-Z0-9_]+)`/gm)].map(
  ([, code = '']) => code,
);

test('every code is explained in docs/errors.md, and nothing else is', () => {
  assert.deepEqual(documented.toSorted(), Object.keys(errorRegistry).toSorted());
});

test('every code is raised somewhere', () => {
  const code = readdirSync(join(root, 'src'), { recursive: true })
    .map(String)
    .filter((name) => /\.tsx?$/.test(name) && name !== 'errors.ts' && !name.startsWith('errors/'))
    .map((name) => readFileSync(join(root, 'src', name), 'utf8'))
    .join('\n');
  assert.deepEqual(
    Object.keys(errorRegistry).filter((name) => !code.includes(`'${name}'`)),
    [],
  );
});

test('every sentence is a sentence that says what to do', () => {
  for (const [code, { sentence }] of Object.entries(errorRegistry))
    assert.match(sentence, /^[A-Z“{].*[.?…]$|^\{problem\} Run/s, code);
});

test('values are filled in, the rest is left as it stands, and the cause is kept', () => {
  const cause = new Error('below');
  const error = fault('FILE_ROW', { file: 'a.csv', line: 3, problem: 'a quote is never closed' }, cause);
  assert.ok(error instanceof LanterneError);
  assert.equal(error.message, 'a.csv, line 3: a quote is never closed. Correct that line, or fetch the file again.');
  assert.equal(error.exit, 3);
  assert.equal(error.cause, cause);
  assert.match(fault('FILE_ROW', {}).message, /\{file\}/);
});
