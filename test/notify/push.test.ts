import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { z } from 'zod';
import type { Delivery, Letter, Outcome, PushAddress } from '#notify/channel.ts';
import { pushChannel } from '#notify/channels/push.ts';
import { rotateVapid, vapidOf, vapidSubject } from '#notify/push/vapid.ts';
import { openState, type State } from '#state/open-state.ts';
import { keepPushDevice, listPushDevices, mostPushFailures } from '#state/push-subscriptions.ts';
import { join } from 'node:path';
import { aCustomer } from '../helpers/a-customer.ts';
import { instant, temporaryFolder } from '../state/engines.ts';
import { browserKeys, startPushService, vapidClaims, type BrowserKeys, type PushService } from './push-service.ts';

const subject = 'mailto:cinema@films.example';
const letter: Letter = {
  subject: 'Le film que vous vouliez voir passe mercredi',
  text: '',
  html: '',
  short: 'La Rivière aux lanternes, mercredi 25 novembre à 20 h 30',
  link: 'https://films.example/seance/AAAAAAAAAAAAAAAAAAAAAA',
  language: 'fr',
  unsubscribe: null,
  list: 'wish',
};
const message = z.strictObject({
  title: z.string(),
  body: z.string(),
  link: z.string(),
  tag: z.string(),
  lang: z.string(),
});

let state: State;
let service: PushService;
const folder = temporaryFolder();
before(async () => {
  state = await openState({ file: join(folder, 'state.sqlite') });
  service = await startPushService();
});
after(async () => {
  await service[Symbol.asyncDispose]();
  await state[Symbol.asyncDispose]();
});

let made = 0;
/** A person with so many devices of this service. */
async function person(
  count = 1,
): Promise<{ readonly browsers: readonly BrowserKeys[]; readonly held: () => Promise<number> }> {
  const { id } = await aCustomer(state.db);
  const browsers = Array.from({ length: count }, () => browserKeys(`${service.url}/device/${++made}`));
  for (const { device } of browsers) await keepPushDevice(state.db, id, device);
  return { browsers, held: async () => (await listPushDevices(state.db, id)).length };
}
const pathOf = ({ device }: BrowserKeys): string => new URL(device.endpoint).pathname;
const receivedBy = (browser: BrowserKeys) => service.received.filter(({ path }) => path === pathOf(browser));

const delivery = (push: readonly PushAddress[], changes: Partial<Letter> = {}): Delivery => ({
  outbox: 1,
  key: `wish:tt0000001:2026-W48.${made}`,
  to: { name: null, email: null, phone: null, push },
  letter: { ...letter, ...changes },
});
async function send(browsers: readonly BrowserKeys[], changes: Partial<Letter> = {}): Promise<Outcome> {
  await using channel = pushChannel(state.db, {
    subject,
    loopback: true,
    patience: 300,
    now: () => instant('2026-11-24T16:00:00Z'),
  });
  return channel.send(
    delivery(
      browsers.map(({ device }) => device),
      changes,
    ),
    new AbortController().signal,
    async () => true,
  );
}

