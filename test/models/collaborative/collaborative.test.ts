import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { deletionFidelity } from '#evaluate/deletion-fidelity.ts';
import { seededRandom, shuffle } from '#kernels/random.ts';
import { topK } from '#kernels/top-k.ts';
import { bucketNames, bucketOf } from '#models/collaborative/buckets.ts';
import { fitCollaborative } from '#models/collaborative/fit.ts';
import { writeModel } from '#models/train.ts';
import { rankBasket } from '#recommend/rank-basket.ts';
import { assertClose } from '../../kernels/matrices.ts';
import { rankOf } from '../lists.ts';
import { checkerboard, familyOf, fitted, opened, planted, plantedBaskets, scoresOf } from './likes-worlds.ts';

const world = planted();
const everyFilm = [...world.films.keys()];
const baskets = plantedBaskets();
const bytes = await fitCollaborative(world.likes, world.films);
const model = opened(bytes);

test('a basket of k films is asked of the first bucket that reaches k', () => {
  assert.deepEqual(
    [0, 1, 2, 3, 4, 8, 9, 20, 21, 500].map((k) => bucketNames[bucketOf(k).bucket]),
    ['1', '1', '2-3', '2-3', '4-8', '4-8', '9-20', '9-20', 'more', 'more'],
  );
});

test('a family is recommended its own films', () => {
  let all = 0;
  for (const family of [0, 1, 2, 3]) {
    const own = shuffle(
      everyFilm.filter((film) => familyOf(film) === family),
      seededRandom(family),
    );
    for (const size of [1, 2, 3, 5, 8, 12]) {
      const list = rankBasket(model, { liked: own.slice(0, size), disliked: [], seen: [] }, { top: 5 });
      const hits = list.filter(({ film }) => familyOf(film) === family).length;
      // Few viewers like the last films of a family: beside such a basket a famous film of another may stand.
      assert.ok(hits >= 3, `${size} films of family ${family}: ${hits} of 5`);
      all += hits;
    }
  }
  assert.ok(all >= 0.9 * 4 * 6 * 5, `${all} of 120`);
});

