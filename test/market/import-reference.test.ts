import assert from 'node:assert/strict';
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, suite, test } from 'node:test';
import { builtIn } from '#market/built-in.ts';
import { openMarket } from '#market/book.ts';
import { localityOf } from '#advice/locality-of.ts';
import { valueOf } from '#market/computed.ts';
import { localTaste } from '#market/local-taste.ts';
import { occupancyQuestion, offerQuestion } from '#market/questions/cinemas.ts';
import { frenchFilmsQuestion } from '#market/questions/films.ts';
import { importMarket } from '#market/import/import-market.ts';
import type { MarketBook } from '#market/types.ts';
import { unitWords } from '#market/units.ts';
import { coded } from '../helpers/coded.ts';

const reference = join(process.env['LANTERNE_REFERENCE'] ?? '../shared/data', 'market');
const skip = existsSync(reference) ? false : 'skipped: no reference data';
const work = mkdtempSync(join(tmpdir(), 'lanterne-official-'));
after(() => rmSync(work, { recursive: true, force: true }));

suite('the official files as published', { skip }, () => {
  let book: MarketBook;
  const value = (id: string, year?: number): number => book.figure(id, year)?.value ?? Number.NaN;

  test('each is recognised, and what is none is left aside', async () => {
    const report = await importMarket(work, reference);
    book = openMarket(work, { commune: '23096' });
    const held = report.files.map(({ holds }) => holds);
    for (const one of [
      'cinemas 2022',
      ...['entries', 'index', 'screenings', 'occupancy', 'seats', 'screens', 'cinemas'].map(
        (name) => `departments ${name}`,
      ),
      ...[
        'months entries',
        'months receipts',
        'months screenings',
        'weeks',
        'weekdays',
        'nationalities',
        'origins',
        'years',
      ].map((name) => `national ${name}`),
      'populations 2019 23',
      'populations 2022 03 18 19 23 36 63 87',
      ...['ages', 'households', 'poverty', 'groups', 'outlines'].map((kind) => `${kind} 23`),
    ])
      assert.ok(held.includes(one), one);
    assert.ok(
      report.left.some(({ file, reason }) => file.includes('cantons') && reason.includes('15 outlines for the 256')),
    );
    assert.ok(
      report.left.some(
        ({ file, reason }) => file.endsWith('communes-23-creuse.geojson') && reason.includes('enriched-2024'),
      ),
    );
    assert.ok(report.left.some(({ file }) => file.includes('salaires')));
    assert.ok(report.left.filter(({ file }) => file.startsWith('figures')).length > 20);
    assert.deepEqual(report.files.find(({ holds }) => holds === 'cinemas 2022')?.ignored[0]?.count, 264);
  });

  test('all of France is kept, every figure with its source', () => {
    assert.equal(book.cinemas.length, 2061);
    assert.equal(new Set(book.cinemas.map(({ id }) => id)).size, 2061);
    assert.equal(new Set(book.figures.filter(({ id }) => id.startsWith('seats.')).map(({ place }) => place)).size, 97);
    for (const figure of book.figures) {
      assert.match(book.sources.get(figure.source)?.url ?? '', /^https?:\/\//, figure.id);
      assert.ok(unitWords.has(figure.unit), figure.id);
      if (figure.unit === 'share') assert.ok(Math.abs(figure.value) <= 1, figure.id);
    }
    assert.equal(book.outlines.size, 256);
    assert.ok(book.communes.every(({ group, department }) => department !== '23' || group !== undefined));
  });

  test('says what our tables say: figure by figure', () => {
    const imported = new Set(book.figures.map(({ id, year }) => `${id} ${year}`));
    let same = 0;
    for (const own of builtIn().figures) {
      assert.ok(imported.has(`${own.id} ${own.year}`));
      const now = book.figure(own.id, own.year);
      const tolerance =
        own.id.startsWith('nationality') || own.id.includes('share') ? 0.00051 : own.unit === 'M' ? 0.006 : 0.0051;
      assert.ok(
        Math.abs((now?.value ?? Number.NaN) - own.value) <= Math.max(tolerance, 1e-6 * own.value),
        `${own.id} ${own.year}: ${own.value}, ${now?.value}`,
      );
      if (now?.source === own.source) same++;
    }
    assert.ok(same > 600);
    const rows = new Map(book.cinemas.map((one) => [one.id, one]));
    for (const own of builtIn().cinemas) {
      const row = rows.get(own.id);
      assert.ok(row !== undefined, own.id);
      assert.deepEqual(
        { ...row, longitude: 0, latitude: 0, frenchShare: 0, americanShare: 0, artEtEssaiShare: 0 },
        { ...own, longitude: 0, latitude: 0, frenchShare: 0, americanShare: 0, artEtEssaiShare: 0 },
      );
      assert.ok(Math.abs((row.frenchShare ?? 0) - (own.frenchShare ?? 0)) < 0.00051, own.id);
    }
    for (const own of builtIn().communes) {
      const row = book.communes.find(({ code }) => code === own.code);
      assert.equal(row?.population, own.population, own.name);
      assert.equal(row?.name, own.name);
    }
  });

  test('what is computed equals the study', () => {
    const creuse = book.cinemas.filter(({ department }) => department === '23');
    const french = (some: typeof creuse): string =>
      (
        some.reduce((sum, one) => sum + one.entries * (one.frenchShare ?? 0), 0) /
        some.reduce((sum, one) => sum + one.entries, 0)
      ).toFixed(3);
    assert.deepEqual(
      [french(creuse), french(creuse.filter(({ commune }) => commune !== '23096')), french([...book.cinemas])],
      ['0.521', '0.636', '0.413'],
    );
    assert.deepEqual(
      [value('attendance-index.23', 2024), value('attendance-index.NAQ', 2024), value('attendance-rank.23', 2024)],
      [1.5, 2.68, 90],
    );
    assert.deepEqual([value('attendance-index.87', 2024), value('attendance-index.48', 2024)], [2.26, 2.07]);
    assert.equal(value('entries.FR', 2024), 181_524_250);
    assert.equal(value('population.23', 2022), 115_529);
    assert.equal(value('population-total.23', 2019), 120_146);
    assert.equal(book.ages('23')?.bands.length, 6);
  });

  test('the file of cinemas that is cut is refused, with or without a book', async () => {
    const folder = mkdtempSync(join(work, 'cut-'));
    const text = readFileSync(join(reference, 'official/etablissements-cinematographiques-2022.csv'), 'utf8');
    writeFileSync(join(folder, 'a.csv'), `${text.split('\n').slice(0, 200).join('\n')}\n`);
    for (const data of [work, join(work, 'new')])
      await assert.rejects(importMarket(data, folder), coded('FILE_ROW', 'a.csv', '199 cinemas', '2061'));
    assert.deepEqual(openMarket(work, { commune: '23096' }).imported, book.imported);
  });

  test('of Limoges, only what was imported is told: some cinemas are not all', () => {
    const home = { commune: '87085' };
    const [none, all] = [openMarket(join(work, 'nowhere'), home), openMarket(work, home)];
    assert.equal(none.cinemasComplete?.('87'), false);
    assert.equal(all.cinemasComplete?.('87'), true);
    for (const question of [offerQuestion, frenchFilmsQuestion, occupancyQuestion]) {
      assert.equal(question.compute(none), null, question.name);
      assert.notEqual(question.compute(all), null, question.name);
    }
    assert.equal(valueOf(offerQuestion.compute(all), 'cinemas')?.value, 11);
    assert.deepEqual([localTaste(none)?.nearness, localTaste(all)?.nearness], ['country', 'cinema']);
    assert.equal(localityOf(none, 2026).origins.french.local, null);
    assert.notEqual(localityOf(all, 2026).origins.french.local, null);
  });

  test('a file that was changed by a hand is refused whole, and the book stays', async () => {
    const folder = mkdtempSync(join(work, 'in-'));
    const source = join(reference, 'official/cnc-departements');
    copyFileSync(join(source, 'cnc_ecrans.csv'), join(folder, 'a.csv'));
    writeFileSync(
      join(folder, 'b.csv'),
      readFileSync(join(source, 'cnc_entrees.csv'), 'utf8').replace(/("0,18")\n/, '"1,80"\n'),
    );
    await assert.rejects(importMarket(work, folder), coded('FILE_ROW', 'b.csv', '“2024”', 'add up'));
    const workbook = readFileSync(join(reference, 'official/cnc-entrees-par-jour-1980-2020.xlsx'));
    writeFileSync(join(folder, 'b.csv'), 'x');
    writeFileSync(join(folder, 'c.xlsx'), workbook.subarray(0, workbook.length >> 1));
    await assert.rejects(importMarket(work, folder), coded('WORKBOOK_DAMAGED', 'c.xlsx'));
    assert.deepEqual(openMarket(work, { commune: '23096' }).imported, book.imported);
  });
});
