import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { Hono } from 'hono';
import { Fragment, h } from 'preact';
import { z } from 'zod';
import type { BrowserContextOptions, Page } from 'playwright-core';
import type { CustomerId } from '#brand.ts';
import { pushChannel } from '#notify/channels/push.ts';
import { vapidSubject } from '#notify/push/vapid.ts';
import { listPushDevices } from '#state/push-subscriptions.ts';
import { Layout } from '#web/components/layout.tsx';
import { PushSwitch } from '#web/components/push-switch.tsx';
import { page as answer } from '#web/page.ts';
import { serve } from '#web/serve.ts';
import { siteIn } from '#web/site.ts';
import { aCustomer } from '../helpers/a-customer.ts';
import { assertAccessible, assertReflows } from '../helpers/accessible.ts';
import { needsChromium, visit } from '../helpers/browser.ts';
import { keepingApp } from '../helpers/web-visitor.ts';
import { browserKeys, startPushService } from '../notify/push-service.ts';

interface Scene extends AsyncDisposable {
  readonly page: Page;
  readonly url: string;
  readonly id: CustomerId;
  readonly devices: () => Promise<readonly { readonly endpoint: string }[]>;
  readonly db: Parameters<typeof pushChannel>[0];
}

/** A page that holds the switch, in front of the site, and someone signed in. */
async function scene(options: BrowserContextOptions = {}): Promise<Scene> {
  const kept = await keepingApp((lanterne) => ({
    ...lanterne,
    config: { ...lanterne.config, contact: 'cinema@films.example' },
  }));
  const outer = new Hono();
  for (const [path, language] of [
    ['/essai', 'fr'],
    ['/en/essai', 'en'],
  ] as const)
    outer.get(path, (context) => {
      const site = { ...siteIn(kept.lanterne, language), state: kept.state };
      const inside = h('div', { class: 'narrow' }, h('h1', null, 'Alertes'), h(PushSwitch, { site }));
      return answer(
        context,
        h(Fragment, null, h(Layout, { site, title: 'Alertes', path: '/essai', query: '', children: inside })),
      );
    });
  outer.route('/', kept.app);
  const server = await serve(outer, { host: '127.0.0.1', port: 0 });
  const visitor = await visit({ baseURL: server.url, ...options });
  const { id, secret } = await aCustomer(kept.state.db, {}, [['wish', 'email']]);
  await visitor.page.context().addCookies([
    {
      name: '__Host-visitor',
      value: secret,
      domain: '127.0.0.1',
      path: '/',
      secure: true,
      httpOnly: true,
      sameSite: 'Lax',
    },
  ]);
  return {
    page: visitor.page,
    url: server.url,
    id,
    db: kept.state.db,
    devices: () => listPushDevices(kept.state.db, id),
    async [Symbol.asyncDispose]() {
      await visitor[Symbol.asyncDispose]();
      await server.close();
      await kept[Symbol.asyncDispose]();
    },
  };
}

/** A push service cannot be reached from here: the browser's own subscription is given in its place, with keys of the test. */
async function givenSubscription(
  page: Page,
  keys: { readonly endpoint: string; readonly p256dh: string; readonly auth: string },
): Promise<void> {
  await page.addInitScript(({ endpoint, p256dh, auth }) => {
    const held = {
      endpoint,
      options: { applicationServerKey: null },
      toJSON: () => ({ endpoint, keys: { p256dh, auth } }),
      unsubscribe: () => {
        localStorage.removeItem('held');
        return Promise.resolve(true);
      },
    };
    const { prototype } = PushManager;
    Reflect.set(prototype, 'getSubscription', () =>
      Promise.resolve(localStorage.getItem('held') === null ? null : held),
    );
    Reflect.set(prototype, 'subscribe', () => {
      localStorage.setItem('held', '1');
      return Promise.resolve(held);
    });
  }, keys);
}

const grant = ({ page, url }: Scene): Promise<void> =>
  page.context().grantPermissions(['notifications'], { origin: url });
const started = (
  context: TestContext,
  run: (scene: Scene) => Promise<void>,
  options?: BrowserContextOptions,
): Promise<void> | void =>
  needsChromium(context)
    ? (async () => {
        await using one = await scene(options);
        await run(one);
      })()
    : undefined;

