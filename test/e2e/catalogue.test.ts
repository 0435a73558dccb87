import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { needsChromium, visit } from '../helpers/browser.ts';

describe('the catalogue in a browser', () => {
  it('leads from a film to a person, to another film, to films of its kind, and asks nobody but this site', async (context) => {
    if (!needsChromium(context)) return;
    await using visitor = await visit();
    const { page } = visitor;
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).host));
    await page.goto('/film/tt0119038?liked=tt0060474');
    await page.getByRole('link', { name: 'Francis Veber' }).first().click();
    await page.getByRole('heading', { level: 1, name: 'Francis Veber' }).waitFor();
    await page.getByRole('link', { name: 'Par année' }).click();
    await page.waitForURL(/order=year/);
    await page.getByRole('link', { name: 'La Chèvre' }).first().click();
    await page.getByRole('heading', { level: 1, name: 'La Chèvre' }).waitFor();
    await page.getByRole('navigation', { name: 'Vous êtes ici' }).getByRole('link', { name: 'Comédie' }).click();
    await page.getByRole('heading', { level: 1, name: 'Comédie' }).waitFor();
    assert.match(page.url(), /\/parcourir\?liked=tt0060474&genre=Comedy$/);
    await page.waitForLoadState('networkidle');
    assert.deepEqual([...new Set(asked)], [new URL(visitor.url).host]);
    assert.deepEqual(visitor.outside, []);
    assert.deepEqual(visitor.faults, []);
  });

  it('is browsed without script, by keyboard, to the next page and back', async (context) => {
    if (!needsChromium(context)) return;
    await using visitor = await visit({ javaScriptEnabled: false });
    const { page } = visitor;
    await page.goto('/parcourir?liked=tt0119038');
    await page.getByRole('combobox', { name: 'Genre' }).focus();
    await page.keyboard.type('Comédie');
    await page.getByRole('combobox', { name: 'Pays de production' }).selectOption('FR');
    await page.getByRole('button', { name: 'Afficher' }).focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/genre=Comedy/);
    assert.match(page.url(), /\/parcourir\?liked=tt0119038&genre=Comedy&country=FR$/);
    await page.getByRole('link', { name: 'Page suivante' }).click();
    await page.getByText(/^Page 2 sur \d+$/).waitFor();
    await page.getByRole('link', { name: 'Page précédente' }).click();
    await page.getByText(/^Page 1 sur \d+$/).waitFor();
    await page.getByRole('link', { name: 'Retirer « comédie »' }).click();
    await page.getByRole('heading', { level: 1, name: 'France' }).waitFor();
    assert.deepEqual(visitor.outside, []);
  });

  it('runs no script of a page’s facts, and lets the policy stand', async (context) => {
    if (!needsChromium(context)) return;
    await using visitor = await visit();
    for (const path of ['/film/tt0119038', '/en/personne/nm0891554', '/parcourir']) {
      await visitor.page.goto(path);
      const types = await visitor.page.evaluate(() =>
        [...document.querySelectorAll('script[type="application/ld+json"]')].map((one) => {
          const value: unknown = JSON.parse(one.textContent ?? '');
          return typeof value === 'object' && value !== null && '@type' in value ? String(value['@type']) : '';
        }),
      );
      assert.ok(types.includes('BreadcrumbList'), path);
    }
    assert.deepEqual(visitor.faults, []);
    assert.deepEqual(visitor.outside, []);
  });
});
