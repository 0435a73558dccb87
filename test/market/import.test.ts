import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, suite, test } from 'node:test';
import * as fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { openMarket } from '#market/book.ts';
import { importMarket, type ImportMarketOptions } from '#market/import/import-market.ts';
import { frenchNumber } from '#market/import/official-table.ts';
import { slug } from '#market/import/cinema-ids.ts';
import { coded } from '../helpers/coded.ts';
import { ages, cinemaColumns, cinemas, outlines, populations, series, type SeriesName } from './official-files.ts';

const work = mkdtempSync(join(tmpdir(), 'lanterne-market-'));
after(() => rmSync(work, { recursive: true, force: true }));
let count = 0;

type Files = Readonly<Record<string, string | Uint8Array>>;

/** A folder of files to import, and a data folder. */
function folderOf(files: Files): { folder: string; data: string } {
  const root = join(work, String(count++));
  const folder = join(root, 'in');
  mkdirSync(folder, { recursive: true });
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return { folder, data: join(root, 'data') };
}

async function imported(files: Files, options: ImportMarketOptions = {}) {
  const { folder, data } = folderOf(files);
  const report = await importMarket(data, folder, { now: () => new Date('2026-02-03T10:00:00Z'), ...options });
  return { report, folder, data, book: openMarket(data, { commune: '23096' }) };
}

async function refused(files: Files, code: Parameters<typeof coded>[0], ...words: string[]): Promise<void> {
  const { folder, data } = folderOf(files);
  await assert.rejects(importMarket(data, folder), coded(code, ...words));
  assert.throws(() => readdirSync(join(data, 'market')), 'nothing was written');
}

suite('numbers as French files write them', () => {
  test('decimal commas or points, thousands parted by any space', () => {
    for (const [text, value] of [
      ['1 234,5', 1234.5],
      ['1\u202f234', 1234],
      ['12\u00a0345\u202f678', 12_345_678],
      ['0,80', 0.8],
      ['36218.0', 36_218],
      ['-3,5', -3.5],
      ['007', 7],
    ] as const)
      assert.equal(frenchNumber(text), value, text);
    for (const text of [
      '',
      ' ',
      '1 23',
      '12 34',
      '1,2,3',
      '1.234,5',
      'abc',
      '1e5',
      '--1',
      '12 3456',
      'NaN',
      '1 234 56,7',
    ])
      assert.equal(frenchNumber(text), null, text);
  });

  test('what is written so is read back', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1e12 }),
        fc.integer({ min: 0, max: 999 }),
        fc.constantFrom(' ', '\u00a0', '\u202f', '\u2009', ''),
        (whole, decimals, space) => {
          const grouped = String(whole).replaceAll(/\B(?=(\d{3})+$)/g, space);
          assert.equal(frenchNumber(`${grouped},${decimals}`), Number(`${whole}.${decimals}`));
        },
      ),
    );
  });
});