test('saved and opened again, at any alignment, the same scores', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lanterne-likes-'));
  try {
    const file = join(folder, 'deep', 'likes.model');
    writeModel(file, bytes);
    const room = Buffer.alloc(bytes.length + 3);
    bytes.copy(room, 3);
    for (const again of [opened(readFileSync(file)), opened(room.subarray(3))]) {
      for (const liked of baskets) assert.deepEqual(scoresOf(again, { liked }), scoresOf(model, { liked }));
      assert.deepEqual(again.films, world.films);
      assert.equal(again.vocabulary, model.vocabulary);
      assert.equal(again.viewers, world.likes.rows);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('identifiers lead to their columns, names that objects hold by birth too', async () => {
  const ids = ['__proto__', 'constructor', 'toString', ''];
  const { likes } = checkerboard(4);
  const strange = await fitted({ films: ids, likes });
  assert.deepEqual(
    ids.map((id) => strange.indexOf(id)),
    [0, 1, 2, 3],
  );
  assert.equal(model.indexOf('toString'), undefined);
  assert.equal(model.indexOf('film 003'), 3);
});

test('repeats, films out of range and numbers that are no index change nothing', () => {
  const odd = [1e6, -1, 0.5, Number.NaN, Infinity];
  for (const liked of baskets) {
    const disliked = everyFilm.filter((film) => !liked.includes(film)).slice(0, 2);
    const plain = { liked, disliked };
    const strange = { liked: [...odd, ...liked, ...liked], disliked: [...disliked, ...odd, ...disliked] };
    assert.deepEqual(scoresOf(model, strange), scoresOf(model, plain));
    for (const film of [7, 33]) {
      const told = model.contributions(strange, film);
      assert.equal(told.length, strange.liked.length);
      assert.deepEqual(
        [...told],
        [...odd.map(() => 0), ...model.contributions(plain, film), ...liked.map(() => 0)],
        `a basket of ${liked.length}`,
      );
    }
  }
  assert.deepEqual([...model.contributions({ liked: [0, 1], disliked: [] }, 1e6)], [0, 0]);
});

test('a basket of any size from 0 to 50, with or without dislikes, has a finite score for every film', () => {
  const order = shuffle([...everyFilm], seededRandom(9));
  for (let size = 0; size <= 50; size++) {
    for (const disliked of [[], order.slice(60, 63), order.slice(50)]) {
      const liked = order.slice(0, size);
      const scores = scoresOf(model, { liked, disliked });
      assert.ok(scores.every(Number.isFinite), `${size} liked, ${disliked.length} disliked`);
      const list = rankBasket(model, { liked, disliked, seen: order.slice(70) }, { top: 100 });
      const out = new Set([...liked, ...disliked, ...order.slice(70)]);
      assert.equal(list.length, everyFilm.length - out.size);
      assert.ok(list.every(({ film }) => !out.has(film)));
    }
  }
});

test('an empty basket is answered by popularity', () => {
  const list = rankBasket(model, { liked: [], disliked: [], seen: [] }, { top: 30 });
  assert.deepEqual(
    list.map(({ film }) => film),
    [...topK(model.popularity, 30)],
  );
  assert.ok(list.every(({ reasons }) => reasons.length === 0));
  const counts = everyFilm.map((film) => world.likes.indices.filter((liked) => liked === film).length);
  assertClose(
    model.popularity,
    counts.map((count) => (count + 0.5) / (world.likes.rows + 1)),
    1e-6,
  );
});

test('a dislike lowers what goes with the film disliked', () => {
  for (const liked of baskets.filter(({ length }) => length <= 20)) {
    for (const disliked of [60, 65, 72].filter((film) => !liked.includes(film))) {
      const [without, given] = [[], [disliked]].map((list) => scoresOf(model, { liked, disliked: list }));
      const bond = (film: number): number => model.contributions({ liked: [disliked], disliked: [] }, film)[0] ?? 0;
      const others = everyFilm.filter((film) => film !== disliked && !liked.includes(film));
      const [nearest = -1] = others.toSorted((a, b) => bond(b) - bond(a));
      assert.ok((given?.[nearest] ?? 0) < (without?.[nearest] ?? 0), `${liked.length} liked, ${disliked} disliked`);
      const [first, then] = [without, given].map((scores = new Float32Array()) =>
        others.reduce((sum, film) => sum + (familyOf(film) === familyOf(disliked) ? rankOf(scores, film, []) : 0), 0),
      );
      assert.ok((then ?? 0) > (first ?? 0), `${liked.length} liked, ${disliked} disliked: ${first}, then ${then}`);
    }
  }
});

test('contributions are never negative, and every film recommended is told by one liked film at least', () => {
  for (const liked of baskets.filter(({ length }) => length > 0)) {
    for (const { film, reasons } of rankBasket(model, { liked, disliked: [], seen: [] }, { top: 80, reasons: 80 })) {
      const told = model.contributions({ liked, disliked: [] }, film);
      assert.ok(told.every((part) => part >= 0 && Number.isFinite(part)));
      assert.ok(
        told.some((part) => part > 0),
        `film ${film} for ${liked.length} liked`,
      );
      const shares = reasons.map(({ share }) => share);
      assert.ok(Math.abs(shares.reduce((sum, share) => sum + share, 0) - 1) < 1e-5);
      assert.ok(shares.every((share, at) => share > 0 && share <= (shares[at - 1] ?? 1)));
      assert.ok(reasons.every((reason) => liked.includes(reason.film)));
    }
  }
});

test('the liked film named first is the cause: without it, the film recommended falls', () => {
  const asked = baskets.filter(({ length }) => length >= 2 && length <= 20);
  const wrapped = { ...model, films: model.films.length };
  const { fell, fellWithoutLast, unexplained, asked: count } = deletionFidelity(wrapped, asked, { top: 10 });
  assert.ok(count >= 100 && unexplained === 0);
  assert.ok(fell >= 0.8 && fell > fellWithoutLast, `${fell} of ${count} fell, ${fellWithoutLast} without the last`);
});

test('the dial of popularity moves every list one way only', () => {
  const dials = [-1, -0.5, 0, 0.5, 1];
  const overall = dials.map(() => 0);
  for (const liked of baskets) {
    let last = -Infinity;
    for (const [at, popularity] of dials.entries()) {
      const best = [...topK(scoresOf(model, { liked }, { popularity }), 10)];
      const shares = best.map((film) => model.popularity[film] ?? 0);
      // The ten best of score + t·ln(popularity) never have a smaller sum of ln(popularity) under a larger t.
      const logs = shares.reduce((sum, share) => sum + Math.log(share), 0);
      assert.ok(logs >= last - 1e-3, `${liked.length} liked, dial ${popularity}`);
      last = logs;
      overall[at] = (overall[at] ?? 0) + shares.reduce((sum, share) => sum + share, 0);
    }
  }
  for (const [at, mean] of overall.entries()) assert.ok(at === 0 || mean > (overall[at - 1] ?? 0), overall.join(' '));
});

test('two films of one family are liked together more often than by chance; of an unknown film nothing is known', () => {
  for (const a of [0, 25, 50]) {
    const family = everyFilm.filter((film) => familyOf(film) === familyOf(a) && film !== a);
    assert.ok(family.reduce((sum, b) => sum + model.together(a, b), 0) / family.length > 1.2);
    const others = everyFilm.filter((film) => familyOf(film) !== familyOf(a));
    assert.ok(others.reduce((sum, b) => sum + model.together(a, b), 0) / others.length < 1);
  }
  assert.deepEqual([model.together(-1, 0), model.together(0, 1e6), model.together(0.5, 1)], [1, 1, 1]);
});

test('a score does not depend on the calls before it', () => {
  const alone = baskets.map((liked) => scoresOf(opened(bytes), { liked }));
  for (const [at, liked] of baskets.entries()) {
    scoresOf(model, { liked: [5, 70], disliked: [12] }, { popularity: 1 });
    model.contributions({ liked, disliked: [3] }, at);
    assert.deepEqual(scoresOf(model, { liked }), alone[at]);
  }
});
