import assert from 'node:assert/strict';
import { it } from 'node:test';
import {
  dropPushDevice,
  hasPushDevice,
  keepPushDevice,
  listPushDevices,
  mostPushDevices,
  mostPushFailures,
  notePushRefused,
  notePushSent,
  pushIdOf,
  type PushDevice,
} from '#state/push-subscriptions.ts';
import { aCustomer } from '../helpers/a-customer.ts';
import { instant, onBothEngines } from './engines.ts';

const device = (name: string, auth = 'a'): PushDevice => ({
  endpoint: `https://push.example.org/${name}`,
  p256dh: 'p',
  auth,
});
const now = instant('2026-11-23T10:00:00Z');

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
});
