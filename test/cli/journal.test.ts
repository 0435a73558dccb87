import assert from 'node:assert/strict';
import { test } from 'node:test';
import { runHere } from '../helpers/run-lanterne.ts';
import { temporaryFolder } from '../state/engines.ts';

const data = temporaryFolder();
const staff = (...args: string[]) => runHere('staff', ...args, '--data', data);

test('the journal is read, by action and by member, and taken away as CSV or JSON, which it notes', async () => {
  assert.match((await staff('journal')).err, /Nothing like that/);
  await staff('add', 'jo@cinema.example', '--name', 'Jo Exemple', '--role', 'manager');
  const read = await staff('journal');
  assert.match(read.out, /^\S+Z {2}the machine {2}setup-link {2}Jo Exemple/m);
  const one = await staff('journal', '--action', 'staff-added');
  assert.match(one.out, /^[^\n]+ {2}staff-added {2}Jo Exemple[^\n]*\n$/);
  assert.equal((await staff('journal', '--member', 'jo@cinema.example')).out, '');
  const csv = await staff('journal', '--action', 'staff-added', '--csv');
  assert.match(csv.out, /^\ufeffid,at,staff,name,action,subject,detail\r\n\d+,[^\r]+,staff-added,[^\r]+\r\n$/);
  const all = JSON.parse((await staff('journal', '--json')).out);
  assert.deepEqual(
    all.map(({ staff: by, action }: { staff: string | null; action: string }) => [by, action]),
    [
      [null, 'journal-exported'],
      [null, 'setup-link'],
      [null, 'staff-added'],
    ],
  );
  for (const [args, code] of [
    [['journal', '--action', 'dance'], 2],
    [['journal', '--csv', '--json'], 2],
    [['journal', 'x'], 2],
    [['journal', '--member', 'nobody@cinema.example'], 3],
  ] as const)
    assert.equal((await staff(...args)).code, code, args.join(' '));
});
