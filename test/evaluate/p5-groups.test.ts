import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { test } from 'node:test';
import { drawGroups, drawProfiles, groupKinds, likeness } from '#evaluate/groups.ts';
import { evaluateGroups, type P5Options } from '#evaluate/p5-groups.ts';
import type { Scorer } from '#evaluate/scorer.ts';
import { partOf, type Likes } from '#evaluate/viewers.ts';
import { groupBench, groupTables } from '../../bench/groups.ts';
import { itemCosine } from '../../bench/peers/item-cosine.ts';

// Sixty films in three shelves of twenty; each viewer likes eight of one shelf.
const films = 60;
const shelfOf = (viewer: number): number => Math.floor(viewer / 5) % 3;
const likes: Likes = new Map(
  Array.from({ length: 300 }, (_, viewer) => [
    viewer,
    Array.from({ length: 8 }, (__, n) => 20 * shelfOf(viewer) + ((3 * n + viewer) % 20)),
  ]),
);
const shelf: Scorer = {
  name: 'shelf',
  score(basket, into) {
    const own = Math.floor((basket[0] ?? 0) / 20);
    for (let film = 0; film < films; film++) into[film] = (Math.floor(film / 20) === own ? 2 : 1) - film / 1000;
  },
};
const options: P5Options = {
  films,
  likes,
  part: 'test',
  basket: 3,
  scale: 'ours',
  sizes: [2, 4],
  groups: 30,
  seed: 1,
  top: 6,
  depth: 20,
};

test('a row a kind, size and method; the average is the reference; the worst-off is never above the mean', () => {
  const { rows, choices } = evaluateGroups(shelf, options);
  assert.equal(rows.length, 3 * 2 * 4);
  assert.equal(choices.length, 3 * 2 * 3);
  for (const { method, arMean, arMin, meanChange, minChange, ndcgMean, ndcgMin } of rows) {
    assert.ok(arMin.mean <= arMean.mean && ndcgMin.mean <= ndcgMean.mean && arMean.n === 30);
    if (method === 'average') assert.deepEqual([...meanChange, ...minChange], [0, 0, 0, 0, 0, 0]);
    assert.ok(meanChange[0] <= 1e-9, 'nothing has a higher mean than the average');
  }
  const divergent = rows.filter(({ kind, size }) => kind === 'divergent' && size === 2);
  assert.ok((divergent[3]?.arMin.mean ?? 0) > (divergent[0]?.arMin.mean ?? 1), 'EP-FuzzDA serves both shelves');
  for (const { choice, lowestStanding } of choices) if (choice === 'nobody-unhappy') assert.ok(lowestStanding >= 0.8);
  assert.deepEqual(evaluateGroups(shelf, options), evaluateGroups(shelf, options), 'seeded');
});

test('similar groups are of one shelf, divergent ones of several; profiles are parts of the likes', () => {
  for (const basket of [3, 0.5]) {
    const shots = drawProfiles(likes, 'test', basket, { seed: 1 });
    assert.equal(shots.length, [...likes.keys()].filter((viewer) => partOf(viewer) === 'test').length);
    for (const { viewer, basket: given, targets } of shots) {
      assert.equal(given.length, basket === 3 ? 3 : 4);
      assert.deepEqual(
        [...given, ...targets].toSorted((a, b) => a - b),
        [...(likes.get(viewer) ?? [])].toSorted((a, b) => a - b),
      );
    }
  }
  const viewers = drawProfiles(likes, 'test', 3, { seed: 1 }).map(({ viewer }) => viewer);
  const alike = likeness(
    viewers.map((viewer) => new Set(likes.get(viewer))),
    films,
  );
  for (const kind of groupKinds) {
    for (const group of drawGroups(alike, kind, { size: 3, groups: 20, seed: 2 })) {
      const shelves = new Set(group.map((place) => shelfOf(viewers[place] ?? 0)));
      assert.equal(new Set(group).size, 3);
      if (kind === 'similar') assert.equal(shelves.size, 1);
      if (kind === 'divergent')
        for (const [at, one] of group.entries())
          for (const other of group.slice(at + 1))
            assert.ok((alike[one * viewers.length + other] ?? 0) < 0, 'no film in common');
    }
  }
});

test('on MovieLens 1M, EP-FuzzDA lifts the worst-off of four for a mean at most 9 % lower', async (t) => {
  const reference = resolve(process.env['LANTERNE_REFERENCE'] ?? join(import.meta.dirname, '../../../shared/data'));
  if (!existsSync(join(reference, 'ratings/ml-1m'))) return t.skip('skipped: no reference data');
  const report = await groupBench(reference, {
    part: 'validation',
    basket: 5,
    scale: 'ours',
    sizes: [4],
    groups: 60,
    seed: 3,
    scorer: itemCosine,
  });
  const ours = report.rows.find(({ kind, method }) => kind === 'random' && method === 'EP-FuzzDA');
  assert.ok(ours !== undefined && ours.minChange[0] > 0.2 && ours.meanChange[0] > -0.09, JSON.stringify(ours));
  for (const { choice, lowestStanding } of report.choices)
    if (choice === 'nobody-unhappy') assert.ok(lowestStanding >= 0.8);
  assert.match(groupTables(report), /EP-FuzzDA/);
});
