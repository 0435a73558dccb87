import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { CustomerId } from '#brand.ts';
import { vapidOf } from '#notify/push/vapid.ts';
import { listPushDevices, pushIdOf } from '#state/push-subscriptions.ts';
import type { AlertKind, ChannelName } from '#state/tables/customers.ts';
import { aCustomer } from '../helpers/a-customer.ts';
import { browserOf, keepingApp, type KeepingApp } from '../helpers/web-visitor.ts';
import { browserKeys } from '../notify/push-service.ts';

let kept: KeepingApp;
before(async () => {
  kept = await keepingApp((lanterne) => ({
    ...lanterne,
    config: { ...lanterne.config, contact: 'cinema@films.example' },
  }));
});
after(() => kept[Symbol.asyncDispose]());

type Browser = ReturnType<typeof browserOf>;

/** Someone signed in, on a browser of theirs. */
async function signedIn(
  subscribed: readonly (readonly [AlertKind, ChannelName])[] = [],
  confirmed = true,
): Promise<{ readonly browser: Browser; readonly id: CustomerId }> {
  const { id, secret } = await aCustomer(kept.state.db, confirmed ? {} : { confirmed: null }, subscribed);
  const plain = browserOf(kept.app);
  const cookie = { Cookie: `__Host-visitor=${secret}` };
  return {
    id,
    browser: {
      ...plain,
      get: (path, headers = {}) => plain.get(path, { ...cookie, ...headers }),
      post: (path, fields, headers = {}) =>
        plain.post(path, fields, { ...cookie, Accept: 'application/json', ...headers }),
    },
  };
}

let made = 0;
const fieldsOf = (name = String(++made)): Record<string, string> => {
  const { endpoint, p256dh, auth } = browserKeys(`https://push.example.org/send/${name}`).device;
  return { endpoint, p256dh, auth };
};
const said = (id: CustomerId) =>
  kept.state.db
    .selectFrom('consent')
    .select(['kind', 'action', 'wording', 'language', 'source'])
    .where('customer', '=', id)
    .where('channel', '=', 'push')
    .orderBy('id')
    .execute();
const told = async (id: CustomerId): Promise<AlertKind[]> =>
  (
    await kept.state.db
      .selectFrom('subscription')
      .select('kind')
      .where('customer', '=', id)
      .where('channel', '=', 'push')
      .orderBy('kind')
      .execute()
  ).map(({ kind }) => kind);

