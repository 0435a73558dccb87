import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import * as fc from 'fast-check';
import { LanterneError } from '#errors.ts';
import { dumpFiles } from '../../bench/build/dump-files.ts';
import { generateDumps, markerName } from '../../bench/build/generate.ts';
import { openLines, putNumber, takeBytes } from '../../bench/build/lines.ts';
import { quota } from '../../bench/build/quota.ts';
import { inTextOrder, stream, titlesByType, titleTypes } from '../../bench/build/world.ts';

const scale = 0.0002;
const quiet = (): void => {};
let folder = '';
let out = '';

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lanterne-dumps-'));
  out = join(folder, 'first');
  await generateDumps({ scale, seed: 7, out }, quiet);
});

after(() => rm(folder, { recursive: true }));

test('the same seed gives the same text, another seed another', async () => {
  const again = join(folder, 'again');
  const other = join(folder, 'other');
  await generateDumps({ scale, seed: 7, out: again }, quiet);
  await generateDumps({ scale, seed: 8, out: other }, quiet);
  for (const file of dumpFiles.keys()) {
    const text = await textOf(out, file);
    assert.ok(text.equals(await textOf(again, file)), `${file} changed`);
    assert.ok(!text.equals(await textOf(other, file)), `${file} ignores the seed`);
  }
});

test('every file has its header, the columns it announces and the rows that COMPLETE tells', async () => {
  const marker = await generateDumps({ scale, seed: 7, out }, quiet);
  for (const [file, { columns }] of dumpFiles) {
    const [header, ...rows] = await rowsOf(file);
    assert.deepEqual(header, columns);
    assert.equal(rows.length, marker.files[file]?.rows, file);
    assert.ok(rows.every((row) => row.length === columns.length && row.every((field) => field !== '')));
  }
});

test('the counts are those of the full files times the scale', async () => {
  const { files } = await generateDumps({ scale, seed: 7, out }, quiet);
  const near = (file: string, full: number): void => {
    const rows = files[file]?.rows ?? 0;
    assert.ok(Math.abs(rows - full * scale) <= 0.01 * full * scale, `${file}: ${rows}`);
  };
  near('title.basics.tsv.gz', 11_500_000);
  near('title.crew.tsv.gz', 11_500_000);
  near('name.basics.tsv.gz', 14_500_000);
  near('title.principals.tsv.gz', 92_000_000);
  near('title.akas.tsv.gz', 5_000_000);
  near('title.episode.tsv.gz', 9_000_000);
  near('title.ratings.tsv.gz', 1_600_000);
  const wanted = titlesByType(scale);
  const types = (await rowsOf('title.basics.tsv.gz')).slice(1).map((row) => row[1]);
  for (const [k, { name }] of titleTypes.entries()) {
    assert.equal(types.filter((type) => type === name).length, wanted[k], name);
  }
});

test('identifiers are unique and rise', async () => {
  for (const file of ['title.basics.tsv.gz', 'title.crew.tsv.gz', 'title.ratings.tsv.gz', 'name.basics.tsv.gz']) {
    const ids = await columnOf(file, 0);
    assert.deepEqual(ids, [...new Set(ids)].toSorted(), file);
  }
});

test('whatever a file names exists', async () => {
  const basics = (await rowsOf('title.basics.tsv.gz')).slice(1);
  const titles = new Set(basics.map((row) => row[0]));
  const series = new Set(basics.filter((row) => /^tv(Mini)?Series$/.test(row[1] ?? '')).map((row) => row[0]));
  const people = new Set(await columnOf('name.basics.tsv.gz', 0));
  for (const file of dumpFiles.keys()) {
    if (file !== 'name.basics.tsv.gz') assert.deepEqual(missing(await columnOf(file, 0), titles), [], file);
  }
  assert.deepEqual(missing(await columnOf('title.principals.tsv.gz', 2), people), []);
  assert.deepEqual(missing(await columnOf('title.episode.tsv.gz', 1), series), []);
  const known = (await columnOf('name.basics.tsv.gz', 5)).flatMap((field) => (field === '\\N' ? [] : field.split(',')));
  assert.deepEqual(missing(known, titles), []);
});