describe('the switch', () => {
  it('turns notifications on and off, by the keyboard, and is told of them', (context) =>
    started(context, async (one) => {
      const { page, devices } = one;
      await grant(one);
      await givenSubscription(page, browserKeys('https://push.example.org/one').device);
      await page.goto('/essai');
      const on = page.getByRole('button', { name: 'Recevoir des notifications sur cet appareil' });
      await on.waitFor();
      await assertAccessible(page, 'off');
      await on.focus();
      await page.keyboard.press('Enter');
      await page.getByRole('status').filter({ hasText: 'Cet appareil reçoit vos notifications.' }).waitFor();
      assert.deepEqual(
        (await devices()).map(({ endpoint }) => endpoint),
        ['https://push.example.org/one'],
      );
      await page.reload();
      const off = page.getByRole('button', { name: 'Ne plus recevoir de notifications ici' });
      await off.waitFor();
      await assertAccessible(page, 'on');
      await off.click();
      await on.waitFor();
      assert.equal((await devices()).length, 0);
    }));

  it('reads well on a narrow screen, in the dark, in English', (context) =>
    started(
      context,
      async (one) => {
        await grant(one);
        await one.page.goto('/en/essai');
        await one.page.getByRole('button', { name: 'Receive notifications on this device' }).waitFor();
        await assertAccessible(one.page, 'dark');
        await assertReflows(one.page, 'narrow');
      },
      { viewport: { width: 320, height: 700 }, colorScheme: 'dark' },
    ));

  it('says what to do where the browser refuses, and where the site must be installed first', (context) =>
    started(context, async ({ page }) => {
      await page.addInitScript(() => Object.defineProperty(Notification, 'permission', { value: 'denied' }));
      await page.goto('/essai');
      await page.getByText('Votre navigateur refuse les notifications de ce site.').waitFor();
      await page.addInitScript(() => {
        Reflect.deleteProperty(window, 'PushManager');
        Reflect.set(navigator, 'standalone', false);
      });
      await page.goto('/essai');
      await page.getByText('Sur iPhone et iPad').waitFor();
      assert.equal(await page.getByRole('button', { name: /notifications/ }).count(), 0);
    }));

  it('says that it did not work when the push service cannot be reached', (context) =>
    started(context, async (one) => {
      const { page, devices } = one;
      await grant(one);
      await page.addInitScript(() =>
        Reflect.set(PushManager.prototype, 'subscribe', () => Promise.reject(new Error('push service error'))),
      );
      await page.goto('/essai');
      await page.getByRole('button', { name: 'Recevoir des notifications' }).click();
      await page.getByRole('status').filter({ hasText: 'Cela n’a pas marché.' }).waitFor();
      assert.equal((await devices()).length, 0);
    }));

  it('is not there without script, nor for who is not signed in', (context) =>
    started(
      context,
      async ({ page }) => {
        await page.goto('/essai');
        assert.equal(await page.locator('#push').isVisible(), false);
      },
      { javaScriptEnabled: false },
    ));
});

describe('a message from the house', () => {
  it('leaves by the push service, is read by the browser’s keys alone, and is shown by the worker', (context) =>
    started(context, async (one) => {
      const { page, url, db, devices } = one;
      await using service = await startPushService();
      await grant(one);
      const keys = browserKeys(`${service.url}/device`);
      await givenSubscription(page, { ...keys.device, endpoint: 'https://push.example.org/one' });
      await page.goto('/essai');
      await page.getByRole('button', { name: 'Recevoir des notifications' }).click();
      await page.getByRole('status').filter({ hasText: 'reçoit vos notifications' }).waitFor();

      const to = (await devices()).map(() => keys.device);
      await using channel = pushChannel(db, {
        subject: vapidSubject({ contact: 'cinema@films.example' }) ?? '',
        loopback: true,
      });
      const letter = {
        subject: 'Ce soir à Guéret',
        text: '',
        html: '',
        short: 'Le Dîner de cons, 20 h 30',
        link: `${url}/film/tt0119038`,
        language: 'fr',
        unsubscribe: null,
        list: 'wish',
      } as const;
      const outcome = await channel.send(
        { outbox: 1, key: 'wish:1', to: { name: null, email: null, phone: null, push: to }, letter },
        new AbortController().signal,
        async () => true,
      );
      assert.equal(outcome.kind, 'sent');
      const data = keys.read(service.received[0]?.body ?? Buffer.of());

      const deliver = await pushClient(page, url);
      await deliver(data);
      const shown = await notifications(page);
      assert.deepEqual(shown, [
        { title: 'Ce soir à Guéret', body: 'Le Dîner de cons, 20 h 30', data: `${url}/film/tt0119038` },
      ]);
      // the same message again takes the place of the first
      await deliver(data);
      assert.equal((await notifications(page)).length, 1);
      await deliver('no JSON at all');
      const all = await notifications(page);
      assert.ok(
        all.some(({ body }) => body === 'Du nouveau dans vos alertes.'),
        JSON.stringify(all),
      );
    }));
});

/** Hands messages to the worker as the browser's own push client does; each is answered once the worker has shown it. */
async function pushClient(page: Page, origin: string): Promise<(data: string) => Promise<void>> {
  const devtools = await page.context().newCDPSession(page);
  const registered = new Promise<string>((resolve) => {
    devtools.on('ServiceWorker.workerRegistrationUpdated', (event) => {
      const { registrations } = z
        .object({ registrations: z.array(z.object({ registrationId: z.string() })) })
        .parse(event);
      const [first] = registrations;
      if (first !== undefined) resolve(first.registrationId);
    });
  });
  await devtools.send('ServiceWorker.enable');
  const registrationId = await registered;
  const shown = await countShown(page);
  return async (data) => {
    const before = await shown();
    await devtools.send('ServiceWorker.deliverPushMessage', { origin, registrationId, data });
    const until = Date.now() + 20_000;
    while ((await shown()) === before && Date.now() < until) await setTimeout(50);
    await setTimeout(300);
  };
}

/** How many notifications the worker has shown: Chromium may lose one that `getNotifications` asks for while it is being drawn. */
async function countShown(page: Page): Promise<() => Promise<number>> {
  const [worker] = page.context().serviceWorkers();
  assert.ok(worker, 'a service worker');
  await worker.evaluate(() => {
    const { registration }: { registration?: ServiceWorkerRegistration } = Object(globalThis);
    if (registration === undefined) throw new TypeError('not a service worker');
    const show = registration.showNotification.bind(registration);
    Reflect.set(globalThis, 'shown', 0);
    registration.showNotification = async (...notification) => {
      await show(...notification);
      Reflect.set(globalThis, 'shown', Reflect.get(globalThis, 'shown') + 1);
    };
  });
  return () => worker.evaluate(() => Number(Reflect.get(globalThis, 'shown')));
}

/** What is shown now. */
const notifications = (page: Page): Promise<{ title: string; body: string; data: unknown }[]> =>
  page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    return (await registration.getNotifications()).map(({ title, body, data }) => ({ title, body, data }));
  });