describe('notifications on this device', () => {
  it('are kept for who is signed in, once, with what they agreed to', async () => {
    const { browser, id } = await signedIn([
      ['wish', 'email'],
      ['digest', 'email'],
      ['wish', 'phone'],
    ]);
    const fields = fieldsOf();
    const standing = async () =>
      (await browser.get(`/alertes/appareil?id=${pushIdOf(fields['endpoint'] ?? '')}`)).json();
    const { publicKey } = await vapidOf(kept.state.db);
    assert.deepEqual(await standing(), { key: publicKey, known: false });
    for (const _ of [1, 2])
      assert.deepEqual(await (await browser.post('/alertes/appareil', fields)).json(), { known: true });
    assert.deepEqual(await standing(), { key: publicKey, known: true });
    assert.equal((await listPushDevices(kept.state.db, id)).length, 1);
    assert.deepEqual(await told(id), ['digest', 'wish']);
    const consents = await said(id);
    assert.deepEqual(
      consents.map(({ kind, action }) => `${kind} ${action}`),
      ['digest given', 'wish given'],
    );
    assert.match(consents[0]?.wording ?? '', /^En les recevant, vous acceptez/);

    const english = await browser.post('/en/alertes/appareil/retirer', { endpoint: fields['endpoint'] ?? '' });
    assert.deepEqual(await english.json(), { known: false });
    assert.deepEqual(await told(id), []);
    assert.deepEqual(
      (await said(id))
        .slice(2)
        .map(({ kind, action, language }) => `${kind} ${action} ${language}`)
        .toSorted(),
      ['digest withdrawn en', 'wish withdrawn en'],
    );
    assert.equal((await browser.post('/alertes/appareil/retirer', { endpoint: fields['endpoint'] ?? '' })).status, 200);
    assert.equal((await said(id)).length, 4);
  });

  it('stay when a page of preferences that was shown before them is sent', async () => {
    const { browser, id } = await signedIn([['wish', 'email']]);
    const page = await (await browser.get('/alertes')).text();
    const channels = /name="channels" value="([^"]*)"/.exec(page)?.[1] ?? '';
    assert.equal(channels, 'none');
    await browser.post('/alertes/appareil', fieldsOf());
    const shown = await told(id);
    assert.notDeepEqual(shown, []);
    const form = { 'wish.email': 'on', radius: '30', language: 'fr', commune: '', cap: '', name: 'Q' };
    assert.equal((await browser.post('/alertes/preferences', { ...form, channels })).status, 303);
    assert.deepEqual(await told(id), shown);
    await browser.post('/alertes/preferences', { ...form, channels: 'email,push' });
    assert.deepEqual(await told(id), []);
  });

  it('leave what was chosen for them, and stay while a device is left', async () => {
    const { browser, id } = await signedIn([
      ['wish', 'email'],
      ['wish', 'push'],
      ['digest', 'email'],
    ]);
    const [one, two] = [fieldsOf(), fieldsOf()];
    await browser.post('/alertes/appareil', one);
    await browser.post('/alertes/appareil', two);
    assert.deepEqual(await told(id), ['wish']);
    await browser.post('/alertes/appareil/retirer', { id: pushIdOf(one['endpoint'] ?? '') });
    assert.deepEqual(await told(id), ['wish']);
    assert.equal((await listPushDevices(kept.state.db, id)).length, 1);
  });

  it('are agreed to anew when they are turned on after the last device was signed out', async () => {
    const { browser, id } = await signedIn([['wish', 'email']]);
    await browser.post('/alertes/appareil', fieldsOf());
    await kept.state.db.deleteFrom('push_subscription').where('customer', '=', id).execute();
    assert.deepEqual(await told(id), ['wish'], 'what was chosen stands');
    await browser.post('/alertes/appareil', fieldsOf());
    await browser.post('/alertes/appareil', fieldsOf());
    const consents = (await said(id)).map(({ kind, action }) => `${kind} ${action}`);
    assert.deepEqual(consents, ['wish given', 'wish given'], 'once for each first device');
  });

  it('do not come to a browser in which nobody turned them on', async () => {
    const { browser, id } = await signedIn([['wish', 'email']]);
    const elsewhere = fieldsOf();
    await browser.post('/alertes/appareil', elsewhere);
    await kept.state.db.updateTable('push_subscription').set({ browser: null }).where('customer', '=', id).execute();
    const without = await browser.post('/alertes/appareil', { ...fieldsOf(), renewed: '1', old: '' });
    assert.deepEqual(await without.json(), { known: false });
    // its page, opened again there, says which browser it is
    await browser.get(`/alertes/appareil?id=${pushIdOf(elsewhere['endpoint'] ?? '')}`);
    const renewed = await browser.post('/alertes/appareil', { ...fieldsOf(), renewed: '1', old: '' });
    assert.deepEqual(await renewed.json(), { known: true });
  });

  it('follow a device that changes its address, and none that was taken away', async () => {
    const { browser, id } = await signedIn([['wish', 'email']]);
    const [one, two, three] = [fieldsOf(), fieldsOf(), fieldsOf()];
    const renewed = { renewed: '1', old: one['endpoint'] ?? '' };
    assert.deepEqual(await (await browser.post('/alertes/appareil', { ...two, ...renewed })).json(), { known: false });
    assert.deepEqual(await (await browser.post('/alertes/appareil', { ...two, renewed: '1' })).json(), {
      known: false,
    });
    await browser.post('/alertes/appareil', one);
    assert.deepEqual(await (await browser.post('/alertes/appareil', { ...two, ...renewed })).json(), { known: true });
    assert.deepEqual(
      (await listPushDevices(kept.state.db, id)).map(({ endpoint }) => endpoint),
      [two['endpoint']],
    );
    assert.deepEqual(await (await browser.post('/alertes/appareil', { ...three, renewed: '1' })).json(), {
      known: true,
    });
    assert.equal((await said(id)).length, 1);
  });

  it('have their switch on the page of alerts, and their end in its list ends the consent with the last', async () => {
    const { browser, id } = await signedIn([['wish', 'email']]);
    const [one, two] = [fieldsOf(), fieldsOf()];
    for (const fields of [one, two]) await browser.post('/alertes/appareil', fields);
    for (const path of ['/alertes', '/en/alertes'])
      assert.match(await (await browser.get(path)).text(), /id="push" class="push"[^>]*hidden/);
    for (const [fields, left] of [
      [one, ['wish']],
      [two, []],
    ] as const) {
      const device = pushIdOf(fields['endpoint'] ?? '');
      assert.equal((await browser.post('/compte/appareils', { do: 'push', device })).status, 303);
      assert.deepEqual(await told(id), left);
    }
    assert.deepEqual(
      (await said(id)).map(({ kind, action }) => `${kind} ${action}`),
      ['wish given', 'wish withdrawn'],
    );
    const { browser: other } = await signedIn();
    await browser.post('/alertes/appareil', one);
    await other.post('/compte/appareils', { do: 'push', device: pushIdOf(one['endpoint'] ?? '') });
    assert.equal((await listPushDevices(kept.state.db, id)).length, 1, 'nobody ends another’s');
  });

  it('of a page without script, taken away by a form, lead back to the page', async () => {
    const { browser } = await signedIn();
    const fields = fieldsOf();
    await browser.post('/alertes/appareil', fields);
    const answer = await browser.post(
      '/en/alertes/appareil/retirer',
      { id: pushIdOf(fields['endpoint'] ?? '') },
      { Accept: 'text/html' },
    );
    assert.deepEqual([answer.status, answer.headers.get('location')], [303, '/en/alertes']);
  });
});

