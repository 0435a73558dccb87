import assert from 'node:assert/strict';
import { test } from 'node:test';
import { reportHtml } from '#report/report-html.ts';
import { reportText } from '#report/report-text.ts';
import { aReport } from './long-report.ts';

test('a letter fetches nothing, runs nothing, and is small', () => {
  const letter = reportHtml(aReport(), { origin: 'https://films.example' });
  assert.doesNotMatch(letter, /<(?:script|img|link|iframe|object|embed|video|audio|source|form|base)\b/i);
  assert.doesNotMatch(letter, /\bsrc=|srcset=|url\(|@import|@font-face|\bon\w+=|javascript:/i);
  assert.ok(Buffer.byteLength(reportHtml(aReport(4))) < 100_000);
  assert.match(letter, /<html lang="fr">/);
  assert.match(letter, /prefers-color-scheme: dark/);
});

test('a letter says its films with links to the site, or without when it has no address', () => {
  const addresses = (html: string): string[] => [...html.matchAll(/href="([^"]*)"/g)].map(([, href = '']) => href);
  const linked = addresses(reportHtml(aReport(), { origin: 'https://films.example' }));
  assert.ok(linked.includes('https://films.example/film/tt0000001'));
  assert.ok(linked.every((href) => /^https:\/\/(films\.example|www\.cnc\.fr)\//.test(href)));
  assert.ok(addresses(reportHtml(aReport())).every((href) => href.startsWith('https://www.cnc.fr/')));
  const english = reportHtml({ ...aReport(), language: 'en' }, { origin: 'https://films.example' });
  assert.ok(addresses(english).includes('https://films.example/en/film/tt0000001'));
});

test('what was typed somewhere is text, never markup', () => {
  const letter = reportHtml(aReport(1, { cinema: '"><script>alert(1)</script>', madeOn: "a'b & c" }));
  assert.doesNotMatch(letter, /<script|<ailleurs>/);
  assert.match(letter, /&lt;script&gt;/);
  assert.match(letter, /L’Été à Guéret &amp; &lt;ailleurs&gt; 1/);
});

test('the plain text says the same, in lines that a terminal holds', () => {
  const text = reportText(aReport(3));
  for (const words of ['DU 11 AU 17 NOVEMBRE 2026', '== La saison', 'https://www.cnc.fr/', '1,50', 'IMDb'])
    assert.ok(text.includes(words), words);
  assert.ok(text.split('\n').every((line) => line.length <= 76 || !line.includes(' ')));
  assert.doesNotMatch(text, /undefined|null|NaN/);
});
