import assert from 'node:assert/strict';
import { test } from 'node:test';
import { listAudit } from '#state/audit.ts';
import { openState, statePath } from '#state/open-state.ts';
import { disableStaff } from '#state/staff.ts';
import { settingFields } from '#web/staff-settings.ts';
import { memberOf } from '../helpers/staff.ts';
import { runHere } from '../helpers/run-lanterne.ts';
import { temporaryFolder } from '../state/engines.ts';

const data = temporaryFolder();
const house = (...args: string[]) => runHere('house', ...args, '--data', data);

test('the settings of the house are listed, changed one by one and put back, each a line of the log', async () => {
  const all = JSON.parse((await house('--json')).out);
  assert.deepEqual(
    all.map(({ key }: { key: string }) => key),
    settingFields.map(({ key }) => key),
  );
  assert.match((await house()).out, /^digest-hour {6}18:00 {2}Hour of the letter$/m);
  const set = await house('set', 'digest-hour', '9:30');
  assert.equal(set.code, 0, set.err);
  assert.equal(set.out, 'digest-hour: "18:00" → "09:30"\n');
  assert.match((await house()).out, /^digest-hour {6}09:30 \(usually 18:00\)/m);
  assert.equal((await house('set', 'sender-name', '  Le Rex ', '--json')).code, 0);
  assert.deepEqual(JSON.parse((await house('set', 'digest-hour', '--usual', '--json')).out), {
    key: 'digest-hour',
    value: '18:00',
    before: '09:30',
    usual: '18:00',
  });
  await using state = await openState({ file: statePath(data) });
  assert.deepEqual(
    (await listAudit(state.db, { most: 9 })).map(({ staff, subject, detail }) => [staff, subject, detail]),
    [
      [null, 'digest-hour', '09:30 → 18:00'],
      [null, 'sender-name', ' → Le Rex'],
      [null, 'digest-hour', '18:00 → 09:30'],
    ],
  );
});

test('a value that the page refuses is refused in its words, and nothing is changed', async () => {
  const cases: [string[], number, RegExp][] = [
    [['set'], 2, /needs a word more/],
    [['set', 'colour', 'red'], 2, /There is no setting “colour”: they are wish-threshold, /],
    [['set', 'week-cap'], 2, /or --usual/],
    [['set', 'week-cap', '3', '--usual'], 2, /or --usual/],
    [['set', 'week-cap', '30'], 3, /week-cap: Write a number from 1 to 14\./],
    [['set', 'digest-day', '8'], 3, /digest-day: Choose a day\./],
    [['set', 'digest-hour', '22:00'], 3, /digest-hour: Nothing leaves at that hour\./],
    [['set', 'quiet-until', '21:00'], 3, /The two hours are the same/],
    [['test', 'nobody@cinema.example'], 3, /Nobody of the staff/],
  ];
  const before = (await house('--json')).out;
  for (const [args, code, sentence] of cases) {
    const ran = await house(...args);
    assert.equal(ran.code, code, `${args.join(' ')}: ${ran.err}`);
    assert.match(ran.err, sentence);
    assert.equal(ran.out, '');
  }
  assert.equal((await house('--json')).out, before);
});

test('a test letter to a member waits in the outbox', async () => {
  await using state = await openState({ file: statePath(data) });
  const id = await memberOf(state, 'jo@cinema.example', 'manager');
  const ran = await house('test', 'Jo@cinema.example', '--json');
  assert.deepEqual(JSON.parse(ran.out), { email: 'jo@cinema.example', written: 1 });
  const [row] = await state.db.selectFrom('outbox').select(['recipient', 'payload']).orderBy('id', 'desc').execute();
  assert.equal(row?.recipient, `staff:${id}`);
  assert.match(row?.payload ?? '', /"purpose":"test"/);
  const [line] = await listAudit(state.db, { most: 1 });
  assert.deepEqual([line?.staff, line?.action, line?.subject], [null, 'test-letter', id]);
  await memberOf(state, 'al@cinema.example', 'manager');
  await disableStaff(state.db, id, { by: null });
  const barred = await house('test', 'jo@cinema.example');
  assert.deepEqual([barred.code, barred.out], [2, '']);
});