suite('the file of cinemas', () => {
  test('is read with its BOM, CRLF and points; the nonsense population is passed over and counted', async () => {
    const { report, book } = await imported({ 'whatever.txt': cinemas() });
    assert.deepEqual(report.files, [
      {
        file: 'whatever.txt',
        holds: 'cinemas 2022',
        rows: 2062,
        ignored: [
          { reason: '“Zone rurale” is no urban unit: its population is not read', count: 1 },
          { reason: 'no entries in 2021: counted as none', count: 1 },
        ],
      },
    ]);
    const [first, second] = book.cinemas;
    assert.deepEqual(
      [first?.id, first?.name, first?.screens, first?.frenchShare, first?.artEtEssaiShare, first?.labels],
      ['le-phare-gueret', 'Le Phare', 2, 0.5, 0.255, 'JPPR'],
    );
    assert.deepEqual(
      [
        second?.id,
        second?.name,
        second?.travelling,
        second?.artEtEssai,
        second?.entriesBefore,
        second?.artEtEssaiShare,
      ],
      ['l-etoile-d-or-la-courtine', 'L’étoile D’or', true, false, 0, null],
    );
    assert.equal(book.cinemas.length, 2062);
    assert.equal(book.figure('entries.23', 2022)?.value, 140_000);
    assert.equal(book.figure('french-share.FR', 2022)?.value, Number(((138 * 0.5 + 2 * 0.8) / 140).toFixed(4)));
    assert.equal(book.figure('viewers-per-screening-rural.FR', 2022)?.value, 10);
    assert.equal(book.sources.get('cnc-cinemas-2022')?.publisher, 'CNC');
  });

  test('decimal commas do as well', async () => {
    const { book } = await imported({
      'a.csv': cinemas((line) => line.replace(';50.0;30.0;15.0;5.0;', ';50,0;30,0;15,0;5,0;')),
    });
    assert.equal(book.cinemas[0]?.frenchShare, 0.5);
  });

  test('of another year, it says so by its columns, and its figures stand beside', async () => {
    const { book } = await imported({
      'a.csv': cinemas((line) => line.replace('entrées 2022', 'entrées 2023').replace('entrées 2021', 'entrées 2022')),
    });
    assert.equal(book.cinemas[0]?.year, 2023);
    assert.equal(book.figure('entries.23', 2023)?.source, 'cnc-cinemas-2023');
    assert.equal(book.figure('french-share.FR', 2022)?.value, 0.413, 'of the tables');
  });

  const wrong: [string, (line: string) => string, string[]][] = [
    [
      'entries below nothing',
      (line) => line.replace(';138000.0;', ';-1.0;'),
      ['line 2', '“entrées 2022”', '-1.0 is impossible'],
    ],
    [
      'a share above the whole',
      (line) => line.replace(';80.0;15.0;', ';180.0;15.0;'),
      ['line 3', '“PdM en entrées des films français”'],
    ],
    [
      'shares that do not add up',
      (line) => line.replace(';50.0;30.0;15.0;', ';50.0;3.0;15.0;'),
      ['line 2', 'add up to 73.0 %'],
    ],
    ['no screen', (line) => line.replace(';2.0;300.0;', ';0.0;300.0;'), ['“écrans”']],
    [
      'a word for a number',
      (line) => line.replace(';2000.0;138000', ';beaucoup;138000'),
      ['“séances”', '“beaucoup” is no number'],
    ],
    ['a department that is none', (line) => line.replace(';23;00000', ';99;00000'), ['line 3', '“DEP”']],
    ['a renamed column', (line) => line.replace(';écrans;', ';salles;'), ['line 1', '“écrans”', 'renamed']],
    ['a column that is gone', (line) => line.split(';').toSpliced(14, 1).join(';'), ['“fauteuils”']],
    ['a column that stands twice', (line) => line.replace('adresse', 'fauteuils'), ['“fauteuils” stands twice']],
    [
      'a short line',
      (line) => (line.startsWith('3;102') ? line.slice(0, 200) : line),
      ['line 3', 'columns, not the 40'],
    ],
    ['a longitude that is none', (line) => line.replace('46.17;1.87', '46.17;187'), ['“longitude”']],
  ];
  for (const [what, change, words] of wrong)
    test(`is refused for ${what}`, async () =>
      await refused({ 'etab.csv': cinemas(change) }, 'FILE_ROW', 'etab.csv', ...words));

  test('in Windows-1252 it is named with its line', async () => {
    const text = cinemas().toString('utf8').replace('\uFEFF', '').replaceAll('’', "'");
    await refused({ 'etab.csv': Buffer.from(text, 'latin1') }, 'FILE_NOT_UTF8', 'etab.csv', 'line 1');
  });

  test('without a row, or with a quote that does not close, it is refused', async () => {
    await refused({ 'etab.csv': `${cinemaColumns}\r\n` }, 'FILE_EMPTY');
    await refused(
      { 'etab.csv': cinemas((line) => line.replace('1 RUE HAUTE', '"1 RUE HAUTE')) },
      'FILE_ROW',
      'line 2',
      'quote',
    );
  });
});

