import assert from 'node:assert/strict';
import { test } from 'node:test';
import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { Page } from 'playwright-core';
import type { Table } from '#indicators/told.ts';
import { styleSheet } from '#web/assets.ts';
import { ChartFigure } from '#web/components/chart-figure.tsx';
import { wordsOf } from '#web/language.ts';
import { sampleCharts } from '../charts/sample-charts.ts';
import { assertAccessible, assertReflows } from '../helpers/accessible.ts';
import { needsChromium, visit } from '../helpers/browser.ts';

const site = { language: 'fr', words: wordsOf('fr') } as const;
const tableOf = (name: string): Table => ({
  name,
  title: `Les chiffres de ${name}`,
  columns: [
    { key: 'year', title: 'Année', kind: 'year' },
    { key: 'median', title: 'Médiane', kind: 'number', unit: 'min' },
    { key: 'known', title: 'Part connue', kind: 'share' },
  ],
  rows: [
    [1994, 98, 0.8],
    [1995, null, 0.7],
  ],
  keys: ['y1994', null],
});
const figures = sampleCharts.map((chart, index) =>
  renderToString(
    h(ChartFigure, { site, chart, table: tableOf(`t${index}`), link: (key: string) => `#${encodeURIComponent(key)}` }),
  ),
);

/** A page of every chart, as the site would show it. */
async function show(page: Page, root: string, drawn: readonly string[] = figures): Promise<void> {
  await page.setContent(
    `<!doctype html><html lang="fr" class="${root}"><head><meta charset="utf-8"><title>Graphiques</title><meta name="viewport" content="width=device-width">
    <style>${styleSheet('#8a3b12').body}</style></head><body><main class="narrow"><h1>Graphiques</h1>${drawn.join('')}</main></body></html>`,
  );
}

const looks = [
  ['by day', 1280, '', 'light', ''],
  ['by night', 1280, '', 'dark', ''],
  ['on a telephone', 320, '', 'light', ''],
  ['on a telephone by night', 320, '', 'dark', ''],
  ['in large print', 390, 'large', 'light', ''],
  ['in large print on a small telephone', 320, 'large', 'light', ''],
  ['with letters twice as large', 1280, '', 'light', 'html{font-size:225%!important}'],
] as const;

for (const [name, width, root, colorScheme, style] of looks)
  test(`every chart ${name}: no fault that axe sees, nothing too wide`, async (context) => {
    if (!needsChromium(context)) return;
    await using visitor = await visit({ viewport: { width, height: 900 }, colorScheme });
    const { page } = visitor;
    await show(page, root);
    if (style !== '') await page.addStyleTag({ content: style });
    await page.evaluate(() => document.querySelectorAll('details').forEach((one) => (one.open = true)));
    await assertAccessible(page, name);
    await assertReflows(page, name);
    const shown = await page.evaluate(
      () => [...document.querySelectorAll('.chart')].filter((one) => one.checkVisibility()).length,
    );
    assert.equal(shown, sampleCharts.length);
  });

test('letters of charts are never smaller than 11 pixels, and grow with those of the page', async (context) => {
  if (!needsChromium(context)) return;
  const sizes: number[] = [];
  for (const [width, root] of [
    [320, ''],
    [390, 'large'],
    [700, ''],
    [1280, ''],
    [1280, 'large'],
  ] as const) {
    await using visitor = await visit({ viewport: { width, height: 900 } });
    const { page } = visitor;
    await show(page, root);
    const least = await page.evaluate(() =>
      Math.min(
        ...[...document.querySelectorAll<SVGTextElement>('.chart text')]
          .filter((one) => one.checkVisibility())
          .map(
            (one) =>
              Number(one.getAttribute('font-size')) *
              Math.hypot(one.getScreenCTM()?.a ?? 9, one.getScreenCTM()?.b ?? 9),
          ),
      ),
    );
    assert.ok(least >= 11, `${width} ${root}: ${least}`);
    sizes.push(least);
  }
  assert.ok((sizes[1] ?? 0) > (sizes[0] ?? 0) * 1.1 && (sizes[4] ?? 0) > (sizes[3] ?? 0) * 1.1, sizes.join());
});

test('on a telephone a chart is seen whole, and in large print its letters grow by as much', async (context) => {
  if (!needsChromium(context)) return;
  for (const width of [320, 360, 390, 430]) {
    const [usual, large] = [await lettersAt(width, ''), await lettersAt(width, 'large')];
    assert.equal(usual.length, sampleCharts.length);
    for (const [index, one] of usual.entries()) {
      const same = large[index] ?? assert.fail();
      const name = `${width} ${sampleCharts[index]?.title ?? ''}`;
      assert.equal(one.past, 0, name);
      assert.equal(same.past, 0, `${name} in large print`);
      assert.ok(same.size >= one.size * 1.4, `${name}: ${one.size} ${same.size}`);
    }
  }
});

