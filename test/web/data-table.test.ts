import assert from 'node:assert/strict';
import { test } from 'node:test';
import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { Table } from '#indicators/told.ts';
import { ChartFigure } from '#web/components/chart-figure.tsx';
import { DataTable } from '#web/components/data-table.tsx';
import { wordsOf } from '#web/language.ts';
import { sampleCharts } from '../charts/sample-charts.ts';

const site = { language: 'fr', words: wordsOf('fr') } as const;
const table: Table = {
  name: 'durees',
  title: 'Durée des films',
  columns: [
    { key: 'year', title: 'Année', kind: 'year' },
    { key: 'median', title: 'Médiane', kind: 'number', digits: 1, unit: 'min' },
    { key: 'known', title: 'Part connue', kind: 'share' },
    { key: 'film', title: 'Identifiant', kind: 'film' },
    { key: 'title', title: 'Le plus vu', kind: 'text' },
  ],
  rows: [
    [1994, 98.25, 0.815, 'tt0000001', 'Un <film>'],
    [1995, null, 0, null, 'Sans page'],
  ],
  keys: ['y1994', null],
};
const link = (key: string): string => `/films?key=${key}`;

test('each column is shown as it says: years bare, numbers and shares in the language, films as links around their titles', () => {
  const html = renderToString(h(DataTable, { site, table, link }));
  assert.match(html, /<th scope="row" class="number"><a href="\/films\?key=y1994">1994<\/a><\/th>/);
  assert.match(html, /<td class="number">98,3<\/td>/);
  assert.match(html, /<td class="number">82\u00a0%<\/td>/);
  assert.match(html, /<td><a href="\/film\/tt0000001">Un &lt;film><\/a><\/td>/);
  assert.match(html, /<td>Sans page<\/td>/);
  assert.match(html, /Médiane \(min\)/);
  assert.doesNotMatch(html, /Identifiant/);
  assert.match(html, /<span class="heard-only">inconnu<\/span>/);
});

test('when the first column leads to a film already, the films behind the row have a column of their own', () => {
  const html = renderToString(
    h(DataTable, {
      site,
      table: { ...table, columns: table.columns.slice(3), rows: table.rows.map((row) => row.slice(3)) },
      link,
    }),
  );
  assert.match(html, /<th scope="row"><a href="\/film\/tt0000001">/);
  assert.match(html, /<a href="\/films\?key=y1994" aria-label="Voir les films\u00a0: Un &lt;film>">Voir<\/a>/);
});

test('a figure has its finding, its three drawings, and its table; past many marks it can be skipped', () => {
  const [many, few] = [sampleCharts[0] ?? assert.fail(), sampleCharts[2] ?? assert.fail()];
  const html = renderToString(h(ChartFigure, { site, chart: many, table, link }));
  assert.match(html, /<figcaption[^>]*>Les films les plus vus/);
  assert.equal(html.match(/<svg /g)?.length, 3);
  assert.match(html, /href="#chart-durees-end"/);
  assert.match(html, /id="chart-durees-end"/);
  const ids = [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
  assert.equal(new Set(ids).size, ids.length);
  assert.doesNotMatch(renderToString(h(ChartFigure, { site, chart: few })), /chart-past/);
});
