import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import type { Chart } from '#charts/chart.ts';
import { marksOf } from '#charts/marks-of.ts';
import { drawChart, type DrawOptions } from '#charts/draw-chart.ts';
import { chartPng } from '#charts/png.ts';
import { isFine, markCount, MOST_STOPS } from '#charts/sheet.ts';
import { escapeXml } from '#charts/svg.ts';
import { readXml } from './read-xml.ts';
import { drawable, hostile } from './every-chart.ts';
import { sampleCharts } from './sample-charts.ts';

const link = (key: string): string => `/films?key=${encodeURIComponent(key.toWellFormed())}&a=1`;
const ways: readonly DrawOptions[] = [
  { link },
  { link, width: 'narrow' },
  { link, width: 'compact' },
  { standalone: true, caption: ['Films de 1990 à 2020', 'Source <IMDb> & autres'] },
];

const marksIn = (svg: string): number => svg.split('class="c-mark"').length - 1;

test('a chart is a group with its finding for a name and its description', () => {
  for (const chart of sampleCharts) {
    const svg = drawChart(chart, { id: 'one' });
    assert.match(svg, /^<svg [^>]*role="group"[^>]*aria-labelledby="one-title" aria-describedby="one-desc"/);
    assert.ok(svg.includes(`<title id="one-title">${escapeXml(chart.title)}</title>`));
    assert.ok(svg.includes(`<desc id="one-desc">${escapeXml(chart.description)}</desc>`));
  }
});

test('each row has one mark, with its label and its link', () => {
  for (const chart of sampleCharts) {
    const svg = drawChart(chart, { link });
    assert.equal(marksIn(svg), markCount(chart), chart.title);
    for (const { label, key } of marksOf(chart)) {
      assert.ok(svg.includes(`<title>${escapeXml(label)}</title>`), label);
      if (isFine(chart)) assert.ok(svg.includes(`aria-label="${escapeXml(label)}"`), label);
      if (key !== undefined) assert.ok(svg.includes(`href="${escapeXml(link(key))}"`), key);
    }
  }
});

test('the keyboard stops at marks while they are few, else at series and rows', () => {
  for (const chart of sampleCharts) {
    for (const width of ['wide', 'narrow', 'compact'] as const) {
      const svg = drawChart(chart, { link, width });
      const stops = svg.match(/<a (?![^>]*tabindex="-1")|tabindex="0"/g)?.length ?? 0;
      assert.ok(stops > 0 && stops <= MOST_STOPS, `${chart.title} ${width}: ${stops}`);
    }
  }
});

test('a standalone chart carries its title, its caption and its colours, and nothing to focus', () => {
  for (const chart of sampleCharts) {
    const svg = drawChart(chart, { standalone: true, caption: ['Films de 1990 à 2020', 'Source & date'] });
    assert.match(svg, /<style>/);
    assert.match(svg, /class="c-ground"/);
    assert.match(svg, /Source &#38; date<\/text>/);
    assert.doesNotMatch(svg, /tabindex/);
    assert.doesNotMatch(svg, /var\(/);
  }
});

test('in a page a chart has no style of its own: the security policy forbids it', () => {
  for (const chart of sampleCharts) assert.doesNotMatch(drawChart(chart), /<style|style=|<script|\son\w+=/);
});

test('the same chart is always the same text', () => {
  for (const chart of sampleCharts) for (const way of ways) assert.equal(drawChart(chart, way), drawChart(chart, way));
});

test('without anything to show, a chart says so', () => {
  const [chart] = sampleCharts;
  assert.ok(chart?.kind === 'line');
  assert.match(drawChart({ ...chart, series: [] }), /Aucune donnée à montrer/);
  assert.match(drawChart({ ...chart, language: 'en', series: [] }), /No data to show/);
});

test('whatever it holds, a chart is sound XML, without NaN, with every label in it', async () => {
  await chartPng(drawChart(sampleCharts.at(2) ?? assert.fail(), { standalone: true })); // loads the reader of XML
  fc.assert(
    fc.property(drawable, (chart) => {
      for (const way of ways) {
        const svg = drawChart(chart, way);
        readXml(svg);
        assert.doesNotMatch(svg.replaceAll(/>[^<]*<|"[^"]*&#?\w+;[^"]*"/g, '><'), /NaN|Infinity|undefined/);
        if (way.width === 'narrow' || way.width === 'compact' || markCount(chart) === 0) continue;
        assert.equal(marksIn(svg), markCount(chart));
        for (const { label } of marksOf(chart))
          assert.ok(escapeXml(label) === '' || svg.includes(`<title>${escapeXml(label)}</title>`));
      }
    }),
    { numRuns: 300 },
  );
});

test('what is no number is not drawn, and nothing breaks', () => {
  fc.assert(
    fc.property(hostile, (chart) => {
      for (const way of ways) readXml(drawChart(chart, way));
    }),
    { numRuns: 300 },
  );
});

test('one point alone, and values all the same, are drawn', () => {
  const [chart] = sampleCharts;
  assert.ok(chart?.kind === 'line');
  for (const y of [0, 98, -3, 1e-12]) {
    for (const count of [1, 5]) {
      const points = Array.from({ length: count }, (_, index) => ({ x: 2000 + index, y, label: `${index}` }));
      const svg = drawChart({ ...chart, series: [{ name: 'a', points }] });
      assert.equal(marksIn(svg), count);
      assert.doesNotMatch(svg, /NaN/);
    }
  }
});

test('a grid writes the value of each cell, or of none', () => {
  const columns = Array.from({ length: 10 }, (_, index) => `${index}`);
  const grid = (values: readonly number[]): Chart => ({
    kind: 'heat',
    language: 'fr',
    title: 'Écarts',
    description: '',
    rows: { title: '', names: ['a'] },
    columns: { title: '', names: columns },
    cells: [values.map((value) => ({ value, text: value.toFixed(1).replace('-', '−'), label: 'x' }))],
    legend: { title: '', digits: 1 },
    middle: 0,
  });
  const written = (chart: Chart, width: 'wide' | 'narrow'): number =>
    drawChart(chart, { width }).match(/class="c-dt\d"/g)?.length ?? 0;
  const above = columns.map((_, index) => index / 10);
  assert.equal(written(grid(above), 'narrow'), 10);
  assert.equal(written(grid(above.with(4, -0.4)), 'narrow'), 0);
  assert.equal(written(grid(above.with(4, -0.4)), 'wide'), 10);
});

test('dots start at zero only when told: ranks start at 1', () => {
  const ranks = (zero?: boolean): string =>
    drawChart({
      kind: 'dot',
      language: 'fr',
      title: 'Rangs',
      description: '',
      x: { title: 'Rang', ...(zero === undefined ? {} : { zero }) },
      dots: [1, 4, 18, 43].map((x, index) => ({
        name: `n${index}`,
        label: `${x}`,
        x,
        from: Math.max(1, x - 3),
        to: x + 4,
      })),
    });
  const ticks = (svg: string): string[] => [...svg.matchAll(/>(\d+)<\/text>/g)].map(([, tick]) => tick ?? '');
  assert.deepEqual(ticks(ranks()), ['1', '10', '20', '30', '40', '50']);
  assert.deepEqual(ticks(ranks(false)), ['1', '10', '20', '30', '40', '50']);
  assert.deepEqual(ticks(ranks(true)), ['0', '10', '20', '30', '40', '50']);
});
