import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Channel, Delivery as ToDeliver, Outcome } from '#notify/channel.ts';
import { emailChannel, readSmtpUrl } from '#notify/channels/email.ts';
import { startDelivery, type DeliveryOptions } from '#notify/deliver/start-delivery.ts';
import type { Db } from '#state/schema.ts';
import { onBothEngines } from '../../state/engines.ts';
import { mailSink } from '../mail-sink.ts';
import { compose, noon, person, rowOf, told } from '../outbox-world.ts';

const sender = async () => ({ name: 'Ciné Test', address: 'alertes@house.test' });

/** A channel of the test's own, which answers as told. */
const answering = (answer: (delivery: ToDeliver) => Outcome): Channel & { readonly asked: ToDeliver[] } => {
  const asked: ToDeliver[] = [];
  return {
    name: 'email',
    asked,
    async send(delivery) {
      asked.push(delivery);
      return answer(delivery);
    },
    async [Symbol.asyncDispose]() {},
  };
};

const ok: Outcome = { kind: 'sent', id: '<1@house>', code: '250', detail: 'ok' };

async function deliver(db: Db, channel: Channel, options: Partial<DeliveryOptions> = {}): Promise<void> {
  await using delivery = await startDelivery({
    db,
    channels: new Map([[channel.name, channel]]),
    compose,
    mailsASecond: 1000,
    now: () => noon,
    random: () => 0.5,
    poll: 20,
    patience: [],
    ...options,
  });
  await delivery.drained();
}