suite('a part of the file of cinemas is not taken for all of it', () => {
  const lines = cinemas().toString('utf8').trimEnd().split('\r\n');
  const some = (rows: readonly string[]) => `${rows.join('\r\n')}\r\n`;
  const of = (department: string) => (line: string) => line.split(';')[8] === department;

  test('cut after some rows: by our tables, nothing being imported yet', async () => {
    const words = ['etab.csv', 'line 201', 'ends after 200 cinemas', 'France has 2061', 'at least 1855'];
    await refused({ 'etab.csv': some(lines.slice(0, 201)) }, 'FILE_ROW', ...words);
    const { book } = await imported({ 'etab.csv': some(lines.slice(0, 1856)) });
    assert.equal(book.cinemas.length, 1855);
  });

  test('cut after what was whole: what stood stands', async () => {
    const { data } = await imported({ 'etab.csv': cinemas() });
    const cut = folderOf({ 'etab.csv': some(lines.slice(0, 1856)) });
    await assert.rejects(importMarket(data, cut.folder), coded('FILE_ROW', 'France has 2062', 'at least 1856'));
    assert.equal(openMarket(data, { commune: '23096' }).cinemas.length, 2062);
  });

  test('without a department that the book has cinemas of', async () => {
    const rows = lines.filter((line) => !of('87')(line));
    await refused({ 'etab.csv': some(rows) }, 'FILE_ROW', 'no cinema in Haute-Vienne (87)', 'the book has 10');
    const { data } = await imported({ 'etab.csv': cinemas() });
    const cut = folderOf({ 'etab.csv': some(lines.filter((line) => !of('33')(line))) });
    await assert.rejects(importMarket(data, cut.folder), coded('FILE_ROW', 'Gironde (33)'));
  });

  test('with entries that the CNC’s series of the department does not know', async () => {
    const rows = lines.map((line) => line.replace(';138000.0;', ';30000.0;'));
    const words = ['Creuse (23)', 'sold 32000 entries in 2022', 'series has 140000', '15 %'];
    await refused({ 'etab.csv': some(rows) }, 'FILE_ROW', ...words);
    await refused({ 'etab.csv': cinemas(), 'z.csv': series('entrees') }, 'FILE_ROW', 'etab.csv', 'series has');
  });

  test('a line of France that is no cinema of ours may go: a book of one year to the next', async () => {
    const { data } = await imported({ 'etab.csv': cinemas() });
    const next = folderOf({ 'etab.csv': some(lines.slice(0, -50)) });
    await importMarket(data, next.folder);
    assert.equal(openMarket(data, { commune: '23096' }).cinemas.length, 2012);
  });
});

