import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';
import { inflateSync } from 'node:zlib';
import { assert as check, asyncProperty, boolean, integer } from 'fast-check';
import { reportPdf } from '#report/report-pdf.ts';
import type { ToldReport } from '#report/told-report.ts';
import { aReport } from './long-report.ts';

const hasPoppler = spawnSync('pdftotext', ['-v']).error === undefined;
const missing = 'skipped: no pdftotext (Debian: apt-get install poppler-utils)';
const made = new Date('2026-11-18T06:00:00Z');
const written = async (told: ToldReport): Promise<string> =>
  Buffer.from(await reportPdf(told, { made })).toString('latin1');
const pages = (pdf: string): number => pdf.match(/\/Type \/Page\b/g)?.length ?? 0;

/** What the streams of a PDF hold, those that are compressed included. */
const streams = (pdf: string): string[] =>
  [...pdf.matchAll(/stream\n([\s\S]*?)\nendstream/g)].map(([, body = '']) => {
    try {
      return inflateSync(Buffer.from(body, 'latin1')).toString('latin1');
    } catch {
      return body;
    }
  });

test('one A4 page, in French, tagged, with its title, whatever there is to say', async () => {
  const pdf = await written(aReport());
  assert.match(pdf, /^%PDF-1\.7/);
  assert.equal(pages(pdf), 1);
  assert.match(pdf, /\/MediaBox \[0 0 595\.28 841\.89\]/);
  assert.match(pdf, /\/Lang \(fr-FR\)/);
  assert.match(pdf, /\/Marked true/);
  assert.match(pdf, /\/DisplayDocTitle true/);
  assert.match(pdf, /\/StructTreeRoot/);
  for (const kind of ['Document', 'H1', 'H2', 'H3', 'P', 'L', 'LI', 'Figure'])
    assert.match(pdf, new RegExp(`/S /${kind}\\b`), kind);
  assert.match(pdf, /\/Alt \(/);
  assert.match(streams(pdf).join('\n'), /pdfuaid:part>1</);
});

test('texts of every length stay on one page, and are drawn inside it', async () => {
  for (const long of [1, 4, 40]) {
    const pdf = await written(aReport(long));
    assert.equal(pages(pdf), 1, `${long} times as long`);
  }
  await check(
    asyncProperty(integer({ min: 1, max: 6 }), boolean(), boolean(), boolean(), async (long, people, season, idea) => {
      const none = {
        ...(people ? { counts: null, lists: null, received: null } : {}),
        ...(season ? { season: null } : {}),
        ...(idea ? { idea: null, figure: null } : {}),
      };
      assert.equal(pages(await written(aReport(long, none))), 1);
    }),
    { numRuns: 5 },
  );
});

test('its text is real: each font tells which letter each sign is', async () => {
  const pdf = await written(aReport());
  const fonts = pdf.match(/\/Subtype \/Type0/g)?.length ?? 0;
  assert.ok(fonts >= 3);
  assert.equal(pdf.match(/\/ToUnicode \d+ 0 R/g)?.length, fonts);
  const maps = streams(pdf).filter((one) => one.includes('beginbfrange') || one.includes('beginbfchar'));
  assert.equal(maps.length, fonts);
  assert.ok(
    maps.some((one) => /00e9/i.test(one)),
    'é is in a map',
  );
});

test('the same report made at the same moment has the same bytes', async () => {
  assert.equal(await written(aReport()), await written(aReport()));
});

test('poppler reads its words with their accents, cut at a sentence when they are too long', async (context) => {
  if (!hasPoppler) return context.skip(missing);
  const read = async (told: ToldReport): Promise<string> =>
    spawnSync('pdftotext', ['-', '-'], { input: await reportPdf(told, { made }), encoding: 'utf8' }).stdout;
  const words = await read(aReport());
  for (const text of [
    'Du 11 au 17 novembre 2026',
    'L’Été à Guéret & <ailleurs> 10',
    'Où est passé le cœur 1',
    'années 1960',
    'établi le',
  ])
    assert.ok(words.includes(text), text);
  const long = await read(aReport(9));
  assert.match(long, /gardé des films cette\s+semaine\. …/);
});

test('nothing stands on anything else, however long the texts', async (context) => {
  if (!hasPoppler) return context.skip(missing);
  for (const long of [1, 3, 40]) {
    const input = await reportPdf(aReport(long), { made });
    const { stdout } = spawnSync('pdftotext', ['-bbox', '-', '-'], { input, encoding: 'utf8' });
    const words = [...stdout.matchAll(/xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">/g)].map(
      ([, ...sides]) => sides.map(Number),
    );
    assert.ok(words.length > 100);
    for (const [at, [left = 0, top = 0, right = 0, bottom = 0]] of words.entries()) {
      assert.ok(left > 30 && right < 566 && top > 30 && bottom < 820, `${long}: a word outside the sheet`);
      for (const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] of words.slice(at + 1)) {
        const wide = Math.min(right, x1) - Math.max(left, x0);
        const high = Math.min(bottom, y1) - Math.max(top, y0);
        assert.ok(
          wide < 1 || high < 0.4 * Math.min(bottom - top, y1 - y0),
          `${long}: two words on one another at ${left}, ${top}`,
        );
      }
    }
  }
});
