import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { readFeatures, type Features } from '#features/read-features.ts';
import { seededRandom, shuffle } from '#kernels/random.ts';
import { topK } from '#kernels/top-k.ts';
import { openContentModel } from '#models/content.ts';
import type { Basket, Dials, Model } from '#models/model.ts';
import { trainContent } from '#models/train-content.ts';
import { opened, rankOf, scoresOf } from './lists.ts';
import { keepsPromises } from './promises.ts';
import { builtFrom, starterFolder } from './starter.ts';

const starter = builtFrom(starterFolder).then(readFeatures);
keepsPromises(
  { name: 'content', train: (features, seed) => trainContent(features, { seed }), open: openContentModel },
  'starter',
  () => starter,
);

let features: Features;
let model: Model;
let baskets: readonly (readonly number[])[];
before(async () => {
  features = await starter;
  model = opened(openContentModel(trainContent(features)));
  const random = seededRandom(2026);
  baskets = Array.from({ length: 100 }, () => shuffle([...Array(features.films).keys()], random).slice(0, 3));
});

test('the first reason is the cause: without that film of the basket, the film recommended falls', (t) => {
  const fell = { first: 0, last: 0 };
  let asked = 0;
  for (const liked of baskets) {
    const scores = scoresOf(model, { liked, disliked: [] });
    for (const film of best(scores, 5, liked)) {
      const rank = rankOf(scores, film, liked);
      const brought = model.contributions({ liked, disliked: [] }, film);
      const inOrder = liked.toSorted((a, b) => (brought[liked.indexOf(b)] ?? 0) - (brought[liked.indexOf(a)] ?? 0));
      asked++;
      for (const [which, place] of [
        ['first', 0],
        ['last', 2],
      ] as const) {
        const rest = liked.filter((one) => one !== inOrder[place]);
        fell[which] += Number(rankOf(scoresOf(model, { liked: rest, disliked: [] }), film, liked) > rank);
      }
    }
  }
  t.diagnostic(
    `rank falls without the first reason: ${percent(fell.first / asked)}, without the last: ${percent(fell.last / asked)}`,
  );
  assert.ok(fell.first / asked >= 0.8, `${percent(fell.first / asked)} of ${asked}`);
  assert.ok(fell.first > fell.last, 'the last reason matters less');
});

test('a dislike pushes down the closest relative of the film disliked', (t) => {
  let lower = 0;
  let score = 0;
  for (const [a = 0, b = 0, disliked = 0] of baskets) {
    const away = [a, b, disliked];
    const [nearest = -1] = best(
      scoresOf(model, { liked: [disliked], disliked: [] }, { popularity: 0, closeness: 1 }),
      1,
      away,
    );
    const [without, given] = [[], [disliked]].map((list) => scoresOf(model, { liked: [a, b], disliked: list }));
    if (without === undefined || given === undefined) continue;
    score += Number((given[nearest] ?? 0) < (without[nearest] ?? 0));
    lower += Number(rankOf(given, nearest, away) > rankOf(without, nearest, away));
  }
  t.diagnostic(`the closest relative: lower score ${score} %, lower rank ${lower} %`);
  assert.equal(score, 100);
  assert.ok(lower >= 95, `${lower} of 100`);
});

test('the closeness dial brings films closer, and the popularity dial better known ones', (t) => {
  const closer = [0, 0.25, 0.5, 0.75, 1].map((closeness) => meanOver({ closeness }, likeness));
  const known = [-1, -0.5, 0, 0.5, 1].map((popularity) => meanOver({ popularity }, renown));
  t.diagnostic(`likeness by closeness: ${closer.map((value) => value.toFixed(2)).join(' ')}`);
  t.diagnostic(`mean renown by popularity: ${known.map((value) => value.toFixed(2)).join(' ')}`);
  for (const list of [closer, known])
    assert.ok(
      list.every((value, at) => at === 0 || value > (list[at - 1] ?? 0)),
      list.join(' '),
    );
});

test('the dials in the middle change nothing', () => {
  for (const liked of baskets.slice(0, 10))
    assert.deepEqual(
      scoresOf(model, { liked, disliked: [] }, { popularity: 0, closeness: 0.5 }),
      scoresOf(model, { liked, disliked: [] }),
    );
});

function best(scores: Float32Array, top: number, away: readonly number[]): number[] {
  const left = scores.slice();
  for (const film of away) left[film] = -Infinity;
  return [...topK(left, top)];
}

function meanOver(dials: Dials, measure: (basket: Basket, film: number) => number): number {
  const values = baskets.flatMap((liked) => {
    const basket = { liked, disliked: [] };
    return best(scoresOf(model, basket, dials), 20, liked).map((film) => measure(basket, film));
  });
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

const likeness = (basket: Basket, film: number): number =>
  model.contributions(basket, film).reduce((sum, part) => sum + part, 0);
const renown = (_: Basket, film: number): number => features.renown[film] ?? 0;
const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;
