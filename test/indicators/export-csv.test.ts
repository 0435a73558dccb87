import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as fc from 'fast-check';
import { exportCsv } from '#indicators/export-csv.ts';
import { exportName, type Exported } from '#indicators/exported.ts';
import { noFilters } from '#indicators/filters.ts';
import type { Cell, Table, Told } from '#indicators/told.ts';
import { speechOf } from '#words/speech.ts';

const told: Told = {
  title: 'Un titre',
  question: 'Une question\u00a0?',
  finding: ['Un constat; avec un point-virgule.', '=Un autre'],
  cautions: ['Une réserve'],
  charts: [],
  tables: [],
  count: { value: 1234, what: 'films' },
  coverage: [{ what: 'Durée', known: 3, of: 4 }],
  method: 'Une\nméthode',
  citations: [{ text: 'Un article', url: 'https://example.org/a' }],
};
const exported: Exported = {
  told,
  filters: { ...noFilters, from: 1990, genre: 'Comedy' },
  holdings: {
    sources: [
      { name: 'imdb', date: '2026-11-22' },
      { name: 'tmdb', date: '2026-11-20' },
    ],
    builtAt: '2026-11-23T10:00:00.000Z',
  },
  address: 'https://films.example/chiffres/x?from=1990&genre=Comedy',
};
const tableOf = (rows: readonly (readonly Cell[])[]): Table => ({
  name: 'films',
  title: 'Des films',
  columns: [
    { key: 'film', title: 'Identifiant', kind: 'film' },
    { key: 'title', title: 'Titre', kind: 'text' },
    { key: 'share', title: 'Part', kind: 'share', digits: 1 },
  ],
  rows,
});
const csv = (rows: readonly (readonly Cell[])[], language: 'fr' | 'en' = 'fr'): string =>
  exportCsv(tableOf(rows), exported, speechOf(language));

/** The cells of a CSV as a spreadsheet reads them (RFC 4180), the lines that open a comment apart. */
function parse(text: string, between: string): { comments: string[][]; rows: string[][] } {
  const rows: string[][] = [[]];
  let cell = '';
  for (let at = 0; at < text.length; at++) {
    const letter = text[at];
    if (letter === '"' && cell === '') {
      for (at++; !(text[at] === '"' && text[at + 1] !== '"'); at++) {
        if (text[at] === '"') at++;
        cell += text[at];
      }
    } else if (letter === between || letter === '\n') {
      rows.at(-1)?.push(cell);
      cell = '';
      if (letter === '\n') rows.push([]);
    } else if (letter !== '\r') cell += letter;
  }
  const whole = rows.filter((row) => row.length > 0);
  return {
    comments: whole.filter(([first]) => first?.startsWith('# ')),
    rows: whole.filter(([first]) => first?.startsWith('# ') !== true),
  };
}

