import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { assertAccessible, assertReflows } from '../helpers/accessible.ts';
import { needsChromium, visit } from '../helpers/browser.ts';
import { keepingApp } from '../helpers/web-visitor.ts';
import { seedWeek } from '../helpers/seed-programme.ts';
import { until } from '../helpers/until.ts';
import { serve } from '#web/serve.ts';

const tomorrow = Temporal.Now.plainDateISO('Europe/Paris').add({ days: 1 }).toString();

describe('the programme in a browser', () => {
  it('leads from the home page to the ticket in three touches, without script', async (context) => {
    if (!needsChromium(context)) return;
    await using visitor = await visit({ javaScriptEnabled: false, viewport: { width: 390, height: 800 } });
    const { page } = visitor;
    await page.goto('/');
    await page.getByRole('banner').getByRole('link', { name: 'Programme' }).click();
    await page.locator('.day-tabs a', { hasText: 'Demain' }).click();
    await page.getByRole('link', { name: /20 h 30.*Le Dîner de cons/ }).click();
    const book = page.getByRole('link', { name: 'Réserver' });
    assert.equal(await book.getAttribute('href'), 'https://billets.example/seance/2');
    assert.match((await page.locator('#leaves').textContent()) ?? '', /billets\.example/);
    assert.deepEqual(visitor.outside, []);
  });

  it('keeps to what one needs by a plain form, by keyboard, and takes a choice off by a link', async (context) => {
    if (!needsChromium(context)) return;
    await using visitor = await visit();
    const { page } = visitor;
    await page.goto(`/programme?jour=${tomorrow}&liked=tt0060474`);
    await page.locator('.filters > summary').focus();
    await page.keyboard.press('Enter');
    await assertAccessible(page, 'the open filters');
    await page.getByRole('checkbox', { name: /Audiodescription/ }).check();
    await page.getByRole('combobox', { name: 'Jusqu’où' }).selectOption('90');
    await page.getByRole('button', { name: 'Voir les séances' }).click();
    assert.match(page.url(), /liked=tt0060474.*acces=ad/);
    assert.equal(await page.locator('.shown-film').count(), 1);
    await page.getByRole('link', { name: /Enlever Audiodescription/ }).click();
    assert.ok((await page.locator('.shown-film').count()) > 1);
    assert.match(page.url(), /rayon=90/);
  });

  it('can be read again without a network', async (context) => {
    if (!needsChromium(context)) return;
    await using visitor = await visit();
    const { page } = visitor;
    await page.goto('/programme');
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => true));
    await page.goto(`/programme?jour=${tomorrow}`, { waitUntil: 'networkidle' });
    const kept = (): Promise<number> =>
      page.evaluate(async () => (await (await caches.open('lanterne-pages')).keys()).length);
    await until(async () => (await kept()) > 0);
    await page.context().setOffline(true);
    await page.reload();
    assert.match((await page.locator('main').textContent()) ?? '', /Le Dîner de cons/);
  });

  it('is a frame that axe finds nothing to say of, at any width', async (context) => {
    if (!needsChromium(context)) return;
    await using visitor = await visit({ viewport: { width: 320, height: 640 }, bypassCSP: true });
    await visitor.page.goto('/programme/cadre');
    await assertReflows(visitor.page, 'the frame');
    await assertAccessible(visitor.page, 'the frame');
    assert.deepEqual(visitor.faults, []);
  });

  it('is one sheet of A4 for a week of eight films and twenty-one showings, in large letters too', async (context) => {
    if (!needsChromium(context)) return;
    await using kept = await keepingApp();
    const first = await seedWeek(kept.state.db, { films: 8, showings: 21 });
    await using server = await serving(kept.app);
    await using visitor = await visit();
    for (const letters of ['1', 'grand']) {
      await visitor.page.goto(`${server.url}/programme?imprimer=${letters}&semaine=${first}&lieu=salle-des-tilleuls`);
      const pdf = await visitor.page.pdf({ format: 'A4' });
      assert.equal(/\/Count (\d+)/.exec(pdf.toString('latin1'))?.[1], '1', letters);
    }
  });
});

async function serving(app: Parameters<typeof serve>[0]): Promise<AsyncDisposable & { readonly url: string }> {
  const { url, close } = await serve(app, { host: '127.0.0.1', port: 0 });
  return { url, [Symbol.asyncDispose]: () => close() };
}
