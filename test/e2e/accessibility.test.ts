import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import {
  assertAccessible,
  assertAccessibleInBoth,
  assertReflows,
  assertTargets,
  focusShown,
} from '../helpers/accessible.ts';
import { contrast } from '#web/accent.ts';
import { needsChromium, visit } from '../helpers/browser.ts';
import { everyPage, goThere, wear } from '../helpers/every-page.ts';

describe('axe finds nothing to say', () => {
  for (const prefix of ['', '/en'])
    it(`on every page, light and dark, ${prefix === '' ? 'French' : 'English'}`, async (context) => {
      if (!needsChromium(context)) return;
      await using visitor = await visit();
      for (const path of everyPage) {
        if (await goThere(visitor.page, prefix + path)) await assertAccessibleInBoth(visitor.page, `${prefix}${path}`);
      }
      assert.deepEqual(visitor.outside, []);
    });

  it('on every page in large print, dark on a light device', async (context) => {
    if (!needsChromium(context)) return;
    await using visitor = await visit({ colorScheme: 'light' });
    await wear(visitor.page, visitor.url, 'dark.large');
    for (const path of everyPage)
      if (await goThere(visitor.page, path)) await assertAccessible(visitor.page, `${path} in large print`);
  });

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
  // 640 and 320 are what 1280 pixels become at 200 and 400 % (WCAG 1.4.4, 1.4.10)
  for (const look of ['system.usual', 'system.large'])
    it(`at 320 to 1920 pixels, zoomed, with text set wide, ${look}`, async (context) => {
      if (!needsChromium(context)) return;
      await using visitor = await visit({ bypassCSP: true });
      const { page } = visitor;
      await wear(page, visitor.url, look);
      const atEachWidth = async (what: string): Promise<void> => {
        for (const width of [320, 640, 1920]) {
          await page.setViewportSize({ width, height: 800 });
          await assertReflows(page, `${what} at ${width}, ${look}`);
        }
      };
      for (const path of everyPage) {
        if (!(await goThere(page, path))) continue;
        await atEachWidth(path);
        await page.addStyleTag({ content: setWide });
        await atEachWidth(`${path}, text set wide`);
      }
    });

  it('with the letters of a browser set twice as large', async (context) => {
    if (!needsChromium(context)) return;
    await using visitor = await visit({ viewport: { width: 640, height: 800 } });
    for (const path of everyPage) {
      if (!(await goThere(visitor.page, path))) continue;
      await visitor.page.evaluate(() => document.documentElement.setAttribute('style', 'font-size: 225%'));
      await assertReflows(visitor.page, path);
    }
  });

  for (const look of ['system.usual', 'system.large'])
    it(`with targets of at least 24 pixels, ${look}`, async (context) => {
      if (!needsChromium(context)) return;
      await using visitor = await visit({ viewport: { width: 390, height: 800 } });
      await wear(visitor.page, visitor.url, look);
      for (const path of everyPage) if (await goThere(visitor.page, path)) await assertTargets(visitor.page, path);
    });

  it('still, for who wants no motion', async (context) => {
    if (!needsChromium(context)) return;
    await using visitor = await visit({ reducedMotion: 'reduce' });
    for (const path of everyPage) {
      if (!(await goThere(visitor.page, path))) continue;
      const moving = await visitor.page.evaluate(() =>
        [...document.querySelectorAll('*')]
          .filter((element) =>
            [null, '::before', '::after'].some((part) => {
              const { transitionDuration, animationName } = getComputedStyle(element, part);
              return animationName !== 'none' || !/^0s(, 0s)*$/.test(transitionDuration);
            }),
          )
          .map((element) => element.outerHTML.slice(0, 80)),
      );
      assert.deepEqual(moving, [], path);
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
    for (const path of ['/', '/films', '/film/tt0119038']) {
      await visitor.page.goto(path, { waitUntil: 'networkidle' });
      const shift = await visitor.page.evaluate(() => Number(document.documentElement.dataset['shift'] ?? 0));
      assert.ok(shift < 0.01, `${path}: ${shift}`);
    }
  });
});

describe('the keyboard', () => {
  for (const [look, colorScheme] of [
    ['system.usual', 'light'],
    ['dark.large', 'light'],
  ] as const)
    it(`reaches everything in order, with a focus that shows, ${look} on a ${colorScheme} device`, async (context) => {
      if (!needsChromium(context)) return;
      await using visitor = await visit({ colorScheme });
      const { page } = visitor;
      await wear(page, visitor.url, look);
      for (const path of everyPage) {
        if (!(await goThere(page, path))) continue;
        let reached = 0;
        for (let step = 0; step < 14; step++) {
          await page.keyboard.press('Tab');
          const shown = await focusShown(page);
          // after the last of the page comes the first again
          if (shown === null || (reached > 0 && shown.name === 'Aller au contenu')) break;
          const name = `${path}: ${shown.name}`;
          assert.ok(await followsTheLast(page), `${name} comes after what follows it`);
          reached++;
          assert.ok(shown.outline >= 2, `${name}: an outline of ${shown.outline} pixels`);
          const seen = contrast(hex(shown.colour), hex(shown.ground));
          assert.ok(seen >= 3, `${name}: an outline ${shown.colour} on ${shown.ground}, ${seen.toFixed(1)}`);
          assert.ok(shown.seen, `${name} is out of sight`);
          if (path.endsWith('/nowhere') && reached === 3) break;
        }
        assert.ok(reached > 1, path);
      }
    });
});

/** The text spacing that readers may set (WCAG 1.4.12). */
const setWide = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
  p { margin-bottom: 2em !important; }`;

/** Whether what has the focus stands after what had it the last time this was asked. */
const followsTheLast = (page: Page): Promise<boolean> =>
  page.evaluate(() => {
    const [last, now] = [document.querySelector('[data-last]'), document.activeElement];
    last?.removeAttribute('data-last');
    now?.setAttribute('data-last', '');
    return last === null || (now !== null && (last.compareDocumentPosition(now) & 4) !== 0);
  });

/** `rgb(1, 2, 3)` as `#010203`. */
const hex = (colour: string): string =>
  `#${(colour.match(/\d+/g) ?? [])
    .slice(0, 3)
    .map((part) => Number(part).toString(16).padStart(2, '0'))
    .join('')}`;
