import assert from 'node:assert/strict';
import { test } from 'node:test';
import { customerOf } from '#state/customers.ts';
import { purgeState } from '#state/retention.ts';
import { askSignIn } from '#state/sign-in.ts';
import { suppressionOf } from '#state/suppression.ts';
import { setMark } from '#state/marks.ts';
import { film, nothingPurged, onBothEngines } from './engines.ts';
import { asked, member, noon } from './people.ts';

const times = { visitorDays: 395, eventDays: 760, customerDays: 1095 };
const days = (count: number) => ({ now: noon.add({ hours: 24 * count }) });

onBothEngines('retention of accounts', ({ open }) => {
  test('an account stays three years after the last contact, its browsers thirteen months', async () => {
    const { db } = await open();
    const { id, visitor } = await member(db, 'anne@exemple.fr');
    await db.updateTable('visitor').set({ created: '2026-11-21', last_seen: '2026-11-21' }).execute();
    await setMark(db, visitor, film(1), 'liked');
    assert.deepEqual(await purgeState(db, times, days(1)), nothingPurged);
    assert.deepEqual(await purgeState(db, times, days(3)), { ...nothingPurged, signIns: 1 });
    // the letter of that day is forgotten with what visitors are forgotten with; the account's own visitor is not
    assert.deepEqual(await purgeState(db, times, days(400)), { ...nothingPurged, visitors: 1 });
    assert.deepEqual(await purgeState(db, times, days(1095)), nothingPurged);
    assert.ok((await customerOf(db, id)) !== null);
    await db.updateTable('visitor').set({ last_seen: '2026-12-01' }).where('id', '=', visitor).execute();
    assert.equal((await purgeState(db, times, days(1100))).accounts, 0, 'who only came is known still');
    assert.deepEqual(await purgeState(db, times, days(1110)), { ...nothingPurged, accounts: 1 });
    for (const table of ['visitor', 'mark', 'consent', 'outbox'] as const)
      assert.deepEqual(await db.selectFrom(table).selectAll().execute(), []);
    assert.equal(await suppressionOf(db, 'anne@exemple.fr'), null, 'time is no refusal');
  });

  test('who was silent for so long is told once, thirty days before, and coming back keeps the account', async () => {
    const { db } = await open();
    const { id, visitor } = await member(db, 'anne@exemple.fr', null, { language: 'en' });
    await db.deleteFrom('outbox').execute();
    await db.updateTable('visitor').set({ last_seen: '2026-11-21' }).where('id', '=', visitor).execute();
    const letters = async () =>
      (await db.selectFrom('outbox').selectAll().orderBy('id').execute()).map(({ message, payload }) => [
        message,
        JSON.parse(payload),
      ]);
    await purgeState(db, times, days(1064));
    assert.deepEqual(await letters(), []);
    for (const day of [1066, 1067, 1080]) await purgeState(db, times, days(day));
    const about = { purpose: 'soon-erased', language: 'en', on: '2029-11-21', path: '/en/alertes' };
    assert.deepEqual(await letters(), [['soon-erased:2026-11-21', { kind: 'account', about }]]);
    await db.updateTable('visitor').set({ last_seen: '2029-11-01' }).where('id', '=', visitor).execute();
    await purgeState(db, times, days(1100));
    assert.ok((await customerOf(db, id)) !== null);
    assert.equal((await letters()).length, 1);
    await purgeState(db, times, days(1080 + 1070));
    assert.deepEqual((await letters()).map(([message]) => message).at(-1), 'soon-erased:2029-11-01');
  });

  test('an account that nobody confirmed goes after a week, its letter’s secrets when they no longer hold', async () => {
    const { db } = await open();
    await askSignIn(db, 'anne@exemple.fr', asked(), { now: noon });
    await db.updateTable('outbox').set({ state: 'sent' }).execute();
    await purgeState(db, times, { now: noon.add({ minutes: 11 }) });
    assert.deepEqual(await db.selectFrom('outbox').select('payload').execute(), [{ payload: '{}' }]);
    assert.equal((await purgeState(db, times, days(7))).accounts, 0);
    assert.equal((await purgeState(db, times, days(8))).accounts, 1);
    for (const table of ['customer', 'visitor', 'outbox', 'consent'] as const)
      assert.deepEqual(await db.selectFrom(table).selectAll().execute(), []);
  });

  test('what was sent is forgotten after thirteen months, what waits is not', async () => {
    const { db } = await open();
    const { id } = await member(db, 'anne@exemple.fr');
    await db.updateTable('outbox').set({ state: 'delivered' }).execute();
    await db
      .insertInto('attempt')
      .values({
        outbox: (await db.selectFrom('outbox').select('id').executeTakeFirstOrThrow()).id,
        worker: 'one',
        outcome: 'sent',
        code: '250',
        detail: '',
        at: '',
      })
      .execute();
    assert.equal((await purgeState(db, times, days(394))).messages, 0);
    assert.equal((await purgeState(db, times, days(396))).messages, 1);
    assert.deepEqual(await db.selectFrom('attempt').selectAll().execute(), []);
    assert.ok((await customerOf(db, id)) !== null);
  });
});
