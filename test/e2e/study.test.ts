import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { assertAccessibleInBoth, assertReflows, assertTargets } from '../helpers/accessible.ts';
import { needsChromium, visit } from '../helpers/browser.ts';
import { wear } from '../helpers/every-page.ts';

const paths = ['/etude', '/en/etude', '/etude/modele'];

describe('the market study in a browser', () => {
  it('has no fault that axe sees, light and dark, its tables open', async (context) => {
    if (!needsChromium(context)) return;
    await using visitor = await visit();
    const { page } = visitor;
    for (const path of paths) {
      await page.goto(path);
      await page.evaluate(() => {
        for (const one of document.querySelectorAll('details')) one.open = true;
      });
      await assertAccessibleInBoth(page, path);
    }
    assert.deepEqual([visitor.outside, visitor.faults], [[], []]);
  });

  for (const look of ['system.usual', 'dark.large'])
    it(`holds at 320 pixels, with targets large enough, ${look}`, async (context) => {
      if (!needsChromium(context)) return;
      await using visitor = await visit({ viewport: { width: 320, height: 800 } });
      await wear(visitor.page, visitor.url, look);
      for (const path of paths) {
        await visitor.page.goto(path);
        await assertReflows(visitor.page, `${path}, ${look}`);
        await assertTargets(visitor.page, `${path}, ${look}`);
      }
    });

  it('without script: the powers move by a form, a number leads to its source and a calculation to its own', async (context) => {
    if (!needsChromium(context)) return;
    await using visitor = await visit({ javaScriptEnabled: false });
    const { page } = visitor;
    await page.goto('/etude');
    const error = page.locator('[data-computed="huff error value"]');
    const before = await error.innerText();
    await page.locator('#alpha').focus();
    for (let step = 0; step < 4; step++) await page.keyboard.press('ArrowRight');
    await page.locator('.powers button').click();
    assert.match(page.url(), /alpha=1\.4&beta=2#huff$/);
    assert.notEqual(await error.innerText(), before);
    const note = page.locator('#resume a.noted').first();
    assert.match((await note.getAttribute('aria-label')) ?? '', /^O1, officiel, source 1$/);
    await note.click();
    assert.match(page.url(), /#source-1$/);
    assert.ok(await page.locator('#source-1 a[href^="https://"]').isVisible());
  });

  it('goes on paper: no form, no button, every chart whole', async (context) => {
    if (!needsChromium(context)) return;
    await using visitor = await visit({ viewport: { width: 794, height: 1123 } });
    const { page } = visitor;
    await page.emulateMedia({ media: 'print' });
    await page.goto('/etude');
    assert.equal(await page.locator('.powers').isVisible(), false);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    assert.ok(wide <= 0, `${wide} pixels too wide`);
    assert.ok((await page.locator('.evidence svg:visible').count()) >= 14);
    assert.ok((await page.pdf({ format: 'A4' })).length > 20_000);
  });
});
