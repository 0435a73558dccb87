import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { BarChart } from '#charts/chart.ts';
import { drawChart } from '#charts/draw-chart.ts';

const chartOf = (names: readonly string[]): BarChart => ({
  kind: 'bar',
  lying: false,
  language: 'en',
  title: 'Films',
  description: 'A bar a decade.',
  category: { title: 'Decade' },
  y: { title: 'Share', share: true },
  parts: ['some', 'others'],
  bars: names.map((name) => ({ name, values: [0.4, 0.6], label: name })),
});
const decades = (from: number, count: number): string[] =>
  Array.from({ length: count }, (_, index) => String(from + 10 * index));

/** Middles and words of the names under the bars of the narrow drawing. */
function namesOf(chart: BarChart): { readonly at: number; readonly name: string }[] {
  const svg = drawChart(chart, { width: 'narrow' });
  const wanted = new Set(chart.bars.map(({ name }) => name));
  return [...svg.matchAll(/<text\b[^>]*\bx="([\d.]+)"[^>]*>([^<]*)<\/text>/g)]
    .map(([, at = '', name = '']) => ({ at: Number(at), name }))
    .filter(({ name }) => wanted.has(name));
}

suite('names under upright bars', () => {
  for (const [what, names] of [
    ['decades', decades(1910, 12)],
    ['decades with a gap', [...decades(1910, 2), ...decades(1940, 9)]],
    ['a decade cut by a filter', ['1915-1919', ...decades(1920, 11)]],
    ['years', Array.from({ length: 60 }, (_, index) => String(1960 + index))],
  ] as const)
    test(`${what} do not touch on a narrow sheet`, () => {
      const shown = namesOf(chartOf(names));
      assert.ok(shown.length > 1, 'some are named');
      for (const [index, { at, name }] of shown.entries()) {
        const before = shown[index - 1];
        // Half a letter of DejaVu Sans at 12 units, at least, is free between two.
        if (before !== undefined)
          assert.ok(at - before.at > (name.length + before.name.length) * 3.6, `${before.name} touches ${name}`);
      }
    });
});
