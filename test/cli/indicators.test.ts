import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { indicators } from '#indicators/registry.ts';
import { runLanterne } from '../helpers/run-lanterne.ts';
import { tinyLanterne } from '../helpers/tiny-lanterne.ts';

const work = mkdtempSync(join(tmpdir(), 'lanterne-indicators-'));
let data = '';
before(async () => {
  data = (await tinyLanterne()).config.dataFolder;
});
after(() => rmSync(work, { recursive: true, force: true }));
const run = (...args: string[]) => runLanterne(['indicators', ...args, '--data', data]);
const NAME = 'catalogue-coverage';

test('without a name, every indicator with its question', async () => {
  const { code, out } = await run();
  assert.equal(code, 0);
  for (const { name, question } of indicators) assert.ok(out.includes(name) && out.includes(question.en));
  const listed = JSON.parse((await run('--json', '--language', 'fr')).out);
  assert.deepEqual(
    listed.map(({ name, question }: { name: string; question: string }) => [name, question]),
    indicators.map(({ name, question }) => [name, question.fr]),
  );
});

test('with a name: finding, N, what is known, method, sources, a table', async () => {
  const { code, out } = await run(NAME, '--from', '1950', '--language', 'fr');
  assert.equal(code, 0);
  for (const part of [
    'Le catalogue décrit',
    'N = ',
    'connu\u00a0: ',
    'méthode\u00a0: ',
    'sources\u00a0: IMDb',
    'Information  ',
  ])
    assert.ok(out.includes(part), part);
  const english = await run(NAME);
  assert.match(english.out, /^The catalogue describes \d+ films/m);
  assert.match(english.out, /other tables \(--table\): decades \(\d+\)/);
});

test('as one JSON value, with the filters, the sources and the date', async () => {
  const { code, out, err } = await run(NAME, '--json', '--genre', 'drame', '--from', '1950');
  assert.equal(code, 0, err);
  const { name, finding, count, filters, sources, date, tables } = JSON.parse(out);
  assert.equal(name, NAME);
  assert.match(finding[0], /\(genre: drama\)/);
  assert.ok(count.value > 0);
  assert.equal(filters.genre, 'Drama');
  assert.equal(filters.from, 1950);
  assert.equal(sources[0].name, 'imdb');
  assert.match(date, /^\d{4}-\d{2}-\d{2}T/);
  assert.ok(Array.isArray(tables));
});

test('as CSV, one table or another', async () => {
  const { code, out } = await run(NAME, '--csv');
  assert.equal(code, 0);
  assert.match(out, /^\ufeff# Indicator,What the catalogue knows\r\n/);
  assert.match(out, /\r\nfact,known,of,share\r\n/);
  assert.ok(out.endsWith('\r\n'));
  assert.match((await run(NAME, '--csv', '--table', 'decades', '--language', 'fr')).out, /\r\ndecade;films;length;/);
});

test('as CSV in a file, or nowhere', async () => {
  const file = join(work, 'a.csv');
  const { code, out } = await run(NAME, '--csv', file);
  assert.deepEqual([code, out], [0, '']);
  assert.match(readFileSync(file, 'utf8'), /\r\nfact,known,of,share\r\n/);
  assert.equal((await run(NAME, '--csv', join(work, 'no', 'where.csv'))).code, 3);
});

test('as a picture in a file', async () => {
  const [svg, png] = [join(work, 'a.svg'), join(work, 'a.png')];
  assert.equal((await run(NAME, '--svg', svg, '--from', '1950')).code, 0);
  assert.match(readFileSync(svg, 'utf8'), /^<svg [\s\S]*from 1950 on/);
  assert.equal((await run(NAME, '--png', png, '--chart', '1')).code, 0);
  assert.deepEqual([...readFileSync(png).subarray(0, 4)], [0x89, 0x50, 0x4e, 0x47]);
  const { code, err } = await run(NAME, '--svg', join(work, 'no', 'where.svg'));
  assert.equal(code, 3);
  assert.match(err, /cannot be written/);
});

test('what cannot be asked: one sentence on standard error, and the exit code', async () => {
  const cases: readonly (readonly [readonly string[], number, RegExp])[] = [
    [['coverage'], 3, /There is no indicator “coverage”\. Did you mean catalogue-coverage\?/],
    [[NAME, '--from', 'x'], 3, /from is a whole number from 1870 to 2100, not “x”/],
    [[NAME, '--genre', 'Nothing'], 3, /No film of the catalogue has the genre “Nothing”/],
    [
      [NAME, '--people', 'actor'],
      3,
      /people is none of this indicator’s; its filters are from, to, genre and min-votes/,
    ],
    [[NAME, '--from', '2000', '--to', '1990'], 3, /The first year is after the last/],
    [[NAME, '--csv', '--table', 'x'], 3, /has no table “x”.*It has known, decades/],
    [
      [NAME, '--svg', 'x.svg', '--from', '1880', '--to', '1881'],
      3,
      /has no chart\. No film meets these filters\. It has none/,
    ],
    [[NAME, '--json', '--csv'], 2, /Choose one of --json and --csv/],
    [[NAME, 'other'], 2, /one indicator at a time/],
    [[NAME, '--language', 'de'], 2, /--language is fr or en/],
    [[NAME, '--colour', 'red'], 2, /colour/],
  ];
  for (const [args, expected, sentence] of cases) {
    const { code, out, err } = await run(...args);
    assert.equal(code, expected, args.join(' '));
    assert.match(err, sentence);
    assert.equal(out, '');
    assert.equal(err.trim().split('\n').length, 1, err);
  }
});

test('without a catalogue, says what to do', async () => {
  const { code, err } = await runLanterne(['indicators', NAME, '--data', join(work, 'none')]);
  assert.equal(code, 3);
  assert.match(err, /lanterne build/);
});
