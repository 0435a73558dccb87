import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { coloursOf } from '#web/tokens.ts';
import { needsChromium, visit } from '../helpers/browser.ts';
import { wear } from '../helpers/every-page.ts';

const LIST = '/films?liked=tt0119038';
const LARGER = 1.35;

describe('the look of the pages', () => {
  it('is chosen without script and by keyboard, from any page, and follows to all', async (context) => {
    if (!needsChromium(context)) return;
    await using visitor = await visit({ javaScriptEnabled: false, colorScheme: 'light' });
    const { page } = visitor;
    await page.goto(LIST);
    const before = await letters(page);
    await page.getByRole('banner').getByRole('link', { name: 'Affichage' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('radio', { name: 'Comme mon appareil' }).focus();
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForURL(`**${LIST}`);
    assert.equal(await ground(page), coloursOf('dark').get('paper'));
    assert.ok((await letters(page)) / before >= LARGER);
    await page.goto('/en');
    assert.equal(await ground(page), coloursOf('dark').get('paper'));
    await page.getByRole('banner').getByRole('link', { name: 'Display' }).click();
    assert.equal(await page.getByRole('radio', { name: 'Dark' }).isChecked(), true);
    await page.locator('label', { hasText: 'As on my device' }).click();
    await page.locator('label', { hasText: 'Usual' }).click();
    await page.getByRole('button', { name: 'Apply' }).click();
    await page.waitForURL(/\/en$/);
    assert.equal(await ground(page), coloursOf('light').get('paper'));
    assert.equal(await letters(page), before);
    assert.deepEqual(await page.context().cookies(), []);
    assert.deepEqual(visitor.outside, []);
  });

  for (const device of ['light', 'dark'] as const)
    it(`is the reader’s own on a ${device} device`, async (context) => {
      if (!needsChromium(context)) return;
      await using visitor = await visit({ colorScheme: device });
      const { page } = visitor;
      await page.goto('/');
      assert.equal(await ground(page), coloursOf(device).get('paper'));
      const seen: string[] = [];
      for (const theme of ['light', 'dark'] as const) {
        await wear(page, visitor.url, `${theme}.usual`);
        await page.goto('/');
        assert.equal(await ground(page), coloursOf(theme).get('paper'));
        assert.equal(await stars(page), theme === 'dark' ? 'block' : 'none');
        seen.push(await accent(page));
      }
      assert.equal(new Set(seen).size, 2);
      assert.deepEqual(visitor.faults, []);
    });

  it('shows the chosen title in the reader’s own high contrast', async (context) => {
    if (!needsChromium(context)) return;
    await using visitor = await visit({ forcedColors: 'active', colorScheme: 'dark' });
    const { page } = visitor;
    await page.goto('/');
    await page.locator('#q').fill('la belle');
    await page.getByRole('option').first().waitFor();
    await page.keyboard.press('ArrowDown');
    const grounds = await page
      .getByRole('option')
      .evaluateAll((options) => options.slice(0, 2).map((option) => getComputedStyle(option).backgroundColor));
    assert.equal(new Set(grounds).size, 2);
  });
});

describe('on paper', () => {
  it('a list is two pages of titles, facts and reasons, with its address and no button', async (context) => {
    if (!needsChromium(context)) return;
    await using visitor = await visit();
    const { page, url } = visitor;
    const address = '/films?liked=tt0119038&liked=tt0060474&liked=tt0211915&not=tt0076759';
    await wear(page, url, 'dark.usual');
    await page.goto(address);
    const pages = (await page.pdf({ format: 'A4' })).toString('latin1').match(/\/Type \/Page\b/g)?.length ?? 0;
    assert.ok(pages === 1 || pages === 2, `${pages} pages`);
    await page.emulateMedia({ media: 'print' });
    assert.equal(await ground(page), '#ffffff');
    const printed = await page.locator('body').innerText();
    assert.ok(printed.replaceAll('\n', ' ').includes(url + address));
    assert.match(printed, /Gérard Oury\s· 1\sh\s51/);
    assert.match(printed, /Parce que vous avez aimé/);
    assert.equal(await page.locator('.films > .film').count(), 24);
    for (const hidden of ['button', 'input', 'nav', '.actions a']) {
      const shown = await page.locator(hidden).evaluateAll((all) => all.filter((one) => one.checkVisibility()).length);
      assert.equal(shown, 0, hidden);
    }
    const size = await page
      .locator('.reason')
      .first()
      .evaluate((reason) => Number.parseFloat(getComputedStyle(reason).fontSize));
    assert.ok(size >= (11 * 96) / 72 - 0.01, `letters of ${size} pixels`);
  });
});

const letters = (page: Page): Promise<number> =>
  page.locator('body').evaluate((body) => Number.parseFloat(getComputedStyle(body).fontSize));
const stars = (page: Page): Promise<string> =>
  page.locator('.s-stars').evaluate((group) => getComputedStyle(group).display);
const accent = (page: Page): Promise<string> =>
  page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--accent'));

/** The colour of the page's ground, `#rrggbb`. */
async function ground(page: Page): Promise<string> {
  const colour = await page.locator('body').evaluate((body) => getComputedStyle(body).backgroundColor);
  return `#${(colour.match(/\d+/g) ?? []).map((part) => Number(part).toString(16).padStart(2, '0')).join('')}`;
}
