import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import * as fc from 'fast-check';
import type { Hono } from 'hono';
import { createApp } from '#web/app.ts';
import { mostImported } from '#web/routes/import.tsx';
import { withSettings } from '../../helpers/starter-lanterne.ts';
import { archive, basketOf, csv, letterboxdRatings, send } from './exports.ts';

let app: Hono;
before(async () => {
  const lanterne = await withSettings({ writesAMinute: 1_000_000 });
  app = createApp(() => lanterne);
});

const bytes = (...values: number[]): Uint8Array<ArrayBuffer> => new Uint8Array(values);
const known = [
  { id: 'tt0119038', title: 'Le Dîner de cons', year: 1998, rating: 5 },
  { id: 'tt0060474', title: 'La Grande Vadrouille', year: 1966, rating: 1 },
];
const good = letterboxdRatings(known);

function utf16(text: string, { big = false, mark = true } = {}): Uint8Array<ArrayBuffer> {
  const units = Buffer.from((mark ? '\ufeff' : '') + text, 'utf16le');
  return new Uint8Array(big ? units.swap16() : units);
}

describe('a file that cannot be read has its sentence, in both languages', () => {
  const bad: [
    name: string,
    content: string | Uint8Array<ArrayBuffer>,
    french: RegExp,
    english: RegExp,
    status?: number,
  ][] = [
    ['empty.csv', '', /ne contient aucun film/, /holds no film/],
    ['header-alone.csv', 'Const,Your Rating,Title', /ne contient aucun film/, /holds no film/],
    ['blank.csv', ' \r\n\r\n \t', /ne contient aucun film/, /holds no film/],
    [
      'picture.csv',
      bytes(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13, 73, 72, 68, 82, 0, 0),
      /n’est pas du texte/,
      /is no text/,
    ],
    [
      'old-workbook.csv',
      bytes(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 3, 2, 1),
      /n’est pas du texte/,
      /is no text/,
    ],
    ['page.csv', '\ufeff <!DOCTYPE html><html><script>alert(1)</script>', /page Web/, /web page/],
    [
      'workbook.xlsx',
      archive({ '[Content_Types].xml': '<Types/>', 'xl/workbook.xml': '<w/>' }),
      /classeur de tableur/,
      /a spreadsheet/,
    ],
    [
      'holiday.zip',
      archive({ 'photos/a.txt': 'hello' }),
      /aucun des fichiers de Letterboxd/,
      /none of the files of Letterboxd/,
    ],
    ['cut.zip', archive({ 'ratings.csv': good }).slice(0, 90), /archive est abîmée/, /archive is damaged/],
    [
      'columns.csv',
      'Nom du chien;Âge\nRex;3',
      /manque une colonne[^]*Nom du chien, Âge/,
      /is missing[^]*Nom du chien, Âge/,
    ],
    ['prose.csv', 'Bonjour, voici mes films préférés.\nMerci', /manque une colonne/, /is missing/],
    [
      'quotes.csv',
      `Name,Year,Rating\n"Le Dîner de cons,1998,5\n${'a,b,c\n'.repeat(50)}`,
      /jamais fermés, vers la ligne/,
      /never closed, near line/,
    ],
    ['broken.json', '[{"movie": ', /fichier de Trakt/, /file of Trakt/],
    ['other.json', '{"a": 1}', /fichier de Trakt/, /file of Trakt/],
    ['deep.json', '['.repeat(100_000), /fichier de Trakt/, /file of Trakt/],
    ['strings.json', '["a", null, 3, {"__proto__": {"movie": 1}}]', /fichier de Trakt/, /file of Trakt/],
    [
      'long.csv',
      `Title,Year\n${'Alien,1979\n'.repeat(200_000)}`,
      /plus de 50\u00a0000 lignes/,
      /more than 50,000 lines/,
      413,
    ],
    [
      'long.json',
      JSON.stringify(Array.from({ length: 60_000 }, () => ({ movie: {} }))),
      /plus de 50\u00a0000 lignes/,
      /more than 50,000 lines/,
      413,
    ],
    ['bomb.zip', archive({ 'ratings.csv': 'Title,Year\n'.padEnd(25_000_000, 'a') }), /trop gros/, /too large/, 413],
    ['large.csv', 'a'.repeat(mostImported + 1), /dépasse 5\u00a0Mo/, /larger than 5 MB/, 413],
  ];
  for (const [name, content, french, english, status = 400] of bad) {
    it(name, async () => {
      for (const [path, words] of [
        ['/importer', french],
        ['/en/importer', english],
      ] as const) {
        const answer = await send(app, { [name]: content }, path);
        const page = await answer.text();
        assert.equal(answer.status, status);
        assert.match(page, words);
        assert.match(page, /<form [^>]*class="import-form"/);
        assert.doesNotMatch(page, /<script>alert|\bat .*\.ts|Error/);
      }
    });
  }

  it('no file, no form, a form cut short, another method', async () => {
    const empty = await send(app, {});
    assert.equal(empty.status, 400);
    assert.match(await empty.text(), /Choisissez d’abord un fichier/);
    const post = (body: string, type: string) =>
      app.request('http://localhost/importer', {
        method: 'POST',
        body,
        headers: {
          'Content-Type': type,
          Origin: 'http://localhost',
          Host: 'localhost',
          'Sec-Fetch-Site': 'same-origin',
        },
      });
    for (const [body, type] of [
      ['{"file": 1}', 'application/json'],
      ['file=abc', 'application/x-www-form-urlencoded'],
      ['--x\r\nContent-Disposition: form-data; name="file"; filename="a', 'multipart/form-data; boundary=x'],
      ['nothing', 'multipart/form-data'],
    ] as const) {
      const answer = await post(body, type);
      assert.equal(answer.status, 400, type);
      assert.match(await answer.text(), /<form [^>]*class="import-form"/);
    }
    assert.equal((await app.request('/importer', { method: 'PUT' })).status, 405);
  });
});

