import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { seededRandom } from '#kernels/random.ts';
import { defaultParameters } from '#models/collaborative/parameters.ts';
import { generatedLikes } from '../../bench/kernels/measure.ts';
import { byRank, generatedFeatures } from '../../bench/recommend/features.ts';
import { quantiles } from '../../bench/recommend/report.ts';
import { drawBasket } from '../../bench/recommend/run.ts';
import { exponent, formatGrowthReport } from '../../bench/train/growth.ts';
import { readLikesFolder, writeLikes } from '../../bench/train/likes-folder.ts';
import { formatTrainReport, medianRun } from '../../bench/train/report.ts';
import { parseRun, type ChildRun } from '../../bench/train/run-child.ts';
import { runLanterne } from '../helpers/run-lanterne.ts';

const run = (seconds: number): ChildRun => ({
  steps: [{ step: 'baskets of 1', seconds, cpuSeconds: 2 * seconds }],
  seconds,
  cpuSeconds: 2 * seconds,
  peakMB: 100 * seconds,
});

test('likes written for both sides are read back as they were', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lanterne-likes-'));
  try {
    const likes = generatedLikes(50, 30, 3).matrix;
    writeLikes(folder, { likes, keep: 7, shown: [0, 5] }, defaultParameters);
    assert.deepEqual(readLikesFolder(folder), { likes, keep: 7, shown: [0, 5] });
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('generated likes rise without repeats in every row, and a seed gives the same ones', () => {
  const { matrix } = generatedLikes(200, 80, 5);
  for (let viewer = 0; viewer < 200; viewer++) {
    const liked = [...matrix.indices.subarray(matrix.indptr[viewer], matrix.indptr[viewer + 1])];
    assert.ok(liked.every((film, at) => film < 80 && (at === 0 || film > (liked[at - 1] ?? 80))));
  }
  assert.deepEqual(generatedLikes(200, 80, 5).matrix, matrix);
});

test('generated features know everything of every film, and the known films come first', () => {
  const { families, votes, films } = generatedFeatures(60, 2);
  for (const { matrix, labels } of families) {
    assert.equal(matrix.rows, films);
    assert.equal(labels.length, matrix.columns);
    for (let film = 0; film < films; film++)
      assert.ok((matrix.indptr[film + 1] ?? 0) > (matrix.indptr[film] ?? 0), 'a film without terms');
  }
  assert.ok(votes.every((count, film) => film === 0 || count <= (votes[film - 1] ?? 0)));
  assert.deepEqual(generatedFeatures(60, 2), generatedFeatures(60, 2));
});

test('places by rank stay in range, the first most often; a basket holds different films', () => {
  const random = seededRandom(1);
  const counts = new Map<number, number>();
  for (let draw = 0; draw < 5000; draw++) {
    const place = byRank(40, random());
    counts.set(place, (counts.get(place) ?? 0) + 1);
  }
  assert.ok([...counts.keys()].every((place) => place >= 0 && place < 40));
  assert.ok((counts.get(0) ?? 0) > (counts.get(39) ?? 0));
  assert.equal(byRank(40, 1), 39);
  for (let draw = 0; draw < 50; draw++) assert.equal(new Set(drawBasket(8, random)).size, 5);
  assert.equal(drawBasket(3, random).length, 3);
});

test('quantiles are values of the list, by nearest rank', () => {
  const hundred = Array.from({ length: 100 }, (_, at) => 100 - at);
  assert.deepEqual(quantiles(hundred), { p50: 50, p95: 95, p99: 99, mean: 50.5 });
  assert.deepEqual(quantiles([3]), { p50: 3, p95: 3, p99: 3, mean: 3 });
  assert.ok(Number.isNaN(quantiles([]).p50));
});

test('the run of a child is its last line, and nothing else is taken for one', () => {
  assert.deepEqual(parseRun(`a warning\n${JSON.stringify(run(2))}\n`), run(2));
  assert.throws(() => parseRun('{"seconds":1}'));
  assert.throws(() => parseRun(''));
});

test('the median of an even number of runs is the lower of the middle two', () => {
  assert.equal(medianRun([run(4), run(1), run(3), run(2)])?.seconds, 2);
  assert.equal(medianRun([]), undefined);
});

test('reports are tables: ratios over ours, exponents of growth', () => {
  const machine = { seed: 1, threads: 2, processor: 'a processor', load: [0.1, 0.2] } as const;
  const text = formatTrainReport({
    ...machine,
    set: 'generated',
    viewers: 5,
    films: 4,
    likes: 9,
    systems: [
      { name: 'ours', runs: [run(2)] },
      { name: 'NumPy', runs: [run(3)] },
    ],
    differences: [{ bucket: '1', difference: 1e-6, largest: 0.5 }],
    ials: [{ name: 'iALS', seconds: 20, cpuSeconds: 40 }],
  });
  assert.match(text, /\| baskets of 1 \| 2\.0 \| 4\.0 \| 3\.0 \| 6\.0 \|/);
  assert.match(text, /\| over ours \| 1\.00 \| 1\.00 \| 1\.50 \| 1\.50 \|/);
  assert.match(text, /over our five matrices: 10\.00, 10\.00\./);
  assert.equal(exponent([2, 16], [100, 200]), 3);
  const growth = formatGrowthReport({
    ...machine,
    kernels: 'usual',
    rows: [
      { grows: 'films', films: 100, viewers: 10, likes: 50, run: run(1) },
      { grows: 'films', films: 200, viewers: 10, likes: 50, run: run(8) },
      { grows: 'viewers', films: 100, viewers: 10, likes: 50, run: run(1) },
    ],
  });
  assert.match(growth, /\| 200 \| 10 \| 50 \| 16\.0 \(3\.0\) \| 16\.0 \(3\.0\) \| 8\.0 \(3\.0\) \| 800 \(3\.0\) \|/);
  assert.match(growth, /\| 100 \| 10 \| 50 \| 2\.0 \| 2\.0 \| 1\.0 \| 100 \|$/);
});

test('bench train on generated likes, without a peer, names its steps', async () => {
  const small = [
    'bench',
    'train',
    '--set',
    'generated',
    '--films',
    '40',
    '--viewers',
    '60',
    '--python',
    'no-such-python',
  ];
  const { code, out, err } = await runLanterne([...small, '--json']);
  assert.equal(code, 0, err);
  const { systems } = JSON.parse(out);
  assert.deepEqual(
    systems.map(({ name }: { name: string }) => name),
    ['ours', 'ours, usual kernels'],
  );
  assert.equal(systems[0].runs[0].steps.length, 6);
  const refused = await runLanterne(['bench', 'train', '--set', 'nowhere']);
  assert.equal(refused.code, 2);
});