describe('a notification', () => {
  it('arrives encrypted for the device alone, signed by the house, with its topic', async () => {
    const { browsers } = await person();
    const [browser] = browsers;
    assert.ok(browser !== undefined);
    const outcome = await send(browsers);
    assert.equal(outcome.kind, 'sent');
    assert.equal(outcome.code, '201');
    const [pushed] = receivedBy(browser);
    assert.ok(pushed !== undefined);
    const read = message.parse(JSON.parse(browser.read(pushed.body)));
    assert.deepEqual(
      { ...read, tag: '' },
      { title: letter.subject, body: letter.short, link: letter.link, tag: '', lang: 'fr' },
    );
    assert.equal(pushed.headers['topic'], read.tag);
    assert.match(read.tag, /^[\w-]{32}$/);
    assert.equal(pushed.headers['ttl'], '86400');
    assert.equal(pushed.headers['urgency'], 'normal');
    assert.equal(pushed.headers['content-encoding'], 'aes128gcm');
    assert.doesNotMatch(pushed.body.toString('latin1'), /lanternes|mercredi/);
    const { aud, exp, sub, key } = vapidClaims(pushed.headers.authorization ?? '');
    assert.equal(aud, service.url);
    assert.equal(sub, subject);
    assert.equal(key, (await vapidOf(state.db)).publicKey);
    const hours = (exp - Date.now() / 1000) / 3600;
    assert.ok(hours > 0 && hours <= 24, `${hours}`);
    // another browser cannot read it
    assert.throws(() => browserKeys('https://push.example.org/x').read(pushed.body));
  });

  it('repeated, bears the same topic, so that it takes the place of the first', async () => {
    const { browsers } = await person();
    const [browser] = browsers;
    assert.ok(browser !== undefined);
    await send(browsers);
    await send(browsers, { short: 'autre' });
    const [first, second] = receivedBy(browser);
    assert.equal(first?.headers['topic'], second?.headers['topic']);
  });

  it('goes to every device, and is sent when one took it', async () => {
    const { browsers, held } = await person(3);
    const [gone, busy, fine] = browsers;
    assert.ok(gone !== undefined && busy !== undefined && fine !== undefined);
    service.replies.set(pathOf(gone), [{ status: 410 }]);
    service.replies.set(pathOf(busy), [{ status: 503 }]);
    assert.equal((await send(browsers)).kind, 'sent');
    assert.equal(receivedBy(fine).length, 1);
    assert.equal(await held(), 2);
  });

  it('is cut to what services take, in whole characters, and once more when one finds it too long', async () => {
    const { browsers } = await person();
    const [browser] = browsers;
    assert.ok(browser !== undefined);
    service.replies.set(pathOf(browser), [{ status: 413 }]);
    const outcome = await send(browsers, { subject: '🎬'.repeat(3000), short: 'é'.repeat(3000) });
    assert.equal(outcome.kind, 'sent');
    const [long, short] = receivedBy(browser).map(({ body }) => ({
      size: body.length,
      ...message.parse(JSON.parse(browser.read(body))),
    }));
    assert.ok(long !== undefined && short !== undefined);
    assert.ok(long.size < 4096 && short.size < 1000, `${long.size} ${short.size}`);
    assert.match(long.title, /^(?:🎬)+…$/u);
    assert.match(short.body, /^é+…$/);
  });
});

