import assert from 'node:assert/strict';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { asFilmId, type CustomerId } from '#brand.ts';
import { listAudit } from '#state/audit.ts';
import { openState, statePlace } from '#state/open-state.ts';
import { enqueue } from '#state/outbox.ts';
import { setWish } from '#state/wishes.ts';
import { aCustomer } from '../helpers/a-customer.ts';
import { runHere } from '../helpers/run-lanterne.ts';
import { seedProgramme } from '../helpers/seed-programme.ts';
import { starterLanterne } from '../helpers/starter-lanterne.ts';
import { temporaryFolder } from '../state/engines.ts';

const { config } = await starterLanterne();
const state = await openState(statePlace(config));
after(() => state[Symbol.asyncDispose]());
const notify = (...args: string[]) => runHere('notify', ...args, '--data', config.dataFolder);
const now = Temporal.Now.instant();
const film = asFilmId('tt8267604') ?? assert.fail();
const showing = (await seedProgramme(state.db)).findLast((one) => one.film === film) ?? assert.fail();

async function toTell(name: string, channel: 'phone' | 'paper'): Promise<number> {
  const given = { name, phone: '0555000000', commune: '23096' };
  const { id } = await aCustomer(state.db, given, [['wish', channel]]);
  await wish(id);
  const { id: showingId, starts } = showing;
  const at = { id: showingId, starts, venue: 'Salle des Tilleuls', commune: 'Guéret', version: 'vost' };
  const told = { film: { id: film, title: 'Capharnaüm', year: 2018 }, showings: [{ ...at, away: 12, features: [] }] };
  const payload = { kind: 'wish', film: { ...told, why: { kind: 'wished', on: '2026-10-01' } } };
  const due = now.subtract({ minutes: 1 });
  const row = { recipient: id, customer: id, message: `wish:${film}`, channel, kind: 'wish', campaign: null } as const;
  await enqueue(state.db, [{ ...row, payload, due, stale: now.add({ hours: 200 }) }]);
  const rows = await state.db.selectFrom('outbox').select('id').where('customer', '=', id).execute();
  return rows[0]?.id ?? assert.fail();
}

async function wish(customer: CustomerId): Promise<void> {
  const rows = await state.db.selectFrom('customer').select('visitor').where('id', '=', customer).execute();
  const visitor = rows[0]?.visitor ?? assert.fail();
  await setWish(state.db, visitor, { film, commune: '23096', days: [5], seats: 1 });
}

const odile = await toTell('Odile Exemple', 'phone');
const basile = await toTell('Basile Exemple', 'paper');

test('whom to call and what to say, and what was done, by the command line', async () => {
  const read = await notify('calls', '--channel', 'phone');
  assert.equal(read.code, 0, read.err);
  assert.match(
    read.out,
    new RegExp(`^${odile} {2}phone {2}Odile Exemple, Guéret {2}05.55.00.00.00\n {2}Bonjour, .*Capharnaüm`),
  );
  const [one] = JSON.parse((await notify('calls', '--channel', 'phone', '--json')).out);
  assert.deepEqual([one.ids, one.done, one.unanswered, one.say.length], [[odile], false, 0, 1]);
  assert.equal((await notify('settle', `${odile}`, 'no-answer')).out, '1 line noted.\n');
  assert.match((await notify('calls')).out, /1 call without an answer/);
  assert.deepEqual(JSON.parse((await notify('settle', `${odile}`, 'told', '--json')).out), { noted: 1 });
  assert.match((await notify('calls')).out, new RegExp(`^Done since Wednesday \\(1\\)\n${odile} {2}phone`, 'm'));
  const [line] = await listAudit(state.db, { most: 1 });
  assert.deepEqual([line?.staff, line?.action, line?.subject], [null, 'by-hand.told', `outbox:${odile}`]);
  assert.equal((await notify('settle', `${odile}`, 'again')).code, 0);
});

test('the sheets are written as one PDF, and noted as printed', async () => {
  const file = join(temporaryFolder(), 'sheets.pdf');
  const ran = await notify('calls', '--pdf', file, '--json');
  assert.deepEqual(JSON.parse(ran.out), { file, sheets: 1, printed: 1 });
  assert.equal(readFileSync(file).subarray(0, 5).toString(), '%PDF-');
  assert.equal(statSync(file).mode & 0o077, 0, 'for its owner alone');
  const [one] = JSON.parse((await notify('calls', '--channel', 'paper', '--json')).out);
  assert.deepEqual([one.ids, one.printed, one.phone], [[basile], true, null]);
});

test('a call that is none, a step that is none and a place that cannot be written are refused', async () => {
  const nowhere = join(temporaryFolder(), 'none', 'sheets.pdf');
  const cases: [string[], number, RegExp][] = [
    [['calls', '--channel', 'email'], 2, /--channel is phone or paper/],
    [['calls', '--channel', 'phone', '--pdf', 'x.pdf'], 2, /goes without --channel/],
    [['calls', '--pdf', nowhere], 3, /its folder does not exist/],
    [['settle', `${odile}`], 2, /needs 2 words/],
    [['settle', `${odile}`, 'eaten'], 2, /told, no-answer, again/],
    [['settle', 'x', 'told'], 2, /no number of a message/],
    [['settle', `${odile}`, '999', 'told'], 3, /no call and no sheet 999/],
  ];
  for (const [args, code, sentence] of cases) {
    const { code: got, out, err } = await notify(...args);
    assert.equal(got, code, `${args.join(' ')}: ${err}`);
    assert.match(err, sentence);
    assert.equal(out, '');
  }
  assert.ok(!existsSync(nowhere));
});
