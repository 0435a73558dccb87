import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, it } from 'node:test';
import { z } from 'zod';
import type { Page } from 'playwright-core';
import { needsChromium, visit } from '../helpers/browser.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const pages = [
  '/',
  '/films?liked=tt0119038&liked=tt0060474&not=tt0076759&seen=tt0058089',
  '/films',
  '/films?liked=tt0119038&q=la+belle+et+la+bete',
  '/films?q=xzqvwk',
  '/films?liked=tt0119038&length=60&kind=Western&rare=1',
  '/film/tt0119038?liked=tt0060474',
  '/humeur',
  '/humeur?liked=tt0119038&valence=6&energy=-5',
  '/surprise?liked=tt0119038&graine=640',
  '/personne/nm0891554',
  '/personne/nm0891554?order=year&liked=tt0119038',
  '/parcourir',
  '/parcourir?genre=Comedy&decade=1960&country=FR',
  '/parcourir?genre=Western&decade=2020&country=FR',
  '/mentions',
  '/nowhere',
];
const findings = z.object({
  violations: z.array(
    z.object({ id: z.string(), nodes: z.array(z.object({ html: z.string(), failureSummary: z.string().optional() })) }),
  ),
});

describe('axe finds nothing to say', () => {
  for (const colorScheme of ['light', 'dark'] as const) {
    for (const prefix of ['', '/en']) {
      it(`on every page, ${colorScheme}, ${prefix === '' ? 'French' : 'English'}`, async (context) => {
        if (!needsChromium(context)) return;
        await using visitor = await visit({ colorScheme });
        for (const path of pages) {
          await visitor.page.goto(prefix + path);
          await assertAccessible(visitor.page, prefix + path);
        }
        assert.deepEqual(visitor.outside, []);
      });
    }
  }

  it('on the unfolded dials and on how films are chosen', async (context) => {
    if (!needsChromium(context)) return;
    await using visitor = await visit();
    await visitor.page.goto('/films?liked=tt0119038&far=1');
    await visitor.page.locator('#refine > summary').click();
    await visitor.page.locator('#explain > summary').click();
    await assertAccessible(visitor.page, 'the unfolded dials');
  });

  it('on the open list of titles', async (context) => {
    if (!needsChromium(context)) return;
    await using visitor = await visit();
    await visitor.page.goto('/');
    await visitor.page.locator('#q').pressSequentially('la belle');
    await visitor.page.getByRole('option').first().waitFor();
    await visitor.page.keyboard.press('ArrowDown');
    await assertAccessible(visitor.page, 'the open list');
  });
});

describe('the pages hold', () => {
  it('in 320 pixels, and with letters twice as large, without scrolling sideways', async (context) => {
    if (!needsChromium(context)) return;
    for (const [width, size] of [
      [320, 16],
      [640, 32],
      [1920, 16],
    ] as const) {
      await using visitor = await visit({ viewport: { width, height: 800 } });
      const { page } = visitor;
      for (const path of [...pages, '/en/film/tt0211915']) {
        await page.goto(path);
        await page.evaluate(
          (root) => document.documentElement.setAttribute('style', `font-size: ${root * 1.125}px`),
          size,
        );
        const wide = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        assert.ok(wide <= 0, `${path} at ${width}: ${wide} pixels too wide`);
      }
    }
  });

  it('with targets of at least 24 pixels', async (context) => {
    if (!needsChromium(context)) return;
    await using visitor = await visit({ viewport: { width: 390, height: 800 } });
    for (const path of pages) {
      await visitor.page.goto(path);
      const small = await visitor.page.evaluate(() =>
        [...document.querySelectorAll('a, button, input:not([type=hidden])')]
          .filter((target) => target.closest('.skip, p:not(.clear, .back)') === null)
          .map((target) => ({
            name: target.textContent || target.getAttribute('aria-label'),
            box: target.getBoundingClientRect(),
          }))
          .filter(({ box }) => box.width < 24 || box.height < 24)
          .map(({ name, box }) => `${name} ${box.width}×${box.height}`),
      );
      assert.deepEqual(small, [], path);
    }
  });

  it('in place while their posters load', async (context) => {
    if (!needsChromium(context)) return;
    await using visitor = await visit();
    await visitor.page.addInitScript(() => {
      const shifts: number[] = [];
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) shifts.push('value' in entry ? Number(entry.value) : 0);
        document.documentElement.dataset['shift'] = String(shifts.reduce((sum, one) => sum + one, 0));
      }).observe({ type: 'layout-shift', buffered: true });
    });
    for (const path of pages.slice(0, 3)) {
      await visitor.page.goto(path, { waitUntil: 'networkidle' });
      const shift = await visitor.page.evaluate(() => Number(document.documentElement.dataset['shift'] ?? 0));
      assert.ok(shift < 0.01, `${path}: ${shift}`);
    }
  });
});

async function assertAccessible(page: Page, name: string): Promise<void> {
  await page.evaluate(axe);
  const { violations } = findings.parse(await page.evaluate('axe.run(document, { resultTypes: ["violations"] })'));
  const told = violations.map(
    ({ id, nodes }) =>
      `${id}: ${nodes.map(({ html, failureSummary }) => `${html.slice(0, 160)} ${failureSummary ?? ''}`).join(' | ')}`,
  );
  assert.deepEqual(told, [], name);
}
