import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { asCustomerId } from '#brand.ts';
import { momentOf } from '#state/clock.ts';
import { customerOf, holdCustomer } from '#state/customers.ts';
import { readSignInLink, tryCode } from '#state/prove-sign-in.ts';
import { purgeState } from '#state/retention.ts';
import { askSignIn } from '#state/sign-in.ts';
import { suppressionOf } from '#state/suppression.ts';
import { setMark } from '#state/marks.ts';
import { recogniseVisitor } from '#state/visitors.ts';
import { aCustomer } from '../helpers/a-customer.ts';
import { film, nothingPurged, onBothEngines } from './engines.ts';
import { asked, enter, lastLetter, member, noon } from './people.ts';

const times = { visitorDays: 395, eventDays: 760, customerDays: 1095 };
const days = (count: number) => ({ now: noon.add({ hours: 24 * count }) });

onBothEngines('retention of accounts', ({ open, engine }) => {
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

  test('who asked again a moment before may still answer that letter, and is forgotten after it', async () => {
    const { db } = await open();
    await askSignIn(db, 'anne@exemple.fr', asked(), { now: noon });
    const { now } = days(8);
    const here = await askSignIn(db, 'anne@exemple.fr', asked(), { now });
    assert.equal((await purgeState(db, times, { now: now.add({ minutes: 1 }) })).accounts, 0);
    assert.equal((await db.selectFrom('outbox').select('id').execute()).length, 2);
    assert.equal((await readSignInLink(db, (await lastLetter(db)).link, { now })).kind, 'open');
    assert.equal((await purgeState(db, times, { now: now.add({ minutes: 11 }) })).accounts, 1);
    assert.deepEqual(await tryCode(db, { browser: here.browser, code: '000000' }, { now }), { kind: 'over' });
    const after = await askSignIn(db, 'anne@exemple.fr', asked(), { now: now.add({ minutes: 12 }) });
    assert.equal((await enter(db, after, null, now.add({ minutes: 13 }))).kind, 'signed-in');
  });

  // SQLite lets one write at a time: nobody comes back meanwhile
  if (engine === 'postgresql')
    test('who comes back while the purge waits for somebody else keeps their account', async () => {
      const { db } = await open();
      const { now } = days(1100);
      const silent = async (place: string, email: string, confirmed: string | null) => {
        const id = asCustomerId(place.repeat(22));
        assert.ok(id !== null);
        const row = { id, email, confirmed, created: momentOf(noon), last_contact: momentOf(noon) };
        return { id, secret: (await aCustomer(db, row)).secret };
      };
      // in the order of the purge
      const first = await silent('0', 'silent@exemple.fr', momentOf(noon));
      await silent('1', 'asks@exemple.fr', null);
      const third = await silent('2', 'visits@exemple.fr', momentOf(noon));
      await silent('3', 'unconfirmed@exemple.fr', null);
      await db.updateTable('visitor').set({ last_seen: '2026-11-21' }).execute();
      const here = await askSignIn(db, 'asks@exemple.fr', asked(), { now: now.subtract({ minutes: 11 }) });
      const purging = await db.transaction().execute(async (within) => {
        await holdCustomer(within, first.id);
        const waiting = purgeState(db, times, { now });
        await sleep(200);
        await enter(db, here, null, now.subtract({ minutes: 2 }));
        assert.ok((await recogniseVisitor(db, third.secret, { now })) !== null);
        return { waiting };
      });
      assert.equal((await purging.waiting).accounts, 2);
      const left = await db.selectFrom('customer').select('email').orderBy('email').execute();
      assert.deepEqual(left, [{ email: 'asks@exemple.fr' }, { email: 'visits@exemple.fr' }]);
    });

  test('who asks for an account while it is being forgotten has a new one', async () => {
    const { db } = await open();
    await askSignIn(db, 'anne@exemple.fr', asked(), { now: noon });
    const { now } = days(8);
    const { asking } = await db.transaction().execute(async (within) => {
      assert.equal((await purgeState(within, times, { now })).accounts, 1);
      const answer = askSignIn(db, 'anne@exemple.fr', asked(), { now });
      await sleep(200);
      return { asking: answer };
    });
    assert.equal((await enter(db, await asking, null, now)).kind, 'signed-in');
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
