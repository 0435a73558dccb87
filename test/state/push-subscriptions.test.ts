import assert from 'node:assert/strict';
import { it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import type { VisitorId } from '#brand.ts';
import { consentsOf } from '#state/consent.ts';
import { joinAccount, signOut, signOutOthers } from '#state/devices.ts';
import { agreeToPush } from '#state/push-consent.ts';
import {
  dropPushDevice,
  hasPushDevice,
  isPushedIn,
  keepPushDevice,
  listPushDevices,
  mostPushDevices,
  mostPushFailures,
  notePushRefused,
  notePushSent,
  pushIdOf,
  tiePushDevice,
  type PushDevice,
} from '#state/push-subscriptions.ts';
import { visitorIdOf } from '#state/secret.ts';
import { subscriptionsOf } from '#state/subscriptions.ts';
import { inTransaction } from '#state/transaction.ts';
import { createVisitor } from '#state/visitors.ts';
import { aCustomer } from '../helpers/a-customer.ts';
import { instant, onBothEngines } from './engines.ts';

const device = (name: string, auth = 'a'): PushDevice => ({
  endpoint: `https://push.example.org/${name}`,
  p256dh: 'p',
  auth,
});
const now = instant('2026-11-23T10:00:00Z');
const leaving = { wording: 'No notifications any more.', language: 'fr', now } as const;

onBothEngines('the devices that take notifications', ({ open }) => {
  it('are kept once each, with their latest keys, and replace the one they say', async () => {
    const { db } = await open();
    const { id } = await aCustomer(db);
    assert.equal(await keepPushDevice(db, id, device('a'), { now }), true);
    assert.equal(await keepPushDevice(db, id, device('a', 'b'), { now: now.add({ hours: 1 }) }), false);
    const [one, ...others] = await listPushDevices(db, id);
    assert.deepEqual(others, []);
    assert.equal(one?.auth, 'b');
    assert.equal(one?.created, '2026-11-23T10:00:00.000Z');
    await keepPushDevice(db, id, device('c'), { now, replaces: device('a').endpoint });
    assert.deepEqual(
      (await listPushDevices(db, id)).map(({ endpoint }) => endpoint),
      [device('c').endpoint],
    );
  });

  it('are of whoever signed in last, and nobody replaces or drops another’s', async () => {
    const { db } = await open();
    const [a, b] = [await aCustomer(db), await aCustomer(db)];
    await keepPushDevice(db, a.id, device('a'));
    await keepPushDevice(db, b.id, device('b'), { replaces: device('a').endpoint });
    assert.equal(await hasPushDevice(db, a.id, pushIdOf(device('a').endpoint)), true);
    assert.equal(await dropPushDevice(db, b.id, pushIdOf(device('a').endpoint)), false);
    assert.equal(await keepPushDevice(db, b.id, device('a')), true);
    assert.deepEqual(await listPushDevices(db, a.id), []);
    assert.equal(await dropPushDevice(db, b.id, pushIdOf(device('a').endpoint)), true);
    assert.equal((await listPushDevices(db, b.id)).length, 1);
  });

  it('are so many at most: the one unused for longest makes room', async () => {
    const { db } = await open();
    const { id } = await aCustomer(db);
    for (let at = 0; at < mostPushDevices; at++)
      await keepPushDevice(db, id, device(String(at)), { now: now.add({ minutes: at }) });
    await notePushSent(db, pushIdOf(device('0').endpoint), { now: now.add({ hours: 5 }) });
    await keepPushDevice(db, id, device('new'), { now: now.add({ hours: 6 }) });
    const names = (await listPushDevices(db, id)).map(({ endpoint }) => endpoint.split('/').at(-1));
    assert.equal(names.length, mostPushDevices);
    assert.ok(names.includes('0') && names.includes('new') && !names.includes('1'));
  });

  it('are given up after five refusals in a row, and go with their owner', async () => {
    const { db } = await open();
    const { id } = await aCustomer(db);
    const one = pushIdOf(device('a').endpoint);
    await keepPushDevice(db, id, device('a'));
    for (let at = 1; at < mostPushFailures; at++) assert.equal(await notePushRefused(db, one), false);
    await notePushSent(db, one);
    for (let at = 1; at < mostPushFailures; at++) assert.equal(await notePushRefused(db, one), false);
    assert.equal(await notePushRefused(db, one), true);
    assert.deepEqual(await listPushDevices(db, id), []);
    await keepPushDevice(db, id, device('b'));
    await db.deleteFrom('customer').where('id', '=', id).execute();
    assert.deepEqual(await listPushDevices(db, id), []);
  });

  it('take nothing once their browser is signed out, or is somebody else’s', async () => {
    const { db } = await open();
    const [a, b] = [await aCustomer(db), await aCustomer(db)];
    const [visitorA, visitorB] = [visitorOf(a.secret), visitorOf(b.secret)];
    const enter = async (visitor: VisitorId, row: VisitorId | null): Promise<VisitorId> =>
      visitorOf(await inTransaction(db, (within) => joinAccount(within, visitor, row)));
    const names = async (): Promise<string[]> =>
      (await listPushDevices(db, a.id)).map(({ endpoint }) => endpoint.split('/').at(-1) ?? '').toSorted();
    const [phone, tablet, library] = [
      await enter(visitorA, null),
      await enter(visitorA, null),
      await enter(visitorA, null),
    ];
    for (const [name, browser] of Object.entries({ phone, tablet, library }))
      await keepPushDevice(db, a.id, device(name), { browser });
    await keepPushDevice(db, a.id, device('before'));
    const again = await enter(visitorA, phone);
    assert.deepEqual(await names(), ['before', 'library', 'phone', 'tablet'], 'the same account again');
    assert.equal(await signOut(db, visitorB, again, leaving), 0);
    assert.equal((await names()).length, 4, 'of another account nothing ends');
    await enter(visitorB, library);
    assert.deepEqual(await names(), ['before', 'phone', 'tablet']);
    await signOut(db, visitorA, tablet, leaving);
    assert.deepEqual(await names(), ['before', 'phone']);
    await signOutOthers(db, visitorA, again, leaving);
    assert.deepEqual(await names(), ['before', 'phone']);
    await signOut(db, visitorA, again, leaving);
    assert.deepEqual(await names(), ['before'], 'what no browser is known of stays until it is taken away');
  });

  it('go with their browser however it goes, and a browser that is gone takes none', async () => {
    const { db } = await open();
    const { id, secret } = await aCustomer(db);
    const browser = visitorOf(await inTransaction(db, (within) => joinAccount(within, visitorOf(secret), null)));
    await keepPushDevice(db, id, device('a'), { browser });
    await keepPushDevice(db, id, device('before'));
    assert.deepEqual([await isPushedIn(db, id, browser), (await listPushDevices(db, id)).length], [true, 2]);
    await tiePushDevice(db, id, pushIdOf(device('before').endpoint), browser);
    await db.deleteFrom('visitor').where('id', '=', browser).execute();
    assert.deepEqual([await isPushedIn(db, id, browser), (await listPushDevices(db, id)).length], [false, 0]);
    await assert.rejects(keepPushDevice(db, id, device('a'), { browser }), { code: 'VISITOR_UNKNOWN' });
  });

  it('gone with the last browser that was signed out, are withdrawn in the log of consents', async () => {
    const { db } = await open();
    const { id, secret } = await aCustomer(db, {}, [
      ['wish', 'email'],
      ['wish', 'push'],
    ]);
    const account = visitorOf(secret);
    const enter = async (): Promise<VisitorId> =>
      visitorOf(await inTransaction(db, (within) => joinAccount(within, account, null)));
    const [phone, tablet, library] = [await enter(), await enter(), await enter()];
    for (const [name, browser] of Object.entries({ phone, tablet }))
      await keepPushDevice(db, id, device(name), { browser });
    await signOut(db, account, library, leaving);
    await signOut(db, account, tablet, leaving);
    assert.deepEqual(await consentsOf(db, id), [], 'the phone is notified still');
    const here = await enter();
    assert.equal(await signOutOthers(db, account, here, leaving), 1);
    assert.deepEqual(await subscriptionsOf(db, id), [{ kind: 'wish', channel: 'email' }]);
    const { wording, language } = leaving;
    assert.deepEqual(await consentsOf(db, id), [
      {
        kind: 'wish',
        channel: 'push',
        action: 'withdrawn',
        wording,
        language,
        source: 'page',
        at: '2026-11-23T10:00:00.000Z',
      },
    ]);
    await db.insertInto('subscription').values({ customer: id, kind: 'new', channel: 'push', at: '2026' }).execute();
    await signOut(db, account, here, leaving);
    assert.equal((await consentsOf(db, id)).length, 1, 'of a browser that was not notified nothing is said');
  });

  it('two accounts that are entered from one browser at once are both in, and one alone takes it', async () => {
    const { db } = await open();
    for (let turn = 0; turn < 8; turn++) {
      const [a, b] = [await aCustomer(db), await aCustomer(db)];
      const { visitor: browser } = await createVisitor(db);
      const enter = (secret: string) => inTransaction(db, (within) => joinAccount(within, visitorOf(secret), browser));
      const both = await Promise.all([enter(a.secret), enter(b.secret)]);
      assert.equal(new Set(both).size, 2, `turn ${turn}`);
    }
  });

  it('turned on in two browsers at once, add one notification to what is told otherwise', async () => {
    const { db } = await open();
    const { id } = await aCustomer(db, {}, [
      ['wish', 'email'],
      ['digest', 'email'],
    ]);
    const shown = { wording: 'as shown', language: 'fr', first: true, now } as const;
    const { second } = await db.transaction().execute(async (within) => {
      assert.deepEqual(await agreeToPush(within, id, shown), ['digest', 'wish']);
      const waiting = agreeToPush(db, id, shown);
      await sleep(200);
      return { second: waiting };
    });
    assert.deepEqual(await second, []);
    assert.deepEqual(
      (await subscriptionsOf(db, id)).filter(({ channel }) => channel === 'push').map(({ kind }) => kind),
      ['wish', 'digest'],
    );
  });

  it('whatever comes first, none outlives the sign-out of its browser', async () => {
    const { db } = await open();
    const { id, secret } = await aCustomer(db);
    const account = visitorOf(secret);
    for (let turn = 0; turn < 20; turn++) {
      const browser = visitorOf(await inTransaction(db, (within) => joinAccount(within, account, null)));
      await keepPushDevice(db, id, device(`old${turn}`), { browser });
      const renewal = keepPushDevice(db, id, device(`new${turn}`), {
        browser,
        replaces: device(`old${turn}`).endpoint,
      });
      const [, kept] = await Promise.allSettled([signOut(db, account, browser, leaving), renewal]);
      if (kept.status === 'rejected') assert.equal(Reflect.get(kept.reason, 'code'), 'VISITOR_UNKNOWN');
      assert.deepEqual(await listPushDevices(db, id), [], `turn ${turn}`);
    }
  });
});

const visitorOf = (secret: string): VisitorId => {
  const id = visitorIdOf(secret);
  assert.ok(id !== null);
  return id;
};
