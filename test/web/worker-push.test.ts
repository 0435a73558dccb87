import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createContext, runInContext } from 'node:vm';
import { pushIdOf } from '#state/push-subscriptions.ts';
import { workerScript } from '#web/offline/worker-script.ts';

const origin = 'https://films.example';
const { body: script } = workerScript({ accent: '#b3541e', cinemaName: 'Le Rex' }, []);

interface Told {
  readonly title: string;
  readonly options: { readonly body: string; readonly tag: string; readonly data: string; readonly lang: string };
}
interface World {
  readonly shown: Told[];
  readonly opened: string[];
  readonly focused: string[];
  readonly sent: { readonly address: string; readonly fields: Record<string, string> }[];
  /** How often the device's subscription was ended. */
  readonly ended: () => number;
  readonly subscribedWith: unknown[];
  /** What the house was asked of devices. */
  readonly asked: string[];
  fire(type: string, event: Record<string, unknown>): Promise<void>;
}

/** The worker in a scope of our own, with what a browser would give it. */
function world(tabs: readonly string[] = [], { known = false } = {}): World {
  const listeners = new Map<string, ((event: unknown) => void)[]>();
  const [shown, opened, focused, sent, subscribedWith]: [
    Told[],
    string[],
    string[],
    { address: string; fields: Record<string, string> }[],
    unknown[],
  ] = [[], [], [], [], []];
  const asked: string[] = [];
  let ended = 0;
  const subscription = (endpoint: string) => ({
    endpoint,
    toJSON: () => ({ endpoint, keys: { p256dh: 'p', auth: 'a' } }),
    unsubscribe: async () => void ended++,
  });
  const scope: Record<string, unknown> = {
    URL,
    URLSearchParams,
    Request,
    Response,
    setTimeout: (work: () => void) => setImmediate(work),
    crypto,
    TextEncoder,
    Uint8Array,
    Array,
    caches: {
      delete: async () => true,
      open: async () => ({ match: async () => undefined }),
      match: async () => undefined,
    },
    location: new URL(`${origin}/sw.js`),
    addEventListener: (type: string, listener: (event: unknown) => void) =>
      listeners.set(type, [...(listeners.get(type) ?? []), listener]),
    fetch: async (address: string, init?: { body?: URLSearchParams }) => {
      if (init?.body !== undefined) sent.push({ address, fields: Object.fromEntries(init.body) });
      else if (address.includes('?')) asked.push(address);
      return { ok: true, json: async () => ({ key: 'HOUSE', known }) };
    },
    clients: {
      matchAll: async () => tabs.map((url) => ({ url, focus: async () => void focused.push(url) })),
      openWindow: async (address: string) => void opened.push(address),
    },
    registration: {
      showNotification: async (title: string, options: Told['options']) => void shown.push({ title, options }),
      pushManager: {
        getSubscription: async () => (ended > 0 ? null : subscription('https://push.example.org/now')),
        subscribe: async ({ applicationServerKey }: { applicationServerKey: unknown }) => {
          subscribedWith.push(applicationServerKey);
          return subscription('https://push.example.org/new');
        },
      },
    },
  };
  scope['self'] = scope;
  runInContext(script, createContext(scope));
  return {
    shown,
    opened,
    focused,
    sent,
    subscribedWith,
    asked,
    ended: () => ended,
    async fire(type, event) {
      const works: Promise<unknown>[] = [];
      const more = { waitUntil: (work: Promise<unknown>) => void works.push(work), respondWith: () => {} };
      for (const listener of listeners.get(type) ?? []) listener({ ...event, ...more });
      await Promise.all(works);
    },
  };
}

const pushed = (text: string) => ({ data: { json: (): unknown => JSON.parse(text) } });

