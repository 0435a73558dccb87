import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { drawChart } from '#charts/draw-chart.ts';
import { light, lightLetters } from '#charts/palette.ts';
import { standaloneStyle } from '#charts/standalone-style.ts';
import { sampleCharts } from './sample-charts.ts';

const style = (name: string): string => readFileSync(new URL(`../../src/web/style/${name}`, import.meta.url), 'utf8');
const sheets = { tokens: style('00-tokens.css'), charts: style('27-charts.css') };

/** The custom properties of a sheet in a theme: those of the night over those of the day. */
function properties(css: string, theme: 'day' | 'night'): ReadonlyMap<string, string> {
  const [day = '', night = ''] = css.split('@media (prefers-color-scheme: dark)');
  const read = (text: string): [string, string][] =>
    [...text.slice(0, text.indexOf('\n}')).matchAll(/(--[\w-]+): (#[0-9a-f]{3,6});/g)].map(
      ([, key = '', value = '']) => [key, value.length === 4 ? `#${value.slice(1).replaceAll(/./g, '$&$&')}` : value],
    );
  return new Map([...read(day), ...(theme === 'night' ? read(night) : [])]);
}

const linear = (colour: string): [number, number, number] => {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return [red, green, blue];
};

function contrast(a: string, b: string): number {
  const [high = 0, low = 0] = [a, b]
    .map((colour) => {
      const [red, green, blue] = linear(colour);
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    })
    .toSorted((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
}

// Machado, Oliveira & Fernandes 2009, severity 1
const seen = {
  all: [1, 0, 0, 0, 1, 0, 0, 0, 1],
  protan: [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
  deutan: [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881],
  tritan: [1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.3039],
};

/** Distance of two colours in OKLab, times 100, as somebody sees them. */
function distance(a: string, b: string, matrix: readonly number[]): number {
  const [p, q] = [a, b].map((colour) => {
    const rgb = linear(colour);
    const [red = 0, green = 0, blue = 0] = [0, 3, 6].map((row) =>
      Math.max(
        0,
        rgb.reduce((sum, value, at) => sum + value * (matrix[row + at] ?? 0), 0),
      ),
    );
    const l = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
    const m = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
    const s = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
    return [
      0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
      1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
      0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
    ];
  });
  return 100 * Math.hypot(...[0, 1, 2].map((at) => (p?.[at] ?? 0) - (q?.[at] ?? 0)));
}

const themes = ['day', 'night'] as const;
const coloursOf = (theme: 'day' | 'night', name: string): string[] =>
  [...properties(sheets.charts, theme)]
    .filter(([key]) => new RegExp(`^--${name}-\\d$`).test(key))
    .map(([, colour]) => colour);
const groundOf = (theme: 'day' | 'night'): string => properties(sheets.tokens, theme).get('--paper') ?? '';

test('a page by day has the colours of a standalone chart', () => {
  assert.deepEqual(coloursOf('day', 'chart'), [...light.series]);
  assert.deepEqual(coloursOf('day', 'part'), [...light.parts]);
  assert.deepEqual(coloursOf('day', 'rising'), [...light.rising]);
  assert.deepEqual(coloursOf('day', 'around'), [...light.around]);
});

test('series can be written in their colour (4.5 to 1), parts and axes be seen (3 to 1), on every ground', () => {
  const grounds = [...themes.map((theme) => [theme, groundOf(theme)] as const), ['day', light.ground] as const];
  for (const [theme, ground] of grounds) {
    for (const colour of coloursOf(theme, 'chart'))
      assert.ok(contrast(colour, ground) >= 4.5, `${colour} on ${ground}`);
    const marks = [...coloursOf(theme, 'part'), properties(sheets.tokens, theme).get('--edge') ?? ''];
    for (const colour of marks) assert.ok(contrast(colour, ground) >= 3, `${colour} on ${ground}`);
  }
  for (const colour of [light.ink, light.soft]) assert.ok(contrast(colour, light.ground) >= 4.5);
});

test('what is written in a cell can be read on its colour', () => {
  const letters = {
    day: { pale: '#221c2c', deep: '#ffffff', rising: lightLetters.rising, around: lightLetters.around },
    night: { pale: '#f5ecdc', deep: '#0f1628', rising: [4, 5, 6], around: [0, 1, 5, 6] },
  };
  for (const theme of themes)
    for (const scale of ['rising', 'around'] as const)
      for (const [step, colour] of coloursOf(theme, scale).entries()) {
        const { pale, deep } = letters[theme];
        const onDeep: readonly number[] = letters[theme][scale];
        assert.ok(contrast(colour, onDeep.includes(step) ? deep : pale) >= 4.5, `${theme} ${scale} ${step}`);
      }
});

test('three series are far apart for everyone, and six are told apart', () => {
  for (const theme of themes) {
    const colours = coloursOf(theme, 'chart');
    for (const [name, matrix] of Object.entries(seen))
      for (const [i, a] of colours.entries())
        for (const [j, b] of colours.entries()) {
          if (i >= j) continue;
          const least = j < 3 ? 12 : 5;
          assert.ok(
            distance(a, b, matrix) >= least,
            `${theme} ${name}: ${a} ${b} ${distance(a, b, matrix).toFixed(1)}`,
          );
        }
  }
});

test('the steps of a scale grow darker by day and lighter by night, one by one', () => {
  for (const theme of themes) {
    const steps = coloursOf(theme, 'rising').map((colour) => contrast(colour, groundOf(theme)));
    assert.deepEqual(
      steps,
      steps.toSorted((a, b) => a - b),
      theme,
    );
  }
});

test('every class that is drawn has its style, in a page and alone', () => {
  const used = new Set<string>();
  for (const chart of sampleCharts)
    for (const width of ['wide', 'narrow', 'compact'] as const)
      for (const [, classes = ''] of drawChart(chart, { width }).matchAll(/class="([^"]*)"/g))
        for (const one of classes.split(' ')) if (one.startsWith('c-')) used.add(one);
  assert.ok(used.size > 20);
  for (const one of used) {
    const rule = new RegExp(`\\.${one}(?![\\w-])`);
    assert.match(sheets.charts, rule);
    if (one !== 'c-mark' && one !== 'c-stop') assert.match(standaloneStyle, rule);
  }
});