suite('the series by department', () => {
  const all: SeriesName[] = ['entrees', 'indice', 'fauteuils', 'ecrans', 'etablissements', 'seances', 'occupation'];

  test('seven files with one header are told apart by what they hold, whatever their names', async () => {
    const { report, book } = await imported(Object.fromEntries(all.map((name, at) => [`${at}.csv`, series(name)])));
    assert.deepEqual(
      report.files.map(({ holds }) => holds),
      ['entries', 'index', 'seats', 'screens', 'cinemas', 'screenings', 'occupancy'].map(
        (name) => `departments ${name}`,
      ),
    );
    const at = (topic: string, place: string) => book.figure(`${topic}.${place}`, 2024)?.value;
    assert.deepEqual(
      [at('seats', '02'), at('screenings', '01'), at('seat-occupancy', '01'), at('attendance-index', '95')],
      [5001, 20_000, 0.08, 1.95],
    );
    assert.equal(at('attendance-index', 'FR'), 1.6);
    assert.equal(at('attendance-rank', '95'), 1);
    assert.equal(at('attendance-rank', '01'), 96);
    const corsica = (at('entries-millions', '2A') ?? 0) + (at('entries-millions', '2B') ?? 0);
    assert.equal(at('entries-millions', 'COR'), Number(corsica.toFixed(2)));
    assert.equal(book.series('attendance-index.23').length, 59, 'the years of the tables stay');
  });

  const line = (code: string, change: (text: string) => string) => (lines: string[]) =>
    lines.map((text) => (text.startsWith(`${code},`) ? change(text) : text));
  const first = (text: string, value: string): string => text.replace(/^(\w+,\w+,)("[^"]*"|[^,]*)/, `$1${value}`);
  test('a wrong one is refused', async () => {
    await refused(
      {
        'a.csv': series(
          'entrees',
          line('23', (text) => first(text, '"7,20"')),
        ),
      },
      'FILE_ROW',
      'a.csv, line 98',
      '“2013”',
      'add up',
    );
    await refused(
      {
        'a.csv': series(
          'occupation',
          line('23', (text) => first(text, '"110,2"')),
        ),
      },
      'FILE_ROW',
      'line 25',
      '“2013”',
      'impossible',
    );
    await refused(
      {
        'a.csv': series(
          'ecrans',
          line('23', (text) => first(text, '-41')),
        ),
      },
      'FILE_ROW',
      'line 25',
    );
    await refused(
      {
        'a.csv': series(
          'ecrans',
          line('23', (text) => first(text, 'n.d.')),
        ),
      },
      'FILE_ROW',
      '“n.d.” is no number',
    );
    await refused(
      {
        'a.csv': series(
          'indice',
          line('23', (text) => text.replace('23,', '96,')),
        ),
      },
      'FILE_ROW',
      '“dep_code”',
    );
    await refused(
      {
        'a.csv': series(
          'indice',
          line('23', (text) => text.replace('23,', '24,')),
        ),
      },
      'FILE_ROW',
      '24 stands twice',
    );
    await refused(
      { 'a.csv': series('indice', (lines) => lines.slice(0, 50)) },
      'FILE_ROW',
      'departments',
      'no row TOTAL',
    );
    await refused(
      { 'a.csv': series('indice', ([header = '', ...lines]) => [header.replace('dep_nom', 'nom'), ...lines]) },
      'FILE_ROW',
      '“dep_nom”',
    );
  });

  test('two versions of one series are refused, the same file twice is not', async () => {
    const other = series('ecrans', (lines) =>
      lines
        .map((text) => (text.startsWith('01,') ? text.replace('40', '41') : text))
        .map((text) => (text.startsWith(',TOTAL') ? text.replace(/,TOTAL,[^,]*/, ',TOTAL,4\u202f126') : text)),
    );
    await refused({ 'a.csv': series('ecrans'), 'b.csv': other }, 'FILE_ROW');
    const { book } = await imported({ 'a.csv': series('ecrans'), 'b.csv': series('ecrans') });
    assert.equal(book.imported.length, 1);
  });
});

suite('INSEE’s tables', () => {
  test('populations: the year of the comments, thousands parted by U+202F', async () => {
    const { report, book } = await imported({
      'p.csv': populations([
        '75;Nouvelle-Aquitaine;87;1;01;085;Limoges;130\u202f000;1\u202f000;131\u202f000',
        '75;Nouvelle-Aquitaine;87;1;01;001;Aixe;5\u202f800;100;5\u202f900',
      ]),
    });
    assert.equal(book.figure('population.87')?.value, 135_800);
    assert.equal(book.figure('population-total.87')?.year, 2022);
    assert.equal(report.unplaced, 2);
    assert.ok(!book.communes.some(({ department }) => department === '87'), 'no outline, no place on the map');
    assert.equal(book.communes.length, 256);
  });

  test('populations: what cannot be is refused with its line', async () => {
    const row = (end: string) => populations([`75;Nouvelle-Aquitaine;23;2;05;096;Guéret;${end}`]);
    await refused(
      { 'p.csv': row('0;600;600') },
      'FILE_ROW',
      'p.csv, line 6',
      '“Population municipale”',
      '0 is impossible',
    );
    await refused({ 'p.csv': row('14 908 533;0;14 908 533') }, 'FILE_ROW', '“Population municipale”');
    await refused({ 'p.csv': row('12,5;0;12,5') }, 'FILE_ROW', 'no whole number');
    await refused({ 'p.csv': row('12 000;600;13 000') }, 'FILE_ROW', '“Population totale”');
    await refused({ 'p.csv': populations().replace('statistique', 'x') }, 'FILE_ROW', 'of which year');
    await refused(
      { 'p.csv': populations().replace('Code commune;', 'Commune;') },
      'FILE_ROW',
      'line 5',
      '“Code commune”',
    );
    const { book } = await imported({ 'p.csv': populations(['44;Grand Est;55;3;04;039;Beaumont-en-Verdunois;0;0;0']) });
    assert.equal(book.figure('population.55')?.value, 0, 'a village that the war emptied');
  });

  test('ages: the department is the one whose communes add up to the total, or the one that is given', async () => {
    const people = populations(['75;Nouvelle-Aquitaine;87;1;01;085;Limoges;100\u202f000;1;100\u202f001']);
    const { book } = await imported({ 'a/p.csv': people, 'b/ages.csv': ages() });
    assert.deepEqual(book.ages('87')?.bands, [
      { from: 0, to: 14, people: 15_000 },
      { from: 15, to: 74, people: 65_000 },
      { from: 75, to: null, people: 20_000 },
    ]);
    const alone = await imported({ 'p.csv': populations(), 'ages.csv': ages() });
    assert.match(alone.report.left[0]?.reason ?? '', /--department/);
    const given = await imported({ 'ages.csv': ages() }, { department: '24' });
    assert.equal(given.book.ages('24')?.year, 2022);
    await assert.rejects(
      imported({ 'ages.csv': ages('Ensemble,"120 000",100,"100 009",100') }, { department: '24' }),
      coded('FILE_ROW', '“2022”', 'add up'),
    );
  });

  test('ages by commune are summed by department', async () => {
    const header = 'CODGEO;P21_POP;P21_POP0014;P21_POP1529;P21_POP3044;P21_POP4559;P21_POP6074;P21_POP7589;P21_POP90P';
    const { book } = await imported({
      'base.csv': `${header}\n31001;100.5;10.5;20;20;20;20;8;2\n31002;70;10;10;10;10;10;10;10\n`,
    });
    assert.deepEqual(
      book.ages('31')?.bands.map((band) => band.people),
      [21, 30, 30, 30, 30, 30],
    );
    await refused({ 'base.csv': `${header}\n31001;200;10.5;20;20;20;20;8;2\n` }, 'FILE_ROW', 'line 2', '“P21_POP”');
    await refused(
      { 'base.csv': `${header.replace('P21_POP3044', 'P21_X')}\n31001;100.5;10.5;20;20;20;20;8;2\n` },
      'FILE_ROW',
      '“P21_POP3044”',
    );
  });
});

suite('outlines', () => {
  const people = populations(['84;ARA;03;1;01;001;Un;100;0;100', '84;ARA;03;1;01;003;Trois;50;0;50']);

  test('give communes their place', async () => {
    const { book, report } = await imported({ 'p.csv': people, 'o.json': outlines(['03001', '03003']) });
    assert.equal(report.unplaced, 0);
    const first = book.communes.find(({ department }) => department === '03');
    assert.deepEqual([first?.name, first?.longitude, first?.latitude], ['Un', 1.05, 46.05]);
    assert.equal(book.outlines.get('03003')?.[0]?.[0]?.length, 5);
  });

  test('of cantons are left aside; of two files, the one that fits is taken', async () => {
    const { report, book } = await imported({
      'p.csv': people,
      'a.json': outlines(['03001', '03002', '03003']),
      'b.json': outlines(['03001', '03003']),
      'c.json': outlines(['03001']),
    });
    assert.deepEqual(
      report.left.map(({ file }) => file),
      ['a.json', 'c.json'],
    );
    assert.ok(!book.outlines.has('03002'));
    const cantons = await imported({ 'p.csv': people, 'o.json': outlines(['01001', '01002', '01003']) });
    assert.match(cantons.report.left[0]?.reason ?? '', /cantons/);
  });

  test('that are none are refused', async () => {
    await refused({ 'o.json': outlines(['03001'], (text) => text.slice(0, -30)) }, 'FILE_ROW', 'damaged');
    await refused(
      { 'o.json': outlines(['03001'], (text) => text.replace('46.1', '460.1')) },
      'FILE_ROW',
      'feature 1',
      'no longitude and latitude',
    );
    await refused({ 'o.json': outlines(['03001', 'x']) }, 'FILE_ROW', 'feature 2', '“x”');
    await refused(
      { 'o.json': outlines(['03001'], (text) => text.replace('Polygon', 'Point')) },
      'FILE_ROW',
      'feature 1',
    );
  });
});

suite('workbooks', () => {
  test('one that is cut is refused, an archive of another name is left aside', async () => {
    const whole = zipSync({ 'xl/workbook.xml': strToU8('<workbook/>') });
    await refused({ 'a.xlsx': whole.subarray(0, whole.length - 30) }, 'WORKBOOK_DAMAGED', 'a.xlsx');
    await refused({ 'a.xlsx': 'no workbook at all' }, 'WORKBOOK_DAMAGED', 'a.xlsx');
    const { report } = await imported({ 'a.zip': whole, 'e.csv': series('ecrans') });
    assert.deepEqual(
      report.left.map(({ file }) => file),
      ['a.zip'],
    );
  });
});

suite('all or nothing', () => {
  const good = { 'a.csv': cinemas(), 'b.csv': series('ecrans'), 'c.csv': populations() };
  const listing = (data: string) =>
    readdirSync(join(data, 'market')).map((name) => [name, readFileSync(join(data, 'market', name), 'utf8')]);

  test('a fault in the third file leaves what stood', async () => {
    const { data } = await imported(good);
    const before = listing(data);
    const second = folderOf({
      'a.csv': cinemas((line) => line.replace('138000.0', '139000.0')),
      'b.csv': series('indice'),
      'z.csv': populations(['x']),
    });
    await assert.rejects(importMarket(data, second.folder), coded('FILE_ROW', 'z.csv'));
    assert.deepEqual(listing(data), before);
    assert.equal(openMarket(data, { commune: '23096' }).figure('entries.23', 2022)?.value, 140_000);
  });

  test('the same files again change nothing, on another day too', async () => {
    const { data, folder } = await imported(good);
    const before = listing(data);
    await importMarket(data, folder, { now: () => new Date('2027-01-01T00:00:00Z') });
    assert.deepEqual(listing(data), before);
  });

  test('a later file takes the place of the one of its kind; nothing is left of the old', async () => {
    const { data, book } = await imported(good);
    assert.deepEqual(
      book.imported.map(({ file, date, rows }) => [file, date, rows]),
      [
        ['a.csv', '2026-02-03', 2062],
        ['b.csv', '2026-02-03', 97],
        ['c.csv', '2026-02-03', 1],
      ],
    );
    const files = readdirSync(join(data, 'market')).length;
    const second = folderOf({ 'new.csv': cinemas((line) => line.replace('138000.0', '139000.0')) });
    await importMarket(data, second.folder);
    assert.equal(openMarket(data, { commune: '23096' }).figure('entries.23', 2022)?.value, 141_000);
    assert.equal(readdirSync(join(data, 'market')).length, files);
  });

  test('a dry run writes nothing', async () => {
    const { folder, data } = folderOf(good);
    const report = await importMarket(data, folder, { dryRun: true });
    assert.equal(report.files.length, 3);
    assert.equal(report.written, false);
    assert.throws(() => readdirSync(data));
  });

  test('what is unknown is named; a folder of nothing else is refused', async () => {
    const { report } = await imported({
      ...good,
      'notes.md': '# "Notes\n',
      'photo.jpg': Buffer.from([0xff, 0xd8, 0, 1]),
      'caf.csv': Buffer.from('caf\xe9;1\n', 'latin1'),
      'empty.csv': '',
      '.hidden': 'x',
    });
    assert.deepEqual(
      report.left.map(({ file }) => file),
      ['caf.csv', 'empty.csv', 'notes.md', 'photo.jpg'],
    );
    await refused({ 'notes.md': 'x' }, 'MARKET_NOTHING', 'notes.md');
    await assert.rejects(importMarket(work, join(work, 'none')), coded('FILE_MISSING'));
  });

  test('what was stored and is damaged is refused, not read', async () => {
    const { data, folder } = await imported(good);
    const part = readdirSync(join(data, 'market')).find((name) => name.startsWith('cinemas-')) ?? '';
    const text = readFileSync(join(data, 'market', part), 'utf8');
    writeFileSync(join(data, 'market', part), text.replace('138000', '139000'));
    assert.throws(() => openMarket(data, { commune: '23096' }), coded('MARKET_UNUSABLE', part, 'checksum'));
    writeFileSync(join(data, 'market', 'book.json'), '{"version":9}');
    assert.throws(() => openMarket(data, { commune: '23096' }), coded('MARKET_UNUSABLE', 'book.json'));
    await importMarket(data, folder);
    assert.equal(
      openMarket(data, { commune: '23096' }).figure('entries.23', 2022)?.value,
      140_000,
      'imported again, it is whole',
    );
  });
});

test('identifiers of cinemas', () => {
  assert.equal(slug('L’Œil & la main – Évaux'), 'l-oeil-la-main-evaux');
});
