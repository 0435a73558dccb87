import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { run } from '#cli/main.ts';
import { openState, statePath } from '#state/open-state.ts';
import { openStaffSession } from '#state/staff-sessions.ts';
import { staffOfEmail } from '#state/staff.ts';

const data = mkdtempSync(join(tmpdir(), 'lanterne-staff-'));
after(() => rmSync(data, { recursive: true, force: true }));

async function staff(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  let [out, err] = ['', ''];
  const code = await run(
    ['staff', ...args, '--data', data],
    (line) => (out += `${line}\n`),
    (line) => (err += `${line}\n`),
  );
  return { code, out, err };
}

test('the first member, another, their roles and their access, from the command line', async () => {
  const one = 'responsable@cinema.example';
  assert.match((await staff('list')).err, /Nobody yet/);
  const added = await staff('add', one, '--name', 'Jo Exemple', '--role', 'manager');
  assert.equal(added.code, 0, added.err);
  assert.match(added.out, /^http:\/\/localhost:\d+\/equipe\/installer\/[\w-]{22}\n$/);
  assert.match(added.err, /serves once, within 24 hours/);
  assert.equal((await staff('add', one, '--name', 'Jo', '--role', 'manager')).code, 3);
  assert.equal(
    (await staff('add', 'p@cinema.example', '--name', 'Alix Exemple', '--role', 'programmer', '--language', 'en')).code,
    0,
  );
  assert.match((await staff('list')).out, /responsable@cinema\.example {2}Jo Exemple {2}manager {2}not set up\n/);
  assert.match((await staff('disable', one)).err, /without a manager/);
  assert.match((await staff('role', 'p@cinema.example', '--role', 'manager')).out, / manager /);
  assert.match((await staff('disable', one)).out, /disabled since/);
  assert.equal((await staff('link', one)).code, 2);
  assert.equal((await staff('enable', one)).code, 0);
  assert.match(JSON.parse((await staff('link', one, '--json')).out).link, /installer/);
  await (async () => {
    await using state = await openState({ file: statePath(data) });
    await openStaffSession(state.db, (await staffOfEmail(state.db, one)).id, { by: 'setup' });
    assert.deepEqual(await state.db.selectFrom('outbox').selectAll().execute(), [], 'no letter without a mail server');
  })();
  assert.match((await staff('sessions', one)).out, /^[\da-f]{8} {2}opened .* by setup\n$/);
  assert.equal((await staff('sessions', one, '--end')).out, '1 session closed\n');
  assert.deepEqual(JSON.parse((await staff('sessions', one, '--end', '--json')).out), { closed: 0 });
  for (const act of [['disable'], ['enable'], ['role', '--role', 'programmer']]) {
    const [name = '', ...more] = act;
    const { email, id } = JSON.parse((await staff(name, one, ...more, '--json')).out);
    assert.deepEqual([email, typeof id], [one, 'string'], name);
  }
  for (const wrong of [
    [],
    ['list', one],
    ['add'],
    ['add', 'no address', '--name', 'X', '--role', 'manager'],
    ['add', 'x@cinema.example', '--role', 'manager'],
    ['add', 'x@cinema.example', '--name', 'A\nB', '--role', 'manager'],
    ['add', 'x@cinema.example', '--name', 'X', '--role', 'owner'],
    ['add', 'x@cinema.example', '--name', 'X', '--role', 'manager', '--language', 'de'],
    ['nonsense', one],
  ])
    assert.equal((await staff(...wrong)).code, 2, wrong.join(' '));
  assert.equal((await staff('disable', 'nobody@cinema.example')).code, 3);
});
