import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { z } from 'zod';
import type { Lanterne } from '#lanterne.ts';
import { createApp } from '#web/app.ts';
import { serve } from '#web/serve.ts';
import { needsChromium, visit } from '../helpers/browser.ts';
import { starterLanterne, withSettings } from '../helpers/starter-lanterne.ts';

const LIST = '/films?liked=tt0119038&liked=tt0060474';

describe('without a network', () => {
  it('the last list is readable with its style and its posters, and home gives the offline page', async (context) => {
    if (!needsChromium(context)) return;
    await using visitor = await visit();
    const { page } = visitor;
    await page.goto(LIST);
    await workerReady(page);
    const titles = await page.locator('.film-title').allInnerTexts();
    await page.context().setOffline(true);

    await page.goto(LIST);
    assert.deepEqual(await page.locator('.film-title').allInnerTexts(), titles);
    assert.equal(
      await page
        .locator('.films')
        .first()
        .evaluate((list) => getComputedStyle(list).listStyleType),
      'none',
    );
    const poster = page.locator('.films .poster img').first();
    assert.ok((await poster.evaluate((image) => (image instanceof HTMLImageElement ? image.naturalWidth : 0))) > 0);

    await page.goto('/');
    await page.getByRole('heading', { name: 'Sans réseau' }).waitFor();
    await page.getByText('La page demandée a besoin d’une connexion').waitFor();
    await page.locator('#kept-pages a').click();
    await page.locator('.film-title').first().waitFor();
    assert.ok(page.url().endsWith(LIST));

    await page.goto('/en/film/tt0119038');
    await page.getByRole('heading', { name: 'No network' }).waitFor();
    await page.context().setOffline(false);
    await page.getByRole('link', { name: 'Try again' }).click();
    await page.getByRole('heading', { level: 1, name: 'The Dinner Game' }).waitFor();
  });

  it('only the last list is kept, whichever its language, also when it changed in place', async (context) => {
    if (!needsChromium(context)) return;
    await using visitor = await visit();
    const { page } = visitor;
    await page.goto(LIST);
    await workerReady(page);
    await page.goto('/en/films?liked=tt0119038');
    await page.locator('.chip .remove').first().waitFor();
    await page.goto('/films?liked=tt0119038&liked=tt0060474');
    await page.getByRole('link', { name: 'Retirer « Le Dîner de cons »' }).click();
    await page.waitForURL(/\/films\?liked=tt0060474$/);
    await page.waitForFunction(async () => {
      const cache = await caches.open('lanterne-pages');
      const [one, ...others] = await cache.keys();
      return others.length === 0 && one?.url.endsWith('/films?liked=tt0060474');
    });
    await page.goto('/films');
    await page.goto('/films?q=la+belle+et+la+bete');
    await page.goto('/envoyer?liked=tt0119038');
    await page.goto('/api/titles?q=alien');
    const kept = await keptAddresses(page);
    assert.deepEqual(
      kept.filter((address) => /films|envoyer|api|donnees|liste/.test(address)),
      ['/films?liked=tt0060474'],
    );
  });

  it('what is kept is shown and erased, and stays erased', async (context) => {
    if (!needsChromium(context)) return;
    await using visitor = await visit();
    const { page } = visitor;
    await page.goto(LIST);
    await workerReady(page);
    await page.goto('/hors-ligne');
    await page.locator('#kept-pages a').waitFor();
    assert.match(
      await page.locator('#kept-pages').innerText(),
      /^Des films d’après «\sLe Dîner de cons\s» et «\sLa Grande Vadrouille\s», gardé le \d/,
    );
    assert.equal(await page.locator('#away').isVisible(), false);
    await page.getByRole('button', { name: 'Effacer de cet appareil' }).click();
    await page.getByText('C’est effacé').waitFor();
    await page.getByText('Rien n’est gardé sur cet appareil').waitFor();
    await page.context().setOffline(true);
    await page.goto(LIST);
    await page.getByRole('heading', { name: 'Sans réseau' }).waitFor();
    assert.deepEqual(
      (await keptAddresses(page)).filter((address) => /films|poster|image/.test(address)),
      [],
    );
  });

  it('erasing one’s data erases it too', async (context) => {
    if (!needsChromium(context)) return;
    await using visitor = await visit();
    const { page } = visitor;
    await page.goto(LIST);
    await workerReady(page);
    await page.evaluate(() => fetch('/mes-donnees/effacer', { method: 'POST' }).then(() => undefined));
    await page.waitForFunction(async () => !(await caches.has('lanterne-pages')));
  });

  it('pictures are bounded', async (context) => {
    if (!needsChromium(context)) return;
    await using visitor = await visit();
    const { page } = visitor;
    await page.goto(LIST);
    await workerReady(page);
    const pictures = await page.evaluate(async () => {
      const address = document.querySelector('.poster img')?.getAttribute('src') ?? '';
      for (let at = 0; at < 170; at++) await (await fetch(`${address}&n=${at}`)).text();
      // the last are put, then the oldest taken out, after their answers
      for (let wait = 0; ; wait++) {
        await new Promise((resolve) => setTimeout(resolve, 500));
        const held = (await (await caches.open('lanterne-pictures')).keys()).length;
        if (held <= 150 || wait === 40) return held;
      }
    });
    assert.ok(pictures > 100 && pictures <= 150, `${pictures}`);
  });
});

