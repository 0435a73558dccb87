import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { readRatingsCsv } from '#features/interactions/read-ratings-csv.ts';
import { byName, counts, scratch } from './ratings-files.ts';

interface Line {
  readonly viewer: string;
  readonly film: string;
  readonly rating: number;
}

/** The obvious reader: a Map of the last ratings, sorted. */
function oracle(lines: readonly Line[], likeAt: number, dislikeBelow: number) {
  const latest = new Map<string, Map<string, number>>();
  for (const { viewer, film, rating } of lines)
    latest.set(viewer, (latest.get(viewer) ?? new Map<string, number>()).set(film, rating));
  const films = [...new Set(lines.map(({ film }) => film))].sort();
  const rows = [...latest.keys()].sort().map((viewer) => latest.get(viewer) ?? new Map<string, number>());
  const pick = (wanted: (rating: number) => boolean) =>
    rows.map((row) => films.filter((film) => row.has(film) && wanted(row.get(film) ?? 0)));
  return {
    films,
    likes: pick((rating) => rating >= likeAt),
    dislikes: pick((rating) => rating < dislikeBelow),
    repeats: lines.length - rows.reduce((sum, row) => sum + row.size, 0),
  };
}

const id = fc.oneof(
  fc.constantFrom('__proto__', 'constructor', 'toString', 'a,b', 'say "x"', 'é', '日本', '1', '2', '10'),
  fc.nat(20).map(String),
);
const line = fc.record({ viewer: id, film: id, rating: fc.integer({ min: -4, max: 20 }).map((half) => half / 2) });
const shape = fc.record({
  order: fc.shuffledSubarray(['viewer', 'film', 'rating', 'note'], { minLength: 4 }),
  ending: fc.constantFrom('\n', '\r\n'),
  separator: fc.constantFrom(',', ';', '\t'),
  mark: fc.boolean(),
  finalEnding: fc.boolean(),
  compressed: fc.boolean(),
  quoted: fc.constantFrom('all', 'needed'),
  note: fc.constantFrom('', 'plain', 'two\nlines', 'a "quoted" word, and more', 'x\r\ny'),
});

test('reads what the obvious reader reads, however the file is written, and in whatever order', async () => {
  using folder = scratch();
  let number = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 60 }), shape, async (lines, how) => {
      const quote = (text: string): string =>
        how.quoted === 'all' || /["\n\r,;\t]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
      const rows = lines.map(({ viewer, film, rating }) => {
        const values: Record<string, string> = { viewer, film, rating: String(rating), note: how.note };
        return how.order.map((column) => quote(values[column] ?? '')).join(how.separator);
      });
      const content = [how.order.join(how.separator), ...rows].join(how.ending);
      const file = folder.write(
        `${number++}.csv${how.compressed ? '.gz' : ''}`,
        `${how.mark ? '\uFEFF' : ''}${content}${how.finalEnding ? how.ending : ''}`,
      );
      const read = await readRatingsCsv(file, { likeAt: 3.5, dislikeBelow: 1 });
      const expected = oracle(lines, 3.5, 1);
      assert.deepEqual(read.films, expected.films);
      assert.deepEqual(byName(read.films, read.likes), expected.likes);
      assert.deepEqual(byName(read.films, read.dislikes), expected.dislikes);
      assert.equal(read.viewers, expected.likes.length);
      assert.deepEqual(
        read.rejected.map(({ count }) => count),
        expected.repeats === 0 ? [] : [expected.repeats],
      );
      assert.ok(read.likes.values.every((value) => value === 1));
    }),
  );
});

test('shuffling the lines changes nothing', async () => {
  using folder = scratch();
  const lines = Array.from({ length: 500 }, (_, at) => `v${at % 37},f${(at * 7) % 101},${1 + (at % 5)}`);
  const unique = [...new Map(lines.map((text) => [text.replace(/,\d$/, ''), text])).values()];
  const read = (rows: readonly string[], name: string) =>
    readRatingsCsv(folder.write(name, `viewer,film,rating\n${rows.join('\n')}\n`), { likeAt: 4, dislikeBelow: 3 });
  const [straight, turned] = [await read(unique, 'a.csv'), await read(unique.toReversed(), 'b.csv')];
  assert.deepEqual(turned, straight);
});

test('quoted records with line feeds across the blocks of a long file', async () => {
  using folder = scratch();
  const rows = Array.from({ length: 60_000 }, (_, at) =>
    at % 3 === 0
      ? `${at % 1000},f${at},5,"a note\nof two lines, ${'x'.repeat(at % 90)}"`
      : `${at % 1000},f${at},1,plain`,
  );
  const read = await readRatingsCsv(folder.write('notes.csv', `viewer,film,rating,note\n${rows.join('\n')}`), {
    likeAt: 4,
  });
  assert.equal(read.likes.indices.length, 20_000);
  assert.equal(read.films.length, 60_000);
  assert.equal(read.viewers, 1000);
  assert.deepEqual(read.rejected, []);
});

test('the list of films to keep: the others are left out, those never rated are counted', async () => {
  using folder = scratch();
  const file = folder.write('a.csv', 'viewer,film,rating\n1,a,5\n1,b,5\n2,c,5\n3,b,1\n');
  const read = await readRatingsCsv(file, { likeAt: 4, films: new Set(['b', 'z', 'y', '__proto__']) });
  assert.deepEqual(read.films, ['b']);
  assert.equal(read.viewers, 2);
  assert.deepEqual(byName(read.films, read.likes), [['b'], []]);
  assert.deepEqual(counts(read), { 'in the list of films to keep, but never rated': 3 });
});

test('the like threshold is compared without rounding', async () => {
  using folder = scratch();
  const file = folder.write('a.csv', 'viewer,film,rating\n1,a,0.7\n1,b,0.69999999999\n1,c,0.70000000001\n');
  const read = await readRatingsCsv(file, { likeAt: 0.7 });
  assert.deepEqual(byName(read.films, read.likes), [['a', 'c']]);
});