describe('what is refused', () => {
  it('who is not signed in, or has not confirmed', async () => {
    const stranger = browserOf(kept.app);
    assert.deepEqual(await (await stranger.get('/alertes/appareil')).json(), { key: null, known: false });
    for (const path of ['/alertes/appareil', '/alertes/appareil/retirer'])
      assert.equal((await stranger.post(path, fieldsOf())).status, 403);
    const { browser, id } = await signedIn([], false);
    assert.equal((await browser.post('/alertes/appareil', fieldsOf())).status, 403);
    assert.equal((await listPushDevices(kept.state.db, id)).length, 0);
  });

  it('another’s device is neither seen nor taken away', async () => {
    const [a, b] = [await signedIn(), await signedIn()];
    const fields = fieldsOf();
    await a.browser.post('/alertes/appareil', fields);
    const id = pushIdOf(fields['endpoint'] ?? '');
    assert.equal((await (await b.browser.get(`/alertes/appareil?id=${id}`)).json()).known, false);
    await b.browser.post('/alertes/appareil/retirer', { id });
    assert.equal((await listPushDevices(kept.state.db, a.id)).length, 1);
  });

  it('addresses and keys that no browser has, with a page that tells nothing of them', async () => {
    const { browser, id } = await signedIn();
    const good = fieldsOf();
    for (const bad of [
      { endpoint: 'http://push.example.org/x' },
      { endpoint: 'https://169.254.169.254/latest/meta-data' },
      { endpoint: 'https://127.0.0.1:9200/' },
      { endpoint: '' },
      { p256dh: 'AAAA' },
      { auth: 'AAAA' },
    ]) {
      const answer = await browser.post('/alertes/appareil', { ...good, ...bad });
      assert.equal(answer.status, 422);
      assert.doesNotMatch(await answer.text(), /169\.254|9200/);
    }
    assert.equal((await listPushDevices(kept.state.db, id)).length, 0);
  });

  it('a form of another site', async () => {
    const { browser } = await signedIn();
    const answer = await browser.post('/alertes/appareil', fieldsOf(), {
      Origin: 'https://elsewhere.example',
      'Sec-Fetch-Site': 'cross-site',
    });
    assert.equal(answer.status, 403);
  });
});