describe('a new version', () => {
  it('takes over at the next page, removes what the old one left, and keeps the last list readable', async (context) => {
    if (!needsChromium(context)) return;
    let lanterne: Lanterne = await starterLanterne();
    const server = await serve(
      createApp(() => lanterne),
      { host: '127.0.0.1', port: 0 },
    );
    await using visitor = await visit({ baseURL: server.url });
    const { page } = visitor;
    try {
      await page.goto(`${server.url}${LIST}`);
      await workerReady(page);
      const [before] = await shells(page);
      lanterne = await withSettings({ accent: '#0055aa' });
      await page.goto(`${server.url}/mentions`);
      await page.evaluate(async () => void (await (await navigator.serviceWorker.ready).update()));
      await page.waitForFunction(async (old) => {
        const names = (await caches.keys()).filter((name) => name.startsWith('lanterne-shell-'));
        return names.length === 1 && names[0] !== old;
      }, before);
      // the kept list asks for the old version's style: the new one serves
      await page.context().setOffline(true);
      await page.goto(`${server.url}${LIST}`);
      await page.locator('.film-title').first().waitFor();
      assert.equal(
        await page
          .locator('.films')
          .first()
          .evaluate((list) => getComputedStyle(list).listStyleType),
        'none',
      );
      await page.locator('#q').press('x');
      assert.equal(await page.locator('#q').getAttribute('role'), 'combobox');
    } finally {
      await page.context().close();
      await server.close();
    }
  });
});

describe('the site can be installed', () => {
  it('as Chromium judges', async (context) => {
    if (!needsChromium(context)) return;
    await using visitor = await visit();
    const { page } = visitor;
    await page.goto('/');
    await workerReady(page);
    const devtools = await page.context().newCDPSession(page);
    const manifest = z
      .object({ url: z.string(), errors: z.array(z.object({ message: z.string() })) })
      .parse(await devtools.send('Page.getAppManifest'));
    assert.match(manifest.url, /\/manifest\.webmanifest$/);
    assert.deepEqual(manifest.errors, []);
    const { installabilityErrors } = z
      .object({ installabilityErrors: z.array(z.object({ errorId: z.string() })) })
      .parse(await devtools.send('Page.getInstallabilityErrors'));
    // a private window installs nothing, whatever the site
    assert.deepEqual(
      installabilityErrors.filter(({ errorId }) => errorId !== 'in-incognito'),
      [],
    );
    assert.deepEqual(visitor.outside, []);
    assert.deepEqual(visitor.faults, []);
  });
});

/** Waits until the worker answers for the page, and has kept the list that was open before it came. */
async function workerReady(page: Page): Promise<void> {
  await page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated');
  if (/liked=/.test(page.url()))
    await page.waitForFunction(async () => {
      const pictures = (await caches.has('lanterne-pictures'))
        ? await (await caches.open('lanterne-pictures')).keys()
        : [];
      return (await caches.has('lanterne-pages')) && pictures.length > 0;
    });
}

const shells = (page: Page): Promise<string[]> =>
  page.evaluate(async () => (await caches.keys()).filter((name) => name.startsWith('lanterne-shell-')));

const keptAddresses = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    const names = await caches.keys();
    const requests = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
    return requests.flat().map(({ url }) => url.slice(location.origin.length));
  });
