import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { runHere } from '../helpers/run-lanterne.ts';
import { mailKey } from '#notify/deliver/mail-key.ts';
import { startDelivery } from '#notify/deliver/start-delivery.ts';
import { outboxStatus, resendDead } from '#state/outbox-status.ts';
import { openState, statePath } from '#state/open-state.ts';
import { linkKeyOf } from '#state/signed-links.ts';
import { onBothEngines, temporaryFolder } from '../state/engines.ts';
import { compose, noon, person, rowOf, told } from './outbox-world.ts';

test('without a mail server: sent as files, told, come back, as an operator does', async () => {
  const data = temporaryFolder();
  const now = Temporal.Now.instant();
  // a letter that somebody waits for: it leaves at any hour
  const about = { purpose: 'sign-in', code: '123456', path: '/compte/confirmer/a', minutes: 10 } as const;
  const asked = {
    due: now,
    stale: now.add({ hours: 5 }),
    kind: 'account',
    payload: { kind: 'account', about },
  } as const;
  const { secret, id } = await (async () => {
    await using state = await openState({ file: statePath(data) });
    const who = await person(state.db, 'lea@people.test');
    return { secret: await linkKeyOf(state.db), id: await told(state.db, who, asked) };
  })();
  assert.deepEqual(JSON.parse((await runHere('notify', 'status', '--data', data, '--json')).out).states.queued, 1);
  const sent = await runHere('notify', 'run', '--once', '--data', data, '--json');
  assert.deepEqual(JSON.parse(sent.out), { sent: 1, failed: 0, suppressed: 0, queued: 0 });
  assert.match(sent.err, /No mail server/);
  assert.deepEqual(readdirSync(join(data, 'outbox')), [`${mailKey(secret, id)}.eml`]);
  assert.equal(statSync(join(data, 'outbox', `${mailKey(secret, id)}.eml`)).mode & 0o077, 0, 'for its owner alone');

  const bounce = join(data, 'bounce.eml');
  const words = readFileSync(join(import.meta.dirname, 'bounces/letters/hard-postfix-unknown.eml'), 'utf8');
  writeFileSync(bounce, words.replaceAll('KEY', mailKey(secret, id)));
  assert.equal((await runHere('notify', 'bounces', bounce, '--data', data)).out, '1 hard, suppressed\n');
  assert.equal((await runHere('notify', 'bounces', bounce, '--data', data)).out, '1 hard, known\n');
  assert.match((await runHere('notify', 'status', '--data', data)).out, /1 bounced/);
  const resent = await runHere('notify', 'resend', `${id}`, '--data', data);
  assert.match(resent.out, /^0 put back.*\n\d+ is left as it is: it is bounced\.\n$/);
  const absent = await runHere('notify', 'resend', `${id}`, '999', '--data', data);
  assert.deepEqual([absent.code, absent.out], [3, '']);
  assert.match(absent.err, /no message 999\./);
  for (const wrong of [
    ['notify'],
    ['notify', 'resend'],
    ['notify', 'resend', 'x'],
    ['notify', 'bounces'],
    ['notify', 'run', 'now'],
    ['notify', 'status', 'x'],
    ['notify', 'resend', '1', '--failed'],
    ['drill', 'a', 'b'],
  ])
    assert.equal((await runHere(...wrong, '--data', data)).code, 2, wrong.join(' '));
  assert.equal((await runHere('notify', 'bounces', join(data, 'none'), '--data', data)).code, 3);
});

test('letters that are gone once they left are counted too', async () => {
  const data = temporaryFolder();
  const now = Temporal.Now.instant();
  const gone = {
    recipient: 'address:lea@people.test',
    due: now,
    stale: now.add({ hours: 5 }),
    kind: 'account',
    payload: { kind: 'account', about: { purpose: 'erased', language: 'fr' } },
  } as const;
  await (async () => {
    await using state = await openState({ file: statePath(data) });
    await told(state.db, null, { ...gone, message: 'erased:1' });
    await told(state.db, null, { ...gone, message: 'erased:2', due: now.subtract({ hours: 2 }), stale: now });
  })();
  const ran = await runHere('notify', 'run', '--once', '--data', data, '--json');
  assert.deepEqual(JSON.parse(ran.out), { sent: 1, failed: 0, suppressed: 1, queued: 0 });
  await using state = await openState({ file: statePath(data) });
  assert.deepEqual(await state.db.selectFrom('outbox').selectAll().execute(), []);
});

