import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createContext, runInContext } from 'node:vm';
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
  fire(type: string, event: Record<string, unknown>): Promise<void>;
}

/** The worker in a scope of our own, with what a browser would give it. */
function world(tabs: readonly string[] = []): World {
  const listeners = new Map<string, ((event: unknown) => void)[]>();
  const [shown, opened, focused, sent, subscribedWith]: [
    Told[],
    string[],
    string[],
    { address: string; fields: Record<string, string> }[],
    unknown[],
  ] = [[], [], [], [], []];
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
    setTimeout,
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
      return { json: async () => ({ key: 'HOUSE', known: false }) };
    },
    clients: {
      matchAll: async () => tabs.map((url) => ({ url, focus: async () => void focused.push(url) })),
      openWindow: async (address: string) => void opened.push(address),
    },
    registration: {
      showNotification: async (title: string, options: Told['options']) => void shown.push({ title, options }),
      pushManager: {
        getSubscription: async () => subscription('https://push.example.org/now'),
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
  it('is told nothing more on this device', async () => {
    const { fire, ended } = world();
    await fire('fetch', { request: { url: `${origin}/mes-donnees/effacer`, method: 'POST' } });
    assert.equal(ended(), 1);
    await fire('fetch', { request: { url: `${origin}/en/compte/sortir`, method: 'POST' } });
    await fire('fetch', { request: { url: 'https://elsewhere.example/compte/sortir', method: 'POST' } });
    assert.equal(ended(), 2);
    await fire('fetch', { request: { url: `${origin}/marque`, method: 'POST' } });
    assert.equal(ended(), 2);
  });
});
