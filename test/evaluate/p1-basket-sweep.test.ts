import assert from 'node:assert/strict';
import { test } from 'node:test';
import { judge, measure, rankByScores, sweepTable } from '#evaluate/p1-basket-sweep.ts';
import type { Scorer } from '#evaluate/scorer.ts';
import type { Question, SweepWorld } from '#evaluate/sweep-world.ts';

// Six films; 0 is the head. Two viewers are asked.
const question: Question = {
  label: '1',
  depth: 10,
  shots: [
    { viewer: 1, basket: [1], targets: new Set([0, 3]) },
    { viewer: 2, basket: [2], targets: new Set([0]) },
  ],
};
const world: SweepWorld = {
  train: {
    rows: 0,
    columns: 6,
    indptr: new Int32Array(1),
    indices: new Int32Array(0),
    values: new Float32Array(0),
  },
  films: ['0', '1', '2', '3', '4', '5'],
  popularity: Float64Array.of(60, 50, 40, 30, 20, 10),
  head: Uint8Array.of(1, 0, 0, 0, 0, 0),
  tailTargets: 1,
  questions: [question],
};
const byIndex: Scorer = { name: 'by index', score: (_, into) => into.forEach((__, film) => void (into[film] = -film)) };

test('ranked by score: the basket is never returned, ties go to the lower film, the tail leaves the head out', () => {
  const rank = rankByScores(byIndex, world);
  assert.deepEqual(Array.from(rank(question, 0).top), [0, 2, 3, 4, 5]);
  assert.deepEqual(Array.from(rank(question, 0).tail), [2, 3, 4, 5]);
  const flat = rankByScores({ name: 'flat', score: (_, into) => void into.fill(1) }, world);
  assert.deepEqual(Array.from(flat(question, 1).top), [0, 1, 3, 4, 5]);
  const some = rankByScores(byIndex, { ...world, candidates: Uint8Array.of(0, 1, 0, 1, 1, 0) });
  assert.deepEqual(Array.from(some(question, 0).top), [3, 4]);
});

test('the figures of one answer, by hand', () => {
  const targets = new Set([0, 3]);
  const found = judge({ top: [0, 2, 3], tail: [2, 3] }, { targets }, 100, world);
  // Hits at ranks 1 and 3 of two: (1 + 1/2) / (1 + 1/log2(3)). In the tail, one target at rank 2.
  const ideal = 1 + 1 / Math.log2(3);
  assert.ok(Math.abs(found.ndcg10 - 1.5 / ideal) < 1e-12);
  assert.ok(Math.abs(found.ndcg100 - 1.5 / ideal) < 1e-12);
  assert.ok(Math.abs(found.tail10 - 1 / Math.log2(3)) < 1e-12);
  assert.equal(found.popularity10, (60 + 40 + 30) / 3);
  assert.equal(found.recall20, 1);
  const short = judge({ top: [2], tail: [] }, { targets: new Set([0]) }, 10, world);
  assert.ok(Number.isNaN(short.tail10), 'no tail target: this viewer does not count there');
  assert.ok(Number.isNaN(short.recall20) && Number.isNaN(short.ndcg100), 'not looked at that deep');
});

test('a table: means, errors, coverage and Gini by hand, and the lead of ours over the others', () => {
  const contrary: Scorer = {
    name: 'contrary',
    score: (_, into) => into.forEach((__, film) => void (into[film] = film)),
  };
  const measured = [byIndex, contrary].map((scorer) =>
    measure(scorer.name, rankByScores(scorer, world), question, world),
  );
  const table = sweepTable(question, measured, world, { ours: 'by index', seed: 1 });
  const [first, second] = table.rows;
  assert.equal(table.caption, 'k = 1, 2 viewers');
  assert.deepEqual(table.metrics, ['ndcg10', 'tail10', 'coverage10', 'popularity10', 'gini10']);
  assert.equal(first?.figures['tail10']?.n, 1);
  assert.equal(first?.figures['recall20'], undefined);
  // Viewer 1: 0, 2, 3, 4, 5; viewer 2: 0, 1, 3, 4, 5. Every film is shown: counts 2, 1, 1, 2, 2, 2.
  assert.equal(first?.figures['coverage10']?.mean, 1);
  assert.ok(Math.abs((first?.figures['gini10']?.mean ?? 0) - 0.1333333) < 1e-6);
  assert.equal(first?.figures['ndcg10']?.behind, undefined, 'ours has no lead over itself');
  const [low = 0, high = 0] = second?.figures['ndcg10']?.behind ?? [];
  const lead = (first?.figures['ndcg10']?.mean ?? 0) - (second?.figures['ndcg10']?.mean ?? 0);
  assert.ok(low <= lead && lead <= high && lead > 0);
  assert.deepEqual(second?.figures['coverage10']?.behind, [0, 0]);
  const alone = sweepTable(question, measured, world, { ours: 'absent', seed: 1 });
  assert.ok(alone.rows.every(({ figures }) => Object.values(figures).every(({ behind }) => behind === undefined)));
});

test('coverage and Gini are over the candidates alone', () => {
  const few = { ...world, candidates: Uint8Array.of(0, 0, 0, 1, 1, 0) };
  const measured = measure('by index', rankByScores(byIndex, few), question, few);
  const [row] = sweepTable(question, [measured], few, { ours: undefined, seed: 1 }).rows;
  assert.equal(row?.figures['coverage10']?.mean, 1);
  assert.equal(row?.figures['gini10']?.mean, 0);
});