onBothEngines('delivery', ({ open }) => {
  test('everybody gets it once, from two workers, by a real mail server', async () => {
    const { db } = await open();
    await using sink = await mailSink();
    const ids: number[] = [];
    for (let at = 0; at < 30; at++) ids.push(await told(db, await person(db, `p${at}@people.test`)));
    const workers = [1, 2].map(async () => {
      await using channel = emailChannel(readSmtpUrl(sink.url), { sender, bounceAddress: 'retours@house.test' });
      await deliver(db, channel);
    });
    await Promise.all(workers);
    assert.deepEqual(sink.taken.map(({ to }) => to).sort(), ids.map((_, at) => `p${at}@people.test`).sort());
    assert.ok(new Set(sink.taken.map(({ session }) => session)).size <= 16, 'connections are kept');
    for (const mail of sink.taken) {
      assert.match(mail.from, /^retours\+\d+\.[\da-f]{20}@house\.test$/);
      assert.equal(mail.messageId, `<${mail.envid}@house.test>`);
    }
    for (const id of ids) {
      const row = await rowOf(db, id);
      assert.deepEqual([row?.state, row?.attempts, row?.claimed_by, row?.handed], ['sent', 1, null, null]);
    }
    assert.equal((await db.selectFrom('attempt').selectAll().execute()).length, 30);
  });

  test('later, refused, refused for good: each as its class asks', async () => {
    const { db } = await open();
    await using sink = await mailSink({
      rcpt: (address) =>
        address.startsWith('grey')
          ? '451 4.7.1 greylisted, try again in 300 seconds'
          : address.startsWith('gone')
            ? '550 5.1.1 user unknown'
            : address.startsWith('policy')
              ? '550 5.7.1 refused by policy'
              : null,
    });
    await using channel = emailChannel(readSmtpUrl(sink.url), { sender });
    const grey = await told(db, await person(db, 'grey@people.test'));
    const goneId = await person(db, 'gone@people.test');
    const gone = await told(db, goneId);
    const policy = await told(db, await person(db, 'policy@people.test'));
    const good = await told(db, await person(db, 'good@people.test'));
    await deliver(db, channel);
    const later = await rowOf(db, grey);
    assert.deepEqual([later?.state, later?.attempts], ['queued', 1]);
    assert.equal(later?.due, '2026-11-24T11:05:00.000Z', 'as long as the server asked');
    assert.equal((await rowOf(db, gone))?.state, 'failed');
    assert.equal((await rowOf(db, policy))?.state, 'failed');
    assert.equal((await rowOf(db, good))?.state, 'sent');
    assert.equal(sink.taken.length, 1);
    const suppressed = await db.selectFrom('suppression').selectAll().execute();
    assert.equal(suppressed.length, 1);
    assert.equal(suppressed[0]?.reason, 'bounced');
    const consent = await db.selectFrom('consent').selectAll().execute();
    assert.deepEqual(
      consent.map(({ customer, action, source }) => [customer, action, source]),
      [
        [goneId, 'withdrawn', 'bounce'],
        [goneId, 'withdrawn', 'bounce'],
      ],
    );
    const next = await told(db, goneId, { message: 'account:1', kind: 'account' });
    await deliver(db, channel);
    assert.deepEqual(await rowOf(db, next).then((row) => [row?.state, row?.reason, row?.payload]), [
      'suppressed',
      'address suppressed (bounced)',
      '{}',
    ]);
  });

  test('what is asked again right before it leaves', async () => {
    const { db } = await open();
    const channel = answering(() => ok);
    const cases: [string, number, string][] = [];
    const add = async (name: string, id: number, reason: string) => void cases.push([name, id, reason]);
    await add('late', await told(db, await person(db, 'a@p.test'), { stale: noon }), 'too late');
    await add('new', await told(db, await person(db, 'b@p.test', { confirmed: false })), 'not confirmed');
    await add('left', await told(db, await person(db, 'c@p.test', { kinds: ['wish'] })), 'unsubscribed');
    const paused = await person(db, 'd@p.test');
    await db
      .updateTable('customer')
      .set({ paused_until: '2026-12-01T00:00:00.000Z' })
      .where('id', '=', paused)
      .execute();
    await add('paused', await told(db, paused), 'paused');
    await add('nowhere', await told(db, await person(db, null)), 'no address');
    await add(
      'staff',
      await told(db, null, { recipient: 'staff:AAAAAAAAAAAAAAAAAAAAAA', kind: 'account' }),
      'no longer of the staff',
    );
    await deliver(db, channel, { compose: () => null });
    for (const [name, id, reason] of cases) {
      const row = await rowOf(db, id);
      assert.deepEqual([name, row?.state, row?.reason], [name, 'suppressed', reason]);
    }
    const untrue = await told(db, await person(db, 'e@p.test'));
    await deliver(db, channel, { compose: () => null });
    assert.equal((await rowOf(db, untrue))?.reason, 'no longer true');
    assert.equal(channel.asked.length, 0);
  });

  test('quiet hours put a letter off, and not those that a person waits for', async () => {
    const { db } = await open();
    const channel = answering(() => ok);
    const who = await person(db, 'a@p.test');
    const night = await told(db, who);
    const code = await told(db, who, { message: 'account:1', kind: 'account' });
    const farewell = await told(db, null, { recipient: 'address:bye@p.test', kind: 'account' });
    const morning = noon.add({ hours: 9 });
    await deliver(db, channel, { notBefore: () => morning });
    assert.deepEqual(await rowOf(db, night).then((row) => [row?.state, row?.due, row?.attempts]), [
      'queued',
      '2026-11-24T20:00:00.000Z',
      0,
    ]);
    assert.deepEqual(await rowOf(db, code).then((row) => [row?.state, row?.payload]), ['sent', '{}']);
    assert.equal(await rowOf(db, farewell), undefined, 'an address of nobody’s is gone once written to');
    assert.deepEqual(channel.asked.map(({ to }) => to.email).sort(), ['a@p.test', 'bye@p.test']);
  });

  test('after eight tries, or when it would come too late, it is a dead letter', async () => {
    const { db } = await open();
    const channel = answering(() => ({ kind: 'later', code: '450', detail: 'not now', domain: null }));
    const id = await told(db, await person(db, 'a@p.test'), { stale: noon.add({ hours: 400 }) });
    let now = noon;
    for (let attempt = 1; attempt <= 8; attempt++) {
      await deliver(db, channel, { now: () => now });
      const row = await rowOf(db, id);
      assert.deepEqual([row?.attempts, row?.state], [attempt, attempt === 8 ? 'failed' : 'queued']);
      now = now.add({ hours: 7 });
    }
    assert.equal(channel.asked.length, 8);
    assert.equal(new Set(channel.asked.map(({ key }) => key)).size, 1, 'the same name at each try');
    const soon = await told(db, await person(db, 'b@p.test'), {
      message: 'm',
      stale: now.add({ seconds: 20 }),
      due: noon,
    });
    await deliver(db, channel, { now: () => now });
    assert.equal((await rowOf(db, soon))?.state, 'failed');
  });

  test('five failures in a row leave a server alone; one letter tries it again; its answer mends it', async () => {
    const { db } = await open();
    let broken = true;
    const channel: Channel & { readonly asked: ToDeliver[] } = {
      ...answering(() => (broken ? { kind: 'later', code: 'ECONNECTION', detail: 'down', domain: 'smtp:mx' } : ok)),
      server: 'smtp:mx',
    };
    const ids: number[] = [];
    for (let at = 0; at < 12; at++) ids.push(await told(db, await person(db, `p${at}@p.test`)));
    let now = noon;
    await deliver(db, channel, { now: () => now, atOnce: 1 });
    assert.equal(channel.asked.length, 5);
    now = noon.add({ seconds: 61 });
    await deliver(db, channel, { now: () => now, atOnce: 1 });
    assert.equal(channel.asked.length, 6, 'half open: one');
    broken = false;
    now = noon.add({ hours: 7 });
    await deliver(db, channel, { now: () => now, atOnce: 1 });
    for (const id of ids) assert.equal((await rowOf(db, id))?.state, 'sent');
    assert.deepEqual(await db.selectFrom('circuit').selectAll().execute(), []);
  });

  test('stopped, it lets what is under way end and puts the rest back', async () => {
    const { db } = await open();
    let release: () => void = () => {};
    const gone = new Promise<void>((resolve) => (release = resolve));
    let sent = 0;
    const channel: Channel = {
      name: 'email',
      async send() {
        await gone;
        sent++;
        return ok;
      },
      async [Symbol.asyncDispose]() {},
    };
    for (let at = 0; at < 20; at++) await told(db, await person(db, `p${at}@p.test`));
    const delivery = await startDelivery({
      db,
      channels: new Map([['email', channel]]),
      compose,
      mailsASecond: 1000,
      now: () => noon,
      atOnce: 4,
      poll: 10,
    });
    while ((await db.selectFrom('outbox').select('id').where('handed', 'is not', null).execute()).length === 0)
      await new Promise((resolve) => setTimeout(resolve, 5));
    const ending = delivery[Symbol.asyncDispose]();
    release();
    await ending;
    const states = await db.selectFrom('outbox').select(['state']).execute();
    assert.equal(states.filter(({ state }) => state === 'sent').length, sent);
    assert.equal(states.filter(({ state }) => state === 'queued').length, 20 - sent);
    assert.ok(sent >= 1 && sent <= 4);
  });
});
