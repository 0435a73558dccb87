import assert from 'node:assert/strict';
import { test } from 'node:test';
import { likeMatrix } from '#evaluate/rating-sets.ts';
import { basketSizes, columnCounts, mostLiked, sweepWorld } from '#evaluate/sweep-world.ts';
import { partOf } from '#evaluate/viewers.ts';

// 300 viewers like ten films each of thirty; film 99 is liked by unseen viewers alone.
const pairs = Array.from({ length: 300 }, (_, viewer) => [
  ...Array.from({ length: 10 }, (__, n) => [viewer, (viewer + 3 * n) % 30]),
  ...(partOf(viewer) === 'train' ? [] : [[viewer, 99]]),
]).flat();
const matrix = likeMatrix(
  Int32Array.from(pairs, ([viewer = 0]) => viewer),
  Int32Array.from(pairs, ([, film = 0]) => film),
  { minLikes: 1, minViewer: 5 },
);
const rules = { share: 0.1, head: 4, tailTargets: 3 };

test('training viewers are neither test nor validation; unknown films leave the baskets and the targets', () => {
  const world = sweepWorld(matrix, rules, { part: 'test', seed: 1 });
  const count = (part: string): number => [...matrix.viewers].filter((viewer) => partOf(viewer) === part).length;
  assert.equal(world.train.rows, count('train'));
  assert.equal(world.films.length, 30);
  assert.deepEqual(world.films.slice(0, 2), ['00000000', '00000001']);
  assert.ok(world.films.every((name, at) => at === 0 || name > (world.films[at - 1] ?? '')));
  assert.deepEqual([...world.popularity], [...columnCounts(world.train)]);
  assert.equal(
    world.head.reduce((sum, flag) => sum + flag, 0),
    4,
  );
  assert.deepEqual(
    world.questions.map(({ label }) => label),
    [...basketSizes],
  );
  for (const { label, depth, shots } of world.questions) {
    const size = label === '80 %' ? 8 : Number(label);
    assert.equal(depth, label === '80 %' ? 100 : 10);
    assert.equal(shots.length, size >= 10 ? 0 : count('test'), `${label}: nobody has more than ten known likes`);
    for (const { viewer, basket, targets } of shots) {
      assert.equal(partOf(viewer), 'test');
      assert.equal(basket.length, size);
      assert.equal(new Set([...basket, ...targets]).size, 10);
      assert.ok([...basket, ...targets].every((film) => film >= 0 && film < 30));
    }
  }
});

test('the seed draws the baskets, never the viewers; validation viewers are others', () => {
  const shots = (part: 'test' | 'validation', seed: number) =>
    sweepWorld(matrix, rules, { part, seed, sizes: ['3'] }).questions[0]?.shots ?? [];
  assert.deepEqual(shots('test', 1), shots('test', 1));
  assert.notDeepEqual(shots('test', 1), shots('test', 2));
  const viewers = (part: 'test' | 'validation', seed: number) => shots(part, seed).map(({ viewer }) => viewer);
  assert.deepEqual(viewers('test', 1), viewers('test', 2));
  assert.ok(viewers('validation', 1).every((viewer) => !viewers('test', 1).includes(viewer)));
});

test('a smaller share takes some of the same viewers and trains on the others', () => {
  const [tenth, twentieth] = [0.1, 0.05].map((share) =>
    sweepWorld(matrix, { ...rules, share }, { part: 'test', seed: 1, sizes: ['1'] }),
  );
  const viewers = (world: typeof tenth) => world?.questions[0]?.shots.map(({ viewer }) => viewer) ?? [];
  assert.ok(viewers(twentieth).length > 0 && viewers(twentieth).length < viewers(tenth).length);
  assert.ok(viewers(twentieth).every((viewer) => viewers(tenth).includes(viewer)));
  assert.ok((twentieth?.train.rows ?? 0) > (tenth?.train.rows ?? 0));
});

test('the most liked films are flagged, the lower index first', () => {
  assert.deepEqual([...mostLiked(Float64Array.of(2, 5, 2, 1), 2)], [1, 1, 0, 0]);
  assert.deepEqual([...mostLiked(Float64Array.of(2, 5), 9)], [1, 1]);
});
