import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { assertAccessible, assertReflows, assertTargets } from '../helpers/accessible.ts';
import { needsChromium, visit } from '../helpers/browser.ts';

describe('the weekly report in a browser', () => {
  it('has no fault that axe sees, in both languages and both themes, wide and narrow; neither has the letter', async (context) => {
    if (!needsChromium(context)) return;
    for (const colorScheme of ['light', 'dark'] as const)
      for (const width of [1280, 320]) {
        await using visitor = await visit({ colorScheme, viewport: { width, height: 800 } });
        const { page } = visitor;
        for (const path of ['/rapport', '/en/rapport', '/rapport.html', '/en/rapport.html']) {
          await page.goto(path);
          const name = `${path} ${colorScheme} ${width}`;
          await assertReflows(page, name);
          await assertAccessible(page, name);
          if (path.endsWith('/rapport')) await assertTargets(page, name);
        }
        assert.deepEqual(visitor.outside, []);
        assert.deepEqual(visitor.faults, []);
      }
  });

  it('goes from week to week and to the letter without script', async (context) => {
    if (!needsChromium(context)) return;
    await using visitor = await visit({ javaScriptEnabled: false });
    const { page } = visitor;
    await page.goto('/rapport');
    const first = await page.getByRole('heading', { level: 1 }).textContent();
    await page.getByRole('link', { name: /^Semaine d’avant/ }).click();
    await page.waitForURL(/week=/);
    assert.notEqual(await page.getByRole('heading', { level: 1 }).textContent(), first);
    await page.getByRole('link', { name: /^Semaine d’après/ }).click();
    await page.waitForURL(/week=/);
    assert.equal(await page.getByRole('heading', { level: 1 }).textContent(), first);
    await page.getByRole('link', { name: 'Version à envoyer par courriel' }).click();
    await page.waitForURL(/rapport\.html/);
    assert.equal(await page.getByRole('heading', { level: 1 }).textContent(), first);
    assert.deepEqual(visitor.outside, []);
  });
});