describe('what a push service answers', () => {
  for (const status of [404, 410])
    it(`${status}: the device is forgotten, and with none left it is refused`, async () => {
      const { browsers, held } = await person();
      for (const one of browsers) service.replies.set(pathOf(one), [{ status }]);
      const outcome = await send(browsers);
      assert.deepEqual([outcome.kind, outcome.code], ['refused', String(status)]);
      assert.ok(outcome.kind === 'refused' && !outcome.address);
      assert.equal(await held(), 0);
    });

  it('429 and 5xx: later, when the service says so', async () => {
    const { browsers, held } = await person();
    const [browser] = browsers;
    assert.ok(browser !== undefined);
    service.replies.set(pathOf(browser), [
      { status: 429, headers: { 'Retry-After': '120' } },
      { status: 503, headers: { 'Retry-After': 'Tue, 24 Nov 2026 16:10:00 GMT' } },
      { status: 500, body: 'x'.repeat(300_000) },
      { status: 500, body: 'oops' },
    ]);
    const outcomes = [await send(browsers), await send(browsers), await send(browsers), await send(browsers)];
    assert.deepEqual(
      outcomes.map(({ kind }) => kind),
      ['later', 'later', 'later', 'later'],
    );
    assert.deepEqual(
      outcomes.map((one) => (one.kind === 'later' ? one.after : null)),
      [120, 600, undefined, undefined],
    );
    assert.ok(outcomes.every((one) => one.kind === 'later' && one.domain === new URL(service.url).host));
    assert.equal(await held(), 1);
  });

  it('nothing: later, once its time is over', async () => {
    const { browsers, held } = await person();
    for (const one of browsers) service.replies.set(pathOf(one), ['silent']);
    const outcome = await send(browsers);
    assert.deepEqual([outcome.kind, outcome.code], ['later', 'ETIMEDOUT']);
    assert.equal(await held(), 1);
  });

  it('no connection at all: later; and who stops the house stops the wait', async () => {
    const closed = await startPushService();
    await closed[Symbol.asyncDispose]();
    const away = await send([browserKeys(`${closed.url}/x`)]);
    assert.deepEqual([away.kind, away.code], ['later', 'ECONNREFUSED']);
    const { browsers } = await person();
    for (const one of browsers) service.replies.set(pathOf(one), ['silent']);
    await using channel = pushChannel(state.db, { subject, loopback: true });
    const outcome = await channel.send(
      delivery(browsers.map(({ device }) => device)),
      AbortSignal.timeout(50),
      async () => true,
    );
    assert.equal(outcome.kind, 'later');
  });

  it('another refusal: counted, and the device is given up after five', async () => {
    const { browsers, held } = await person();
    for (const one of browsers)
      service.replies.set(
        pathOf(one),
        Array.from({ length: mostPushFailures }, () => ({ status: 406 })),
      );
    for (let at = 1; at < mostPushFailures; at++) assert.equal((await send(browsers)).kind, 'refused');
    assert.equal(await held(), 1);
    assert.match((await send(browsers)).detail, /forgotten/);
    assert.equal(await held(), 0);
  });

  it('a redirection is not followed', async () => {
    const { browsers } = await person();
    const [browser] = browsers;
    assert.ok(browser !== undefined);
    service.replies.set(pathOf(browser), [{ status: 307, headers: { Location: `${service.url}/elsewhere` } }]);
    assert.equal((await send(browsers)).kind, 'refused');
    assert.equal(service.received.filter(({ path }) => path === '/elsewhere').length, 0);
  });
});

describe('the keys of the house', () => {
  it('are made once; new ones leave the old ones to devices that have not come by', async () => {
    const first = await vapidOf(state.db);
    assert.deepEqual(await vapidOf(state.db), first);
    const next = await rotateVapid(state.db);
    assert.notEqual(next.publicKey, first.publicKey);
    const { browsers } = await person();
    const [browser] = browsers;
    assert.ok(browser !== undefined);
    service.replies.set(pathOf(browser), [{ status: 403 }]);
    assert.equal((await send(browsers)).kind, 'sent');
    assert.deepEqual(
      receivedBy(browser).map(({ headers }) => vapidClaims(headers.authorization ?? '').key),
      [next.publicKey, first.publicKey],
    );
  });

  it('say whom a service may write to, or nothing is pushed', () => {
    assert.equal(vapidSubject({ contact: 'a@films.example', mailFrom: 'b@films.example' }), 'mailto:a@films.example');
    assert.equal(vapidSubject({ mailFrom: 'b@films.example' }), 'mailto:b@films.example');
    assert.equal(vapidSubject({ origin: 'https://films.example' }), 'https://films.example');
    for (const origin of ['http://films.example', 'https://localhost']) assert.equal(vapidSubject({ origin }), null);
    assert.equal(vapidSubject({}), null);
  });
});

describe('an endpoint that is not to be asked', () => {
  it('is not, even when it stands in the state, and is forgotten', async () => {
    const { browsers, held } = await person();
    await using channel = pushChannel(state.db, { subject });
    const earlier = service.received.length;
    const outcome = await channel.send(
      delivery(browsers.map(({ device }) => device)),
      new AbortController().signal,
      async () => true,
    );
    assert.deepEqual([outcome.kind, outcome.code], ['refused', 'EADDRESS']);
    assert.equal(service.received.length, earlier);
    assert.equal(await held(), 0);
  });
});