test('a drill restores the newest backup elsewhere and touches nothing', async () => {
  const data = temporaryFolder();
  mkdirSync(join(data, 'backups'));
  await (async () => {
    await using state = await openState({ file: statePath(data) });
    await told(state.db, await person(state.db, 'lea@people.test'));
  })();
  assert.equal((await runHere('drill', '--data', data)).code, 3, 'no backup yet');
  const [old, fresh] = [join(data, 'backups', 'old.sqlite'), join(data, 'backups', 'fresh.sqlite')];
  writeFileSync(old, 'not a backup');
  utimesSync(old, new Date(0), new Date(0));
  assert.equal((await runHere('backup', fresh, '--data', data)).code, 0);
  const before = statSync(statePath(data)).mtimeMs;
  const drilled = JSON.parse((await runHere('drill', '--data', data, '--json')).out);
  assert.equal(drilled.file, fresh);
  assert.ok(drilled.rows >= 4 && drilled.tables > 20 && drilled.migrated === false);
  assert.match((await runHere('drill', '--data', data)).out, /restored elsewhere.*all there\.\n$/);
  assert.equal((await runHere('drill', old, '--data', data)).code, 3);
  assert.equal(statSync(statePath(data)).mtimeMs, before);
});

onBothEngines('dead letters', ({ open }) => {
  test('are counted, sent again when somebody says so, and never what was suppressed', async () => {
    const { db } = await open();
    const who = await person(db, 'lea@people.test');
    const [dead, late, suppressed, code] = [
      await told(db, who, { message: 'a' }),
      await told(db, who, { message: 'b', stale: noon.add({ hours: 1 }) }),
      await told(db, who, { message: 'c' }),
      await told(db, who, { message: 'd', kind: 'account' }),
    ];
    const fail = { state: 'failed', attempts: 8, reason: '450 not now' } as const;
    await db.updateTable('outbox').set(fail).where('id', 'in', [dead, late, code]).execute();
    await db.updateTable('outbox').set({ payload: '{}' }).where('id', '=', code).execute();
    await db.updateTable('outbox').set({ state: 'suppressed' }).where('id', '=', suppressed).execute();
    const now = noon.add({ hours: 2 });
    const status = await outboxStatus(db, { now });
    assert.deepEqual(
      [status.states.failed, status.states.suppressed, status.oldest, status.dead.length],
      [3, 1, null, 3],
    );
    assert.equal(status.dead[0]?.reason, '450 not now');
    const { queued, left } = await resendDead(db, null, { staff: null, now });
    assert.deepEqual(queued, [dead]);
    assert.deepEqual(
      left.map(({ id }) => id),
      [late, code],
    );
    assert.deepEqual((await resendDead(db, [suppressed], { staff: null, now })).queued, []);
    assert.deepEqual(await rowOf(db, dead).then((row) => [row?.state, row?.attempts]), ['queued', 0]);
    const audit = await db.selectFrom('audit').select(['action', 'subject']).execute();
    assert.deepEqual(audit, [{ action: 'outbox.resend', subject: `outbox:${dead}` }]);
    assert.equal((await outboxStatus(db, { now: now.add({ seconds: 30 }) })).oldest?.seconds, 30);
  });

  test('a state that does not answer for a while, after the server took a letter, is asked again until it does', async () => {
    const { db } = await open();
    const id = await told(db, await person(db, 'lea@people.test'));
    let fails = 0;
    let taken = 0;
    const weak = db.withPlugin({
      transformQuery({ node }) {
        if (taken > 0 && fails < 3) {
          fails++;
          throw new Error('away for a while');
        }
        return node;
      },
      transformResult: async ({ result }) => result,
    });
    const problems: string[] = [];
    await using delivery = await startDelivery({
      db: weak,
      compose,
      mailsASecond: 100,
      now: () => noon,
      poll: 10,
      patience: [1, 1, 1, 1],
      onProblem: (message) => problems.push(message),
      channels: new Map([
        [
          'email',
          {
            name: 'email',
            async send() {
              taken++;
              return { kind: 'sent', id: '<1@h>', code: '250', detail: '' };
            },
            async [Symbol.asyncDispose]() {},
          },
        ],
      ]),
    });
    await delivery.drained();
    assert.equal(taken, 1);
    assert.equal((await rowOf(db, id))?.state, 'sent');
    assert.ok(problems.length >= 1);
  });
});
