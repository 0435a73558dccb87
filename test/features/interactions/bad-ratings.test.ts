import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import * as fc from 'fast-check';
import { LanterneError } from '#errors.ts';
import { readRatingsCsv } from '#features/interactions/read-ratings-csv.ts';
import { byName, counts, refused, scratch } from './ratings-files.ts';

const header = 'viewer,film,rating\n';

test('each bad line is counted by its reason, with its line as the example; the others are read', async () => {
  using folder = scratch();
  const file = folder.write(
    'bad.csv',
    `${header}1,a,5\n\n1,b,NaN\n1,c,\n1,d,Infinity\n1,e,1e999\n1,f\n,g,5\n1, ,5\n1,h,5,6\n2,i\0j,5\n"2,k,5\n   \n2,"l"m,5\n2,n,4.5\n2,a,x\n1,a,4\n`,
  );
  const read = await readRatingsCsv(file, { likeAt: 4 });
  assert.deepEqual(read.films, ['a', 'n']);
  assert.deepEqual(byName(read.films, read.likes), [['a'], ['n']]);
  assert.deepEqual(counts(read), {
    'the rating is not a finite number': 4,
    'the rating is empty': 1,
    'a field is missing': 1,
    'the viewer is empty': 1,
    'the film is empty': 1,
    'there are more fields than in the header': 1,
    'a control character (NUL, carriage return…) stands in an identifier': 1,
    'a quote is never closed, or closes inside a field': 2,
    'the same viewer and film again: the last rating is kept': 1,
  });
  const example = (reason: string) => read.rejected.find((rejection) => rejection.reason.startsWith(reason))?.example;
  assert.equal(example('the rating is not'), 'line 4: 1,b,NaN');
  assert.equal(example('a field'), 'line 8: 1,f');
  assert.equal(example('a quote'), 'line 13: "2,k,5');
  assert.equal(example('the same'), '1, a');
  for (const { file: name } of read.rejected) assert.equal(name, 'bad.csv');
});

test('a quote left open costs its own line, at the end of the file too, and after many lines', async () => {
  using folder = scratch();
  const many = Array.from({ length: 20_000 }, (_, at) => `${at},f,5`).join('\n');
  const read = await readRatingsCsv(folder.write('a.csv', `${header}"x,f,5\n${many}\n"y,f,5`), { likeAt: 4 });
  assert.equal(read.viewers, 20_000);
  assert.deepEqual(counts(read), { 'a quote is never closed, or closes inside a field': 2 });
});

test('names that objects hold by birth, and very long ones, are ordinary', async () => {
  using folder = scratch();
  const long = 'x'.repeat(60_000);
  const file = folder.write(
    'a.csv',
    `${header}__proto__,constructor,5\nconstructor,__proto__,5\ntoString,hasOwnProperty,5\n${long},${long},5\n1,${'y'.repeat(70_000)},5\n`,
  );
  const read = await readRatingsCsv(file, { likeAt: 4 });
  const liked = byName(read.films, read.likes).map(([film]) => film);
  assert.deepEqual(liked.slice(0, 3), ['constructor', '__proto__', 'hasOwnProperty']);
  assert.ok(liked[3] === long && liked.length === 4);
  assert.deepEqual(counts(read), { 'an identifier is longer than 65 535 bytes': 1 });
  assert.ok(read.rejected.every(({ example }) => example.length <= 160));
});

test('one film only, one viewer only, no like at all', async () => {
  using folder = scratch();
  const one = await readRatingsCsv(folder.write('a.csv', `${header}1,a,5`), { likeAt: 4 });
  assert.deepEqual([one.films, one.viewers, one.likes.indices.length], [['a'], 1, 1]);
  const none = await readRatingsCsv(folder.write('b.csv', `${header}1,a,2\n2,a,3\n`), { likeAt: 4, dislikeBelow: 3 });
  assert.deepEqual([none.viewers, none.likes.indices.length, none.dislikes.indices.length], [2, 0, 1]);
});

test('no usable row, and none kept: a sentence that says why', async () => {
  using folder = scratch();
  const read = (name: string, content: string, films?: Set<string>) =>
    readRatingsCsv(folder.write(name, content), { likeAt: 4, ...(films === undefined ? {} : { films }) });
  const only = await refused('NO_RATINGS', () => read('a.csv', header));
  assert.match(only.message, /no line after its header/);
  assert.equal(only.exit, 3);
  await refused('NO_RATINGS', () => read('b.csv', 'viewer,film,rating'));
  const bad = await refused('NO_RATINGS', () => read('c.csv', `${header}1,a,x\n2,b,y\n1,c,\n`));
  assert.match(bad.message, /2 lines were refused, the rating is not a finite number: line 2: 1,a,x/);
  const kept = await refused('NO_RATINGS', () => read('d.csv', `${header}1,a,5\n`, new Set(['b'])));
  assert.match(kept.message, /none of its films is in the list/);
  await refused('FILE_EMPTY', () => read('e.csv', ''));
});

test('no header, a column missing or given twice: the sentence says what the header must be', async () => {
  using folder = scratch();
  const read = (content: string | Buffer) => readRatingsCsv(folder.write('a.csv', content), { likeAt: 4 });
  for (const content of [
    '1,a,5\n2,b,4\n',
    'viewer,movie,rating\n1,a,5\n',
    'viewer,film,rating,film\n1,a,5,b\n',
    '\n\n1,a,5\n',
  ]) {
    const { message } = await refused('RATINGS_HEADER', () => read(content));
    assert.match(message, /The first line must be the header `viewer,film,rating`/);
  }
  await refused('RATINGS_HEADER', () => read(Buffer.from([0, 1, 2, 3, 10, 0, 0])));
});

test('a missing file, a folder, a workbook, another encoding, a cut archive: the faults of every other file', async () => {
  using folder = scratch();
  const read = (path: string) => readRatingsCsv(path, { likeAt: 4 });
  await refused('FILE_MISSING', () => read(join(folder.path, 'nowhere.csv')));
  await refused('FILE_UNREADABLE', () => read(folder.path));
  await refused('FILE_IS_XLSX', () => read(folder.write('x.csv', Buffer.from('PK\u0003\u0004rest'))));
  const latin = await refused('FILE_NOT_UTF8', () =>
    read(folder.write('l.csv', Buffer.from(`${header}1,a,5\n1,caf\u00e9,5\n`, 'latin1'))),
  );
  assert.match(latin.message, /line 3/);
  const lines = Array.from({ length: 50_000 }, (_, at) => `${at},f${at * 31},5`).join('\n');
  const cut = gzipSync(`${header}${lines}`).subarray(0, 100_000);
  await refused('FILE_TRUNCATED', () => read(folder.write('cut.csv', cut)));
});

test('any bytes whatever: ratings, or one of our faults', async () => {
  using folder = scratch();
  const symbol = fc.constantFrom(
    '"',
    '""',
    ',',
    '\n',
    '\r\n',
    '\r',
    ' ',
    '\0',
    'a',
    '1',
    '4.5',
    '-',
    'é',
    '__proto__',
    '1,a,5\n',
  );
  let number = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(symbol, { maxLength: 40 }), async (symbols) => {
      const file = folder.write(`${number++}.csv`, header + symbols.join(''));
      try {
        const read = await readRatingsCsv(file, { likeAt: 4, dislikeBelow: 2 });
        assert.ok(read.viewers > 0 && read.films.length > 0);
        assert.ok(read.films.every((film) => film.trim() !== ''));
      } catch (error) {
        assert.ok(error instanceof LanterneError && error.code === 'NO_RATINGS', String(error));
      }
    }),
    { numRuns: 400 },
  );
});
