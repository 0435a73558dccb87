import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { z } from 'zod';
import type { Page } from 'playwright-core';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const everything = {
  resultTypes: ['violations'],
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  rules: { 'target-size': { enabled: true } },
};
/** What the colours alone decide: all that another theme changes. */
const colours = {
  resultTypes: ['violations'],
  runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] },
};
const findings = z.object({
  violations: z.array(
    z.object({ id: z.string(), nodes: z.array(z.object({ html: z.string(), failureSummary: z.string().optional() })) }),
  ),
});

/** The page as it stands has no fault that axe sees: WCAG 2.2 A and AA, and good practice. */
export async function assertAccessible(page: Page, name: string): Promise<void> {
  await page.evaluate(axe);
  await assertNothingFound(page, name, everything);
}

/** A page as it stands has no fault that axe sees in the light; in the dark, where the page is the same but for its colours, none in these. */
export async function assertAccessibleInBoth(page: Page, name: string): Promise<void> {
  await page.emulateMedia({ colorScheme: 'light' });
  await assertAccessible(page, `${name} light`);
  await page.emulateMedia({ colorScheme: 'dark' });
  await assertNothingFound(page, `${name} dark`, colours);
}

async function assertNothingFound(page: Page, name: string, settings: object): Promise<void> {
  const { violations } = findings.parse(await page.evaluate(`axe.run(document, ${JSON.stringify(settings)})`));
  const told = violations.map(
    ({ id, nodes }) =>
      `${id}: ${nodes.map(({ html, failureSummary }) => `${html.slice(0, 160)} ${failureSummary ?? ''}`).join(' | ')}`,
  );
  assert.deepEqual(told, [], name);
}

/** Nothing scrolls sideways (WCAG 1.4.10) but charts and tables in their own room, and no text is cut by the box that holds it (1.4.4, 1.4.12). */
export async function assertReflows(page: Page, name: string): Promise<void> {
  const { wide, cut } = await page.evaluate(() => {
    const root = document.documentElement;
    const hides = (value: string): boolean => value === 'hidden' || value === 'clip';
    const cuts = (element: Element): boolean => {
      const { overflowX, overflowY } = getComputedStyle(element);
      return (
        (hides(overflowX) && element.scrollWidth > element.clientWidth + 1) ||
        (hides(overflowY) && element.scrollHeight > element.clientHeight + 1)
      );
    };
    const past = [...document.body.querySelectorAll('*:not(svg, svg *)')].filter((element) => {
      const { left, right, width } = element.getBoundingClientRect();
      const apart = element.closest('.skip, .heard-only') ?? element.parentElement?.closest('.chart-room, .table-room');
      return width > 0 && (right > root.clientWidth + 1 || left < -1) && (apart ?? null) === null;
    });
    const full = [...document.body.querySelectorAll('*')].filter(
      (element) =>
        cuts(element) &&
        !(element instanceof HTMLInputElement) && // browsers cut and scroll what is typed or chosen
        element.closest('.heard-only') === null,
    );
    const told = (element: Element): string => element.outerHTML.slice(0, 120);
    return { wide: root.scrollWidth - root.clientWidth, cut: [...past, ...full].map(told) };
  });
  assert.ok(wide <= 0, `${name}: ${wide} pixels too wide`);
  assert.deepEqual(cut, [], name);
}

/** Every target is at least 24 pixels each way (WCAG 2.5.8), but for links inside a sentence and the marks of a chart, whose place and size are what they say. */
export async function assertTargets(page: Page, name: string): Promise<void> {
  const small = await page.evaluate(() =>
    [...document.querySelectorAll('a, button, summary, select, input:not([type=hidden])')]
      .filter(
        (target) => target.closest('.skip, .chart-room, p:not(.clear, .back)') === null && target.checkVisibility(),
      )
      .map((target) => ({
        name: target.textContent || target.getAttribute('aria-label') || target.id,
        box: (target.matches('[type=radio], [type=checkbox]')
          ? (target.closest('label, .choice, .look-choice') ?? target)
          : target
        ).getBoundingClientRect(),
      }))
      .filter(({ box }) => box.width < 24 || box.height < 24)
      .map((target) => `${target.name} ${target.box.width}×${target.box.height}`),
  );
  assert.deepEqual(small, [], name);
}

/** What has the focus now, and how it shows: the thickness of its outline in pixels, and its contrast with what lies around it. */
export interface FocusShown {
  readonly name: string;
  readonly outline: number;
  readonly colour: string;
  readonly ground: string;
  /** Whether it is on the screen, and not under something else. */
  readonly seen: boolean;
}

/** Looks at the element that has the focus; null when none has. */
export function focusShown(page: Page): Promise<FocusShown | null> {
  return page.evaluate(() => {
    const { activeElement: element } = document;
    if (!(element instanceof HTMLElement) || element === document.body) return null;
    const styles = [getComputedStyle(element), getComputedStyle(element, '::after')];
    const style = styles.find(({ outlineStyle }) => outlineStyle === 'solid');
    let behind: Element | null = element.parentElement;
    while (behind !== null && /, 0\)$|transparent/.test(getComputedStyle(behind).backgroundColor))
      behind = behind.parentElement;
    const { left, top, right, bottom } = element.getBoundingClientRect();
    return {
      name: (element.innerText || element.getAttribute('aria-label') || element.id || element.tagName).replaceAll(
        /\s+/g,
        ' ',
      ),
      outline: style === undefined ? 0 : Number.parseFloat(style.outlineWidth),
      colour: style?.outlineColor ?? '',
      ground: behind === null ? 'rgb(255, 255, 255)' : getComputedStyle(behind).backgroundColor,
      seen: bottom > 0 && right > 0 && top < innerHeight && left < innerWidth && right - left > 0,
    };
  });
}
