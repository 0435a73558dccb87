import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { LanterneError } from '#errors.ts';
import { likeMatrix, readLikes, setRules } from '#evaluate/rating-sets.ts';

const numbers = (...values: number[]): Int32Array => Int32Array.from(values);

test('films with enough likes first, then viewers with enough of those; numbers become ranks', () => {
  // Film 9 has one like and goes; viewer 7 is then left with one film and goes too.
  const viewer = numbers(7, 7, 3, 3, 5, 5, 5);
  const film = numbers(9, 4, 4, 8, 8, 4, 8);
  const { viewers, films, likes } = likeMatrix(viewer, film, { minLikes: 2, minViewer: 2 });
  assert.deepEqual([...viewers], [3, 5]);
  assert.deepEqual([...films], [4, 8]);
  assert.deepEqual([...likes.indptr], [0, 2, 4]);
  assert.deepEqual([...likes.indices], [0, 1, 0, 1]);
  assert.deepEqual([...likes.values], [1, 1, 1, 1], 'a repeated pair counts once');
});

test('a set is read from its file: likes only, viewers with five', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'lanterne-sets-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  await assert.rejects(
    readLikes(folder, setRules['ml-1m']),
    (error) => error instanceof LanterneError && error.code === 'REFERENCE_MISSING',
  );
  mkdirSync(join(folder, 'ml-1m'));
  const rows = [1, 2, 3, 4, 5, 6].map((film) => `10::${film}::${film === 6 ? 3 : 4}`);
  writeFileSync(join(folder, setRules['ml-1m'].file), gzipSync([...rows, '11::1::5', ''].join('\n')));
  const { viewers, films, likes } = await readLikes(folder, setRules['ml-1m']);
  assert.deepEqual([...viewers], [10]);
  assert.deepEqual([...films], [1, 2, 3, 4, 5]);
  assert.equal(likes.indices.length, 5);
});

test('the real sets have the published sizes', async (t) => {
  const ratings = resolve(
    process.env['LANTERNE_REFERENCE'] ?? join(import.meta.dirname, '../../../shared/data'),
    'ratings',
  );
  if (!existsSync(join(ratings, 'ml-1m'))) return t.skip('skipped: no reference data');
  const small = await readLikes(ratings, setRules['ml-1m']);
  assert.deepEqual([small.viewers.length, small.films.length, small.likes.indices.length], [6034, 3533, 575_272]);
  const large = await readLikes(ratings, setRules.letterboxd);
  assert.deepEqual([large.viewers.length, large.films.length], [39_510, 4801]);
});
