import assert from 'node:assert/strict';
import { existsSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { runHere } from '../helpers/run-lanterne.ts';
import { listMarks, setMark } from '#state/marks.ts';
import { openState, statePath } from '#state/open-state.ts';
import { createVisitor } from '#state/visitors.ts';
import { film, temporaryFolder } from './engines.ts';

test('back up, lose, restore, export, erase, as an operator does', async () => {
  const data = temporaryFolder();
  const copy = join(data, 'backups', 'monday.sqlite');
  const { secret, visitor } = await (async () => {
    await using state = await openState({ file: statePath(data) });
    const made = await createVisitor(state.db);
    await setMark(state.db, made.visitor, film(7), 'liked');
    const { code, out } = await runHere('backup', copy, '--data', data, '--json');
    assert.equal(code, 0);
    assert.equal(JSON.parse(out).rows.mark, 1);
    await setMark(state.db, made.visitor, film(8), 'liked');
    const refused = await runHere('restore', copy, '--data', data);
    assert.equal(refused.code, 1);
    assert.match(refused.err, /stop the server first/);
    return made;
  })();
  assert.equal((await runHere('restore', copy, '--data', data)).code, 0);
  await (async () => {
    await using state = await openState({ file: statePath(data) });
    assert.equal((await listMarks(state.db, visitor)).length, 1);
  })();
  for (const id of [secret, visitor]) {
    const { code, out } = await runHere('people', 'export', id, '--data', data);
    assert.equal(code, 0);
    assert.equal(JSON.parse(out).marks[0].film, film(7));
  }
  assert.match((await runHere('doctor', '--data', data)).out, /state: 1 visitors, 1 marks, every page sound/);
  const purged = JSON.parse((await runHere('people', 'purge', '--json', '--data', data)).out);
  assert.ok(Object.values(purged).every((count) => count === 0) && 'accounts' in purged);
  assert.match((await runHere('people', 'purge', '--data', data)).out, /^visitors: 0\n(?:[a-z ]+: 0\n)+$/);
  assert.match((await runHere('people', 'list', '--data', data)).out, /^visitors: 1\naccounts: 0\n/);
  assert.equal(JSON.parse((await runHere('people', 'list', '--data', data, '--json')).out).visitors, 1);
  const zip = join(data, 'one.zip');
  assert.equal((await runHere('people', 'export', secret, '--zip', zip, '--data', data)).out, `${zip}\n`);
  assert.equal(statSync(zip).mode & 0o077, 0, 'for its owner alone');
  const told = await runHere('people', 'export', secret, '--zip', zip, '--data', data, '--json');
  assert.deepEqual(JSON.parse(told.out), { file: zip });
  for (const [bad, why] of [
    [join(data, 'none', 'z.zip'), /its folder does not exist/],
    [data, /it is a folder/],
  ] as const) {
    const refused = await runHere('people', 'export', secret, '--zip', bad, '--data', data);
    assert.deepEqual([refused.code, refused.out], [3, ''], bad);
    assert.match(refused.err, why);
  }
  assert.match((await runHere('people', 'erase', secret, '--data', data)).out, /^marks: 1$/m);
  assert.equal((await runHere('people', 'export', secret, '--data', data)).code, 3);
  writeFileSync(copy, 'not a backup');
  assert.equal((await runHere('restore', copy, '--data', data)).code, 3);
  for (const wrong of [
    ['backup'],
    ['restore'],
    ['people'],
    ['people', 'erase'],
    ['people', 'erase', 'x'],
    ['people', 'purge', 'x'],
    ['people', 'list', 'x'],
    ['people', 'consent'],
    ['people', 'export', 'a b@exemple.fr'],
  ])
    assert.equal((await runHere(...wrong, '--data', data)).code, 2, wrong.join(' '));
});

test('checking does not make a state', async () => {
  const data = temporaryFolder();
  await runHere('doctor', '--data', data);
  assert.ok(!existsSync(statePath(data)));
});