describe('a table as CSV', () => {
  it('opens in a French spreadsheet: byte order mark, semicolons, decimal commas, whole values', () => {
    const text = csv([
      ['tt0000001', 'Le Film', 0.123456789],
      ['tt0000002', null, null],
    ]);
    assert.ok(text.startsWith('\ufeff# Indicateur;Un titre\r\n'));
    const { rows } = parse(text.slice(1), ';');
    assert.deepEqual(rows, [
      ['film', 'title', 'share'],
      ['tt0000001', 'Le Film', '0,123456789'],
      ['tt0000002', '', ''],
    ]);
  });

  it('opens in an English one: commas and points', () => {
    const { rows, comments } = parse(csv([['tt0000001', 'One, two', 1e-7]], 'en').slice(1), ',');
    assert.deepEqual(rows[1], ['tt0000001', 'One, two', '0.0000001']);
    assert.ok(comments.some(([name]) => name === '# Filters'));
  });

  it('says inside what it is: question, finding, filters, N, coverage, method, sources with their dates, licences, date', () => {
    const { comments } = parse(csv([]).slice(1), ';');
    const of = (name: string): string[] =>
      comments.filter(([first]) => first === `# ${name}`).map(([, text = '']) => text);
    assert.deepEqual(of('Question'), ['Une question\u00a0?']);
    assert.deepEqual(of('Constat'), ['Un constat; avec un point-virgule.', "'=Un autre"]);
    assert.deepEqual(of('Filtres'), ['à partir de 1990, genre\u00a0: comédie']);
    assert.deepEqual(of('N'), ['1\u202f234\u00a0films']);
    assert.deepEqual(of('Connu'), ['Durée\u00a0: 75\u202f% (3 sur 4)'.replace('\u202f%', '\u00a0%')]);
    assert.deepEqual(of('Méthode'), ['Une méthode']);
    assert.deepEqual(of('Référence'), ['Un article https://example.org/a']);
    assert.deepEqual(of('Sources'), ['IMDb, 22 novembre 2026\u00a0; TMDB, 20 novembre 2026']);
    assert.deepEqual(of('Licence'), [
      'Information courtesy of IMDb (https://www.imdb.com). Used with permission.',
      'This product uses the TMDB API but is not endorsed or certified by TMDB.',
    ]);
    assert.deepEqual(of('Catalogue du'), ['23 novembre 2026']);
    assert.deepEqual(of('Page'), [exported.address]);
    assert.deepEqual(of('Table'), ['Des films']);
  });

  it('holds nothing that a spreadsheet takes for a formula, nor a line that a reader takes for a comment', () => {
    for (const title of [
      '=1+1',
      '+33',
      '-30-',
      '@SUM(A1)',
      '\t=cmd',
      ' =x',
      '＝1',
      '\r=y',
      '=HYPERLINK("http://e";"x")',
    ]) {
      const [, row] = parse(csv([['tt1', title, 1]]).slice(1), ';').rows;
      assert.match(row?.[1] ?? '', /^'/, title);
    }
    assert.match(csv([['tt1', '#Alive', 1]]), /;"#Alive";/);
    assert.equal(parse(csv([['tt1', 'x', -0.5]]).slice(1), ';').rows[1]?.[2], '-0,5');
  });

  it('gives back any text and any number', () => {
    const cell = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('a;b', '"', 'a"b', ' x', 'é\u00a0; « »', '#1', ','),
    );
    fc.assert(
      fc.property(
        fc.array(fc.tuple(cell, fc.double())),
        fc.constantFrom('fr' as const, 'en' as const),
        (cells, language) => {
          const [between, point] = language === 'fr' ? [';', ','] : [',', '.'];
          const text = csv(
            cells.map(([title, value]) => ['tt1', title, value]),
            language,
          );
          const { rows } = parse(text.slice(1), between ?? '');
          assert.equal(rows.length, cells.length + 1);
          for (const [at, [title, value]] of cells.entries()) {
            const [, name = '', number = ''] = rows[at + 1] ?? [];
            const flat = title.replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ');
            assert.ok(name === flat || name === `'${flat}`, JSON.stringify([title, name]));
            if (!Number.isFinite(value)) assert.equal(number, '');
            else if (Math.abs(value) >= 1e-15 || value === 0)
              assert.ok(closeTo(Number(number.replace(point ?? '', '.')), value), `${value} ${number}`);
          }
        },
      ),
    );
  });
});

const closeTo = (a: number, b: number): boolean => a === b || Math.abs(a - b) <= 1e-5 * Math.abs(b) + 1e-19;

describe('the name of a file', () => {
  it('holds what was narrowed, and nothing that a file system or a header refuses', () => {
    assert.equal(
      exportName('film-length', { ...noFilters, from: 1990, genre: 'Sci-Fi', minVotes: 10 }, 'by-year', 'csv'),
      'film-length_from-1990_genre-sci-fi_min-votes-10_by-year.csv',
    );
    assert.match(exportName('x', { ...noFilters, genre: '"; é\r\n../' }, 'chart-1', 'png'), /^[a-z0-9_-]+\.png$/);
  });
});
