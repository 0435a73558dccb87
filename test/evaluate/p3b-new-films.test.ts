import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newFilmsWorld } from '#evaluate/p3b-new-films.ts';
import { rankByScores } from '#evaluate/p1-basket-sweep.ts';
import { partOf, type Likes } from '#evaluate/viewers.ts';

// Fifty films whose identifiers run against their indices; each viewer likes eight.
const ids = Array.from({ length: 50 }, (_, film) => `tt${String(5000 - film).padStart(7, '0')}`);
const likes: Likes = new Map(
  Array.from({ length: 300 }, (_, viewer) => [viewer, [0, 1, 2, 3, 4, 5, 6, 7].map((n) => (viewer * 3 + 6 * n) % 50)]),
);
const options = { likes, ids, part: 'test', baskets: [1, 3, 'all'], seed: 1, head: 2, tailTargets: 1 } as const;

test('a fifth of the films have no rating left; baskets are of the others, targets and candidates are those', () => {
  const world = newFilmsWorld(options);
  assert.equal(world.films.length, 50);
  assert.deepEqual(world.films, ids.toSorted());
  assert.deepEqual(
    Array.from(world.columns, (film) => ids[film]),
    world.films,
  );
  const isNew = (film: number): boolean => world.candidates[film] === 1;
  assert.equal(world.films.filter((_, film) => isNew(film)).length, 10);
  assert.ok(world.train.indices.length > 0 && !world.train.indices.some(isNew));
  assert.equal(world.train.rows, [...likes.keys()].filter((viewer) => partOf(viewer) === 'train').length);
  assert.deepEqual(
    world.questions.map(({ label, depth }) => [label, depth]),
    [
      ['1', 10],
      ['3', 10],
      ['all', 100],
    ],
  );
  for (const { label, shots } of world.questions) {
    assert.ok(shots.length > 10);
    for (const { viewer, basket, targets } of shots) {
      assert.equal(partOf(viewer), 'test');
      const liked = (likes.get(viewer) ?? []).map((film) => world.columns.indexOf(film));
      assert.deepEqual(
        [...targets].toSorted((a, b) => a - b),
        liked.filter(isNew).toSorted((a, b) => a - b),
      );
      assert.ok(targets.size > 0 && basket.every((film) => liked.includes(film) && !isNew(film)));
      assert.equal(basket.length, label === 'all' ? 8 - targets.size : Number(label));
    }
  }
  const head = world.films.flatMap((_, film) => (world.head[film] === 1 ? [film] : []));
  assert.ok(head.length === 2 && head.every(isNew), 'the head is of the new films');
});

test('lists hold new films only; another seed draws other films', () => {
  const world = newFilmsWorld(options);
  const [question] = world.questions;
  assert.ok(question);
  const rank = rankByScores({ name: 'flat', score: (_, into) => void into.fill(0) }, world);
  assert.ok(Array.from(rank(question, 0).top).every((film) => world.candidates[film] === 1));
  assert.notDeepEqual(newFilmsWorld({ ...options, seed: 2 }).candidates, world.candidates);
  assert.deepEqual(newFilmsWorld(options), world);
});