test('letters of charts twice as large on a telephone: the newest years are seen first', async (context) => {
  if (!needsChromium(context)) return;
  const usual = await lettersAt(320, '');
  const twice = await lettersAt(320, '', 'html{font-size:225%!important}');
  for (const [index, one] of twice.entries()) {
    const chart = sampleCharts[index] ?? assert.fail();
    assert.ok(one.size >= (usual[index]?.size ?? 99) * 1.8, `${chart.title}: ${one.size}`);
    if (chart.kind === 'line') assert.ok(one.past > 0 && one.right <= 1, `${chart.title}: ${one.right}`);
  }
});

/** In each room: the least letters in pixels, how far it scrolls, and how far the right end of the drawing lies past it. */
async function lettersAt(
  width: number,
  root: string,
  style = '',
): Promise<{ size: number; past: number; right: number }[]> {
  await using visitor = await visit({ viewport: { width, height: 900 } });
  const { page } = visitor;
  await show(page, root);
  if (style !== '') await page.addStyleTag({ content: style });
  return await page.evaluate(() =>
    [...document.querySelectorAll('.chart-room')].map((room) => {
      const chart = [...room.querySelectorAll<SVGSVGElement>('.chart')].find((one) => one.checkVisibility());
      const letters = [...(chart?.querySelectorAll<SVGTextElement>('text') ?? [])].map(
        (one) =>
          Number(one.getAttribute('font-size')) * Math.hypot(one.getScreenCTM()?.a ?? 9, one.getScreenCTM()?.b ?? 9),
      );
      return {
        size: Math.min(...letters),
        past: room.scrollWidth - room.clientWidth,
        right: (chart?.getBoundingClientRect().right ?? 999) - room.getBoundingClientRect().right,
      };
    }),
  );
}

test('names, ticks and values do not cover one another', async (context) => {
  if (!needsChromium(context)) return;
  for (const [width, root] of [
    [320, ''],
    [320, 'large'],
    [390, 'large'],
    [1280, ''],
  ] as const) {
    await using visitor = await visit({ viewport: { width, height: 900 } });
    const { page } = visitor;
    await show(page, root);
    const met = await page.evaluate(() =>
      [...document.querySelectorAll('.chart')]
        .filter((chart) => chart.checkVisibility())
        .flatMap((chart) => {
          const boxes = [...chart.querySelectorAll('text')].map((one) => ({
            words: one.textContent,
            box: one.getBoundingClientRect(),
          }));
          return boxes.flatMap(({ words, box }, index) =>
            boxes
              .slice(index + 1)
              .filter(
                ({ box: other }) =>
                  Math.min(box.right, other.right) - Math.max(box.left, other.left) > 1.5 &&
                  Math.min(box.bottom, other.bottom) - Math.max(box.top, other.top) > 5,
              )
              .map((other) => `${words} / ${other.words}`),
          );
        }),
    );
    assert.deepEqual(met, [], `${width} ${root}`);
  }
});

test('the keyboard goes through a chart with the focus in sight, or past it', async (context) => {
  if (!needsChromium(context)) return;
  await using visitor = await visit();
  const { page } = visitor;
  await show(page, '', figures.slice(1, 2));
  const focused = (): Promise<string> =>
    page.evaluate(() => {
      const { activeElement: one } = document;
      return one?.getAttribute('aria-label') ?? one?.textContent ?? '';
    });
  await page.keyboard.press('Tab');
  assert.equal(await focused(), 'Passer le graphique');
  await page.keyboard.press('Tab');
  assert.equal(await focused(), 'Graphique\u00a0: Les actrices sont plus jeunes que les acteurs');
  await page.keyboard.press('Tab');
  assert.equal(await focused(), 'Actrices, 1940');
  const ring = await page.evaluate(() => {
    const hit = document.activeElement?.querySelector('.c-hit');
    return hit instanceof Element ? [getComputedStyle(hit).stroke, getComputedStyle(hit).strokeWidth] : [];
  });
  assert.deepEqual(ring, ['rgb(27, 79, 168)', '3px']);
  for (let stop = 1; stop < 18; stop++) await page.keyboard.press('Tab');
  assert.match(await focused(), /^Acteurs, 2020/);
  await page.keyboard.press('Tab');
  assert.equal(await focused(), 'Les mêmes chiffres en tableau');
  await page.focus('.chart-past a');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  assert.equal(await focused(), 'Les mêmes chiffres en tableau');
});
