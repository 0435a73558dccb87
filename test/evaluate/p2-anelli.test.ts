import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { test } from 'node:test';
import { LanterneError } from '#errors.ts';
import { foldOf, foldTable, iteratedCore, measureFold, publishedFolds } from '#evaluate/p2-anelli.ts';

const numbers = (...values: number[]): Int32Array => Int32Array.from(values);

test('the core is iterated: what falls below takes others with it', () => {
  // Viewer 3 has one film and goes; film 30 is then liked by viewer 2 alone and goes; viewers 1 and 2 keep two films each.
  const pairs = { viewers: numbers(1, 1, 2, 2, 2, 3), films: numbers(10, 20, 10, 20, 30, 30) };
  const kept = iteratedCore(pairs, 2);
  assert.deepEqual([...kept.viewers], [1, 1, 2, 2]);
  assert.deepEqual([...kept.films], [10, 20, 10, 20]);
  assert.equal(iteratedCore(pairs, 4).viewers.length, 0);
});

test('a fold is the pairs minus the test pairs that are among them; nDCG by hand', () => {
  const pairs = { viewers: numbers(1, 1, 1, 2, 2), films: numbers(10, 20, 30, 20, 30) };
  const fold = foldOf(pairs, { viewers: numbers(1, 1, 9), films: numbers(20, 77, 10) });
  assert.deepEqual(fold.films, ['00000010', '00000020', '00000030']);
  assert.deepEqual([...fold.test.indices], [1]);
  assert.deepEqual([...fold.train.indices], [0, 2, 1, 2]);
  const asked: number[][] = [];
  const values = measureFold(
    { name: 'last first', score: (basket, into) => (asked.push([...basket]), into.set([1, 2, 3])) },
    fold,
  );
  // Viewer 1 has seen films 0 and 2, so 1 is first; viewer 2 has no test film.
  assert.deepEqual([...values], [1, Number.NaN]);
  assert.deepEqual(asked, [[0, 2]]);
});

test('the table is over viewers: the mean of each one’s folds', () => {
  const nan = Number.NaN;
  const { rows } = foldTable(
    [
      { system: 'ours', folds: [Float64Array.of(1, 0.5, nan), Float64Array.of(0.5, nan, nan)] },
      { system: 'other', folds: [Float64Array.of(0, 0.5, nan), Float64Array.of(0, nan, nan)] },
    ],
    { ours: 'ours', seed: 1 },
  );
  assert.equal(rows[0]?.figures['ndcg10']?.mean, 0.625);
  assert.equal(rows[0]?.figures['ndcg10']?.n, 2);
  assert.equal(rows[1]?.figures['ndcg10']?.mean, 0.25);
  assert.deepEqual(rows[1]?.figures['ndcg10']?.behind, [0, 0.75]);
});

test('the published folds have the published size', async (t) => {
  await assert.rejects(
    publishedFolds('/nowhere'),
    (error) => error instanceof LanterneError && error.code === 'REFERENCE_MISSING',
  );
  const reference = resolve(process.env['LANTERNE_REFERENCE'] ?? join(import.meta.dirname, '../../../shared/data'));
  const folder = join(reference, 'ratings/ml-1m');
  if (!existsSync(folder)) return t.skip('skipped: no reference data');
  const folds = await publishedFolds(folder);
  assert.equal(folds.length, 5);
  for (const { train, test: held, films } of folds) {
    assert.equal(train.indices.length + held.indices.length, 571_531);
    assert.equal(films.length, 2810);
    assert.equal(held.indices.length, 116_671);
  }
});
