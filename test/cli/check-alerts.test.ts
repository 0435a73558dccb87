import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { checkBackups, checkHouse, checkMail, drillNote, type Finding } from '#cli/check-alerts.ts';
import { run } from '#cli/main.ts';
import { readConfig } from '#config.ts';
import { addStaff } from '#state/staff.ts';
import { seedProgramme } from '../helpers/seed-programme.ts';
import { mailSink } from '../notify/mail-sink.ts';
import { noon, person, told } from '../notify/outbox-world.ts';
import { onBothEngines, temporaryFolder } from '../state/engines.ts';

const dataFolder = temporaryFolder();
const states = (findings: readonly Finding[]) => Object.fromEntries(findings.map(({ check, state }) => [check, state]));

onBothEngines('what doctor says of the alerts', ({ open }) => {
  test('nobody, nothing on, a letter that waits, a dead one; then all is well', async () => {
    const { db } = await open();
    const config = readConfig({}, { dataFolder });
    const at = { staff: 'warning', programme: 'warning' };
    assert.deepEqual(states(await checkHouse(db, config, noon)), { ...at, outbox: 'ok' });
    const anne = await person(db, 'anne@people.test');
    const id = await told(db, anne);
    const later = noon.add({ hours: 1 });
    assert.deepEqual(states(await checkHouse(db, config, later)), { ...at, outbox: 'warning' });
    await db.updateTable('outbox').set({ state: 'failed', reason: '550 no' }).where('id', '=', id).execute();
    const dead = await checkHouse(db, config, later);
    assert.deepEqual(states(dead), { ...at, outbox: 'ok', 'dead letters': 'warning' });
    assert.match(dead.at(-1)?.detail ?? '', /550 no/);
    assert.ok(
      dead.every(({ state, remedy }) => (state === 'ok') === (remedy === '')),
      'each with its remedy',
    );
    await addStaff(db, { email: 'a@house.test', name: 'A', roles: ['manager'], language: 'fr' }, { by: null });
    await seedProgramme(db, { now: noon });
    const well = states(await checkHouse(db, config, noon));
    assert.deepEqual([well['staff'], well['programme']], ['ok', 'ok']);
  });
});

test('mail: no server, one that answers, one that does not, what is missing', async () => {
  await using sink = await mailSink();
  const of = async (environment: Record<string, string>) =>
    states(await checkMail(readConfig(environment, { dataFolder })));
  assert.deepEqual(await of({}), { mail: 'warning', address: 'warning', notifications: 'warning' });
  const from = { LANTERNE_MAIL_FROM: 'a@films.example', LANTERNE_ORIGIN: 'https://films.example' };
  const well = { mail: 'ok', address: 'ok', notifications: 'ok' };
  assert.deepEqual(await of({ ...from, LANTERNE_SMTP_URL: sink.url }), well);
  assert.equal((await of({ LANTERNE_SMTP_URL: sink.url }))['sender'], 'fault');
  assert.equal((await of({ ...from, LANTERNE_DKIM: 'films.example:a:/nowhere' }))['DKIM'], 'fault');
  assert.equal((await of({ ...from, LANTERNE_SMTP_URL: 'smtp://127.0.0.1:1' }))['mail'], 'fault');
  assert.equal((await of({ LANTERNE_ALERTS: 'off' }))['alerts'], 'warning');
});

test('backups: none, one never restored, restored, old; PostgreSQL has its own', async () => {
  const config = readConfig({}, { dataFolder });
  assert.deepEqual(states(checkBackups(config)), { backup: 'warning' });
  const folder = join(dataFolder, 'backups');
  mkdirSync(folder);
  writeFileSync(join(folder, 'a.sqlite'), '');
  assert.deepEqual(states(checkBackups(config)), { backup: 'ok', drill: 'warning' });
  writeFileSync(drillNote(folder), JSON.stringify({ file: join(folder, 'a.sqlite') }));
  assert.deepEqual(states(checkBackups(config)), { backup: 'ok', drill: 'ok' });
  const later = Temporal.Now.instant().add({ hours: 24 * 9 });
  assert.deepEqual(states(checkBackups(config, later)), { backup: 'warning', drill: 'ok' });
  const err: string[] = [];
  process.env['DATABASE_URL'] = 'postgresql://nobody@localhost/nothing';
  try {
    const code = await run(
      ['drill'],
      () => {},
      (line) => err.push(line),
    );
    assert.equal(code, 2);
  } finally {
    delete process.env['DATABASE_URL'];
  }
  assert.match(err.join('\n'), /pg_dump -Fc.*pg_restore/);
});
