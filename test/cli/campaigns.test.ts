import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dayInParis, weekAfter, weekOf } from '#calendar/week.ts';
import { listAudit } from '#state/audit.ts';
import { campaignOf } from '#state/campaigns.ts';
import { openState, statePath } from '#state/open-state.ts';
import { runHere } from '../helpers/run-lanterne.ts';
import { temporaryFolder } from '../state/engines.ts';

const data = temporaryFolder();
const notify = (...args: string[]) => runHere('notify', ...args, '--data', data);
const week = weekAfter(weekAfter(weekOf(dayInParis(Temporal.Now.instant()))));
const id = `digest:${week.name}`;

test('the mailings are listed, those to come too, held, let go, given a word and cancelled, by the command line', async () => {
  const [first] = JSON.parse((await notify('campaigns', '--json')).out);
  assert.deepEqual([first.state, first.note, first.counts], ['none', '', {}]);
  assert.match((await notify('campaigns')).out, /^digest:\d{4}-W\d\d {2}not made ready yet {2}due /);
  const held = await notify('hold', id);
  assert.equal(held.code, 0, held.err);
  assert.match(held.out, new RegExp(`^${id} {2}held back {2}due `));
  assert.match(held.err, /nothing more leaves/);
  assert.equal(JSON.parse((await notify('note', id, 'Good <b>week</b>', '--json')).out).note, 'Good <b>week</b>');
  assert.match((await notify('campaigns')).out, new RegExp(`^${id} {2}held back .*Good <b>week`, 'm'));
  assert.equal(JSON.parse((await notify('release', id, '--json')).out).state, 'released');
  assert.match((await notify('cancel', id)).out, /cancelled/);
  const again = await notify('release', id);
  assert.equal(again.code, 3);
  assert.match(again.err, /This mailing is cancelled\./);
  await using state = await openState({ file: statePath(data) });
  assert.equal((await campaignOf(state.db, id))?.state, 'cancelled');
  assert.deepEqual(
    (await listAudit(state.db, { most: 9 })).map(({ staff, action, subject }) => [staff, action, subject]),
    ['cancel', 'release', 'note', 'hold'].map((act) => [null, `campaign-${act}`, id]),
  );
});

test('a mailing that is none, or that is over, is left alone', async () => {
  const cases: [string[], number, RegExp][] = [
    [['campaigns', 'x'], 2, /too much/],
    [['hold'], 2, /needs a word more/],
    [['hold', 'wish:2026-W48'], 2, /named like digest:/],
    [['note', id], 2, /needs 2 words/],
    [['note', id, 'x'.repeat(501)], 2, /500 characters/],
    [['hold', 'digest:2026-W60'], 3, /2026-W60/],
    [['hold', 'digest:2020-W10'], 3, /The week of this mailing is over\./],
  ];
  for (const [args, code, sentence] of cases) {
    const ran = await notify(...args);
    assert.equal(ran.code, code, `${args.join(' ')}: ${ran.err}`);
    assert.match(ran.err, sentence);
    assert.equal(ran.out, '');
  }
});
