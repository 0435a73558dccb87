import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { assertAccessibleInBoth, assertReflows, assertTargets } from '../helpers/accessible.ts';
import { needsChromium, visit } from '../helpers/browser.ts';
import { goThere, wear } from '../helpers/every-page.ts';
import { indicators } from '#indicators/registry.ts';

const KNOWN = '/chiffres/catalogue-coverage';
const pages = [
  '/chiffres',
  ...indicators.map(({ name }) => `/chiffres/${name}`),
  `${KNOWN}?from=abc`,
  `${KNOWN}/films?key=length.1960`,
];

describe('the figures in a browser', () => {
  it('are narrowed, read, opened to their films and taken away, without script and by keyboard', async (context) => {
    if (!needsChromium(context)) return;
    await using visitor = await visit({ javaScriptEnabled: false });
    const { page } = visitor;
    await page.goto('/');
    await page.getByRole('link', { name: 'Chiffres', exact: true }).click();
    await page.getByRole('link', { name: 'Ce que le catalogue sait' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Que savons-nous' }).waitFor();
    await page.getByLabel('Première année').focus();
    await page.keyboard.type('1960');
    await page.getByLabel('Genre').selectOption({ label: 'Comédie' });
    await page.getByRole('button', { name: 'Recalculer' }).focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/\?from=1960&genre=Comedy$/);
    await page.getByText('Filtres\u00a0: à partir de 1960, genre\u00a0: comédie').waitFor();
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Part des films dont on connaît…, CSV' }).click(),
    ]);
    assert.equal(file.suggestedFilename(), 'catalogue-coverage_from-1960_genre-comedy_known.csv');
    await page
      .getByRole('link', { name: /^Durée\s: / })
      .first()
      .focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: /^Durée\s: / }).waitFor();
    await page.getByRole('link', { name: 'Revenir à « Ce que le catalogue sait »' }).click();
    await page.waitForURL(/catalogue-coverage\?from=1960&genre=Comedy$/);
    await page.getByRole('link', { name: 'Tout remettre comme au début' }).click();
    await page.waitForURL(/catalogue-coverage$/);
    assert.deepEqual(visitor.outside, []);
  });

  it('give a sentence to copy', async (context) => {
    if (!needsChromium(context)) return;
    await using visitor = await visit({ permissions: ['clipboard-read', 'clipboard-write'] });
    const { page } = visitor;
    await page.goto(KNOWN);
    await page.getByRole('button', { name: 'Copier' }).click();
    await page.getByText('Phrase copiée.').waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    assert.match(copied, /^Le catalogue décrit .+ \(Lanterne, d’après .+, catalogue du .+\)$/s);
    assert.deepEqual(visitor.faults, []);
  });

  for (const prefix of ['', '/en'])
    it(`have nothing that axe says, unfolded, light and dark, ${prefix === '' ? 'French' : 'English'}`, async (context) => {
      if (!needsChromium(context)) return;
      await using visitor = await visit();
      for (const path of pages) {
        if (!(await goThere(visitor.page, prefix + path))) continue;
        await visitor.page.evaluate(() => document.querySelectorAll('details').forEach((one) => (one.open = true)));
        await assertAccessibleInBoth(visitor.page, `${prefix}${path}`);
      }
      assert.deepEqual(visitor.outside, []);
    });

  for (const look of ['system.usual', 'system.large'])
    it(`hold at 320 pixels, unfolded, ${look}`, async (context) => {
      if (!needsChromium(context)) return;
      await using visitor = await visit({ viewport: { width: 320, height: 800 } });
      await wear(visitor.page, visitor.url, look);
      for (const path of pages) {
        if (!(await goThere(visitor.page, path))) continue;
        await visitor.page.evaluate(() => document.querySelectorAll('details').forEach((one) => (one.open = true)));
        await assertReflows(visitor.page, path);
        await assertTargets(visitor.page, path);
      }
    });
});