test('principals are billed 1 to n, their characters are JSON, and the crew is theirs', async () => {
  const directors = new Map<string, string[]>();
  let last = '';
  let billing = 0;
  for (const [title = '', ordering, person = '', category, , characters = ''] of (
    await rowsOf('title.principals.tsv.gz')
  ).slice(1)) {
    billing = title === last ? billing + 1 : 1;
    last = title;
    assert.equal(Number(ordering), billing);
    if (characters !== '\\N') assert.ok(Array.isArray(JSON.parse(characters)));
    if (category === 'director') directors.set(title, [...(directors.get(title) ?? []), person]);
  }
  for (const [title = '', field] of (await rowsOf('title.crew.tsv.gz')).slice(1)) {
    assert.equal(field, directors.get(title)?.join(',') ?? '\\N');
  }
});

test('no series has two episodes of the same number, and ratings are plausible', async () => {
  const places = (await rowsOf('title.episode.tsv.gz'))
    .filter((row) => row[2] !== '\\N')
    .map((row) => row.slice(1).join(' '));
  assert.equal(new Set(places).size, places.length);
  for (const [, mean, votes] of (await rowsOf('title.ratings.tsv.gz')).slice(1)) {
    assert.match(mean ?? '', /^([1-9]\.\d|10\.0)$/);
    assert.ok(Number(votes) >= 5);
  }
});

test('a whole folder is left alone, one without its marker is written again', async () => {
  const path = join(out, 'title.ratings.tsv.gz');
  const first = await stat(path);
  await generateDumps({ scale, seed: 7, out }, quiet);
  assert.equal((await stat(path)).mtimeMs, first.mtimeMs);
  await rm(join(out, markerName));
  await generateDumps({ scale, seed: 7, out }, quiet);
  assert.notEqual((await stat(path)).mtimeMs, first.mtimeMs);
});

test('a scale out of range is refused', async () => {
  for (const bad of [0, -1, 1.5, NaN]) {
    await assert.rejects(generateDumps({ scale: bad, out: join(folder, 'bad') }, quiet), (error) => {
      return error instanceof LanterneError && error.code === 'USAGE';
    });
  }
});

test('inTextOrder sorts identifiers as text', () => {
  const numbers = fc.uniqueArray(fc.integer({ min: 1, max: 43_000_000 }), { maxLength: 60 });
  fc.assert(
    fc.property(numbers, (some) => {
      const close = some.flatMap((n) => [n, n % 10_000_000, Math.min(42_999_999, (n % 4_300_000) * 10 + 5)]);
      const rising = Int32Array.from(new Set(close)).toSorted();
      const ids = [...inTextOrder(rising)].map((n) => String(n).padStart(7, '0'));
      assert.deepEqual(ids, ids.toSorted());
      assert.equal(new Set(ids).size, rising.length);
    }),
  );
});

test('quota hands out exactly its rows', () => {
  fc.assert(
    fc.property(
      fc.nat(2000),
      fc.integer({ min: 1, max: 300 }),
      fc.nat(5),
      fc.integer(),
      (rows, titles, spread, seed) => {
        const next = quota(rows, titles, spread, stream(seed, 'quota'));
        const given = Array.from({ length: titles }, next);
        assert.equal(
          given.reduce((sum, n) => sum + n, 0),
          rows,
        );
        assert.ok(given.every((n) => n >= 0));
      },
    ),
  );
});

test('putNumber writes what String and padStart write', () => {
  fc.assert(
    fc.property(fc.nat(0x7fffffff), fc.integer({ min: 1, max: 8 }), (value, width) => {
      const lines = openLines();
      putNumber(lines, value, width);
      assert.equal(takeBytes(lines).toString(), String(value).padStart(width, '0'));
    }),
  );
});

async function textOf(from: string, file: string): Promise<Buffer> {
  return gunzipSync(await readFile(join(from, file)));
}

async function rowsOf(file: string): Promise<string[][]> {
  const text = (await textOf(out, file)).toString();
  assert.ok(text.endsWith('\n'));
  return text
    .slice(0, -1)
    .split('\n')
    .map((line) => line.split('\t'));
}

async function columnOf(file: string, column: number): Promise<string[]> {
  return (await rowsOf(file)).slice(1).map((row) => row[column] ?? '');
}

const missing = (
  ids: readonly (string | undefined)[],
  known: ReadonlySet<string | undefined>,
): (string | undefined)[] => ids.filter((id) => !known.has(id));