describe('a file that is only odd is read', () => {
  const odd: [string, string | Uint8Array<ArrayBuffer>][] = [
    ['with a byte order mark', `\ufeff${good}`],
    ['in UTF-16', utf16(good)],
    ['in UTF-16, the other way', utf16(good, { big: true })],
    ['in UTF-16 without its mark', utf16(good, { mark: false })],
    ['with semicolons', good.replaceAll(',', ';')],
    ['with tabs', good.replaceAll(',', '\t')],
    ['with lines of old Macs', good.replaceAll('\r\n', '\r')],
    ['with lines too long and too short', `${good.replaceAll('\r\n', ',x,y,z\r\n')}\r\n,,\r\n2024\r\n\r\n`],
    ['in Windows-1252', new Uint8Array(Buffer.from(good, 'latin1'))],
    [
      'with columns named as in JavaScript',
      csv([
        ['__proto__', 'constructor', 'toString', 'Name', 'Year', 'Rating'],
        ...known.map(({ title, year, rating }) => ['{}', '1', 'x', title, year, rating]),
      ]),
    ],
  ];
  for (const [name, content] of odd) {
    it(name, async () => {
      const answer = await send(app, { 'mine.csv': content });
      assert.equal(answer.status, 200);
      assert.deepEqual(basketOf(await answer.text()), { liked: ['tt0119038'], not: ['tt0060474'], seen: [] });
      assert.equal(Object.hasOwn(Object.prototype, 'movie'), false);
    });
  }

  it('and a good file beside a bad one', async () => {
    const answer = await send(app, { 'bad.csv': bytes(0, 1, 2, 3), 'ratings.csv': good });
    assert.equal(answer.status, 200);
    const page = await answer.text();
    assert.deepEqual(basketOf(page).liked, ['tt0119038']);
    assert.match(page, /«\u00a0bad.csv\u00a0»\u00a0: ce n’est pas du texte/);
  });

  it('and hostile titles are shown as text', async () => {
    const attacks = [
      '=HYPERLINK("http://evil.example","x")',
      '<img src=x onerror=alert(1)>',
      '\u202egnp.exe',
      'a\u0000b',
      '@SUM(1)',
      '__proto__',
    ];
    const table = csv([
      ['Title', 'Year', 'Rating'],
      ...attacks.map((title) => [title, 1903, 5]),
      ['Le Dîner de cons', 1998, 5],
    ]);
    const answer = await send(app, { 'mine<script>.csv': table.replaceAll('\u0000', '') });
    const page = await answer.text();
    assert.equal(answer.status, 200);
    assert.match(page, /=HYPERLINK\(&quot;http:\/\/evil\.example/);
    assert.doesNotMatch(page, /<img src=x|\u202e|<script>\.csv|href="http:\/\/evil/);
  });
});

describe('whatever is sent', () => {
  it('is answered by a page, and a basket of known films alone', async () => {
    const lanterne = await withSettings({ writesAMinute: 1_000_000 });
    const line = fc.array(
      fc.oneof(
        fc.string({ unit: 'binary', maxLength: 12 }),
        fc.constantFrom('Le Dîner de cons', '1998', '5', 'tt0119038', '"', ',', ';', '0,5', '-3', '1e9', '11'),
      ),
      { maxLength: 7 },
    );
    const header = fc.shuffledSubarray(
      [
        'Const',
        'Your Rating',
        'Title',
        'Name',
        'Year',
        'Rating',
        'Date',
        'Watched Date',
        'Letterboxd URI',
        'Title Type',
      ],
      { minLength: 1 },
    );
    const table = fc
      .tuple(header, fc.array(line, { maxLength: 30 }), fc.constantFrom(',', ';', '\t'))
      .map(([first, lines, separator]) => [first, ...lines].map((cells) => cells.join(separator)).join('\n'));
    const content = fc.oneof(
      table.map((text) => new TextEncoder().encode(text)),
      fc.uint8Array({ maxLength: 300 }),
      fc.json().map((text) => new TextEncoder().encode(text)),
    );
    await fc.assert(
      fc.asyncProperty(
        content,
        fc.constantFrom('ratings.csv', 'watchlist.csv', 'films.csv', 'a.json', 'a.zip', ''),
        async (sent, name) => {
          const answer = await send(app, { [name]: new Uint8Array(sent) });
          const page = await answer.text();
          assert.ok([200, 400].includes(answer.status), `${answer.status}`);
          const { liked, not, seen } = basketOf(page);
          const all = [...liked, ...not, ...seen];
          assert.equal(new Set(all).size, all.length);
          assert.ok(liked.length <= 20 && not.length <= 100 && seen.length <= 100);
          assert.equal((await lanterne.cards(all)).length, all.length);
        },
      ),
      { seed: 11, numRuns: 100 },
    );
  });

  it('a rated film of ours is found whatever its place, its separator and its quotes', async () => {
    const lanterne = await withSettings({ writesAMinute: 1_000_000 });
    const { films } = await lanterne.recommend({ liked: [], disliked: [], seen: [] }, { top: 80, diversity: 0 });
    const cards = films.map(({ card }) => card);
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray(cards, { minLength: 1, maxLength: 40 }),
        fc.constantFrom(',', ';', '\t'),
        fc.boolean(),
        async (chosen, separator, byId) => {
          const lines = chosen.map(({ id, title, year }) => [byId ? id : '', title, year, 8]);
          const answer = await send(app, {
            'mine.csv': csv([['imdb_id', 'Title', 'Year', 'Rating'], ...lines], separator),
          });
          const page = await answer.text();
          const { liked, seen } = basketOf(page);
          const found = [...liked, ...seen];
          const unclear = chosen.length - found.length;
          assert.ok(byId ? unclear === 0 : unclear <= 3, `${unclear} of ${chosen.length}`);
          assert.ok(found.every((id) => chosen.some((card) => card.id === id)));
          assert.equal(liked.length, Math.min(20, found.length));
        },
      ),
      { seed: 12, numRuns: 40 },
    );
  });

  it('an archive that lies about its sizes fills no more than it says', async () => {
    const honest = archive({ 'ratings.csv': `Title,Year,Rating\n${'Le Dîner de cons,1998,5\n'.repeat(40_000)}` });
    const lying = Uint8Array.from(honest);
    const view = new DataView(lying.buffer);
    for (let at = 0; at + 30 < lying.length; at++) {
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 200, true);
      if (view.getUint32(at, true) === 0x04034b50) view.setUint32(at + 22, 200, true);
    }
    const answer = await send(app, { 'a.zip': lying });
    assert.ok([200, 400].includes(answer.status));
    const rows = /([\d\s]+)\u00a0lignes? lues?/.exec(await answer.text())?.[1] ?? '0';
    assert.ok(Number(rows.replaceAll(/\s/g, '')) < 20, rows);
  });
});