describe('a message to the worker', () => {
  it('is shown as it was written', async () => {
    const { fire, shown } = world();
    await fire(
      'push',
      pushed(JSON.stringify({ title: 'Ce soir', body: '20 h 30', link: `${origin}/seance/x`, tag: 't', lang: 'fr' })),
    );
    assert.equal(shown.length, 1);
    assert.equal(shown[0]?.title, 'Ce soir');
    assert.deepEqual(
      { ...shown[0]?.options },
      {
        body: '20 h 30',
        lang: 'fr',
        icon: '/icon/192.png',
        badge: '/icon/192.png',
        tag: 't',
        data: `${origin}/seance/x`,
      },
    );
  });

  it('that cannot be read is shown all the same: browsers want it', async () => {
    for (const event of [{ data: null }, pushed('{'), pushed('null'), pushed('[1]'), pushed('{"title":{},"body":7}')]) {
      const { fire, shown } = world();
      await fire('push', event);
      assert.equal(shown.length, 1);
      assert.equal(shown[0]?.title, 'Le Rex');
      assert.equal(shown[0]?.options.body, 'Du nouveau dans vos alertes.');
    }
  });
});

describe('a notification that is touched', () => {
  const touched = (data: unknown, closed: string[] = []) => ({
    notification: { data, close: () => void closed.push('') },
  });

  it('goes away and opens its page, or the tab that has it', async () => {
    const closed: string[] = [];
    const alone = world([`${origin}/films`]);
    await alone.fire('notificationclick', touched(`${origin}/seance/x`, closed));
    assert.deepEqual([closed.length, alone.opened, alone.focused], [1, [`${origin}/seance/x`], []]);
    const there = world([`${origin}/films`, `${origin}/seance/x`]);
    await there.fire('notificationclick', touched('/seance/x'));
    assert.deepEqual([there.opened, there.focused], [[], [`${origin}/seance/x`]]);
  });

  it('opens no other site', async () => {
    for (const link of [
      'https://elsewhere.example/',
      '//elsewhere.example',
      'javascript:alert(1)',
      'http://',
      null,
      7,
    ]) {
      const { fire, opened } = world();
      await fire('notificationclick', touched(link));
      assert.deepEqual(opened, [`${origin}/`], String(link));
    }
  });
});

describe('a device whose address changes', () => {
  it('tells the house its new address, and which one it had', async () => {
    const { fire, sent, subscribedWith } = world();
    const key = new ArrayBuffer(65);
    await fire('pushsubscriptionchange', {
      oldSubscription: { endpoint: 'https://push.example.org/old', options: { applicationServerKey: key } },
      newSubscription: null,
    });
    assert.deepEqual(subscribedWith, [key]);
    assert.deepEqual(sent, [
      {
        address: '/alertes/appareil',
        fields: {
          endpoint: 'https://push.example.org/new',
          p256dh: 'p',
          auth: 'a',
          renewed: '1',
          old: 'https://push.example.org/old',
        },
      },
    ]);
  });

  it('asks the house for its key where the browser says nothing of the old one', async () => {
    const { fire, sent, subscribedWith } = world();
    await fire('pushsubscriptionchange', { oldSubscription: null, newSubscription: null });
    assert.deepEqual(subscribedWith, ['HOUSE']);
    assert.equal(sent[0]?.fields['old'], '');
  });
});

describe('who signs out, or erases everything', () => {
  const post = (url: string) => ({ request: { url, method: 'POST' } });

  it('is told nothing more on this device, once the house does not know it', async () => {
    for (const path of ['/mes-donnees/effacer', '/en/compte/appareils']) {
      const { fire, ended, asked } = world();
      await fire('fetch', post(`${origin}${path}`));
      assert.equal(ended(), 1);
      assert.deepEqual(asked, [`/alertes/appareil?id=${pushIdOf('https://push.example.org/now')}`]);
    }
  });

  it('and others go on: who stays signed in, who sends another form, another site', async () => {
    const stays = world([], { known: true });
    await stays.fire('fetch', post(`${origin}/compte/appareils`));
    assert.deepEqual([stays.ended(), stays.asked.length], [0, 2]);
    const { fire, ended, asked } = world();
    await fire('fetch', post('https://elsewhere.example/compte/appareils'));
    await fire('fetch', post(`${origin}/marque`));
    assert.deepEqual([ended(), asked.length], [0, 0]);
  });
});
