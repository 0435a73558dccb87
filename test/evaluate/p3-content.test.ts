import assert from 'node:assert/strict';
import { test } from 'node:test';
import { evaluateContent, type P3Options, type Scorer } from '#evaluate/p3-content.ts';
import { partOf, type Likes } from '#evaluate/viewers.ts';

// Forty films; viewers like the six or so of their own decade (0-9, 10-19, ...), and everyone likes 38. Nobody in training likes 39.
const films = 40;
const likes: Likes = new Map(
  Array.from({ length: 400 }, (_, viewer) => {
    const decade = Math.floor(viewer / 7) % 3;
    const own = [0, 1, 2, 3, 4, 5].map((n) => 10 * decade + ((n + viewer) % 10));
    return [viewer, partOf(viewer) === 'train' ? [...own, 38] : [...own, 38, 39]];
  }),
);
const options: P3Options = { films, likes, part: 'test', baskets: [1, 3], seed: 1, head: 1, tailTargets: 2 };
const decadeOf = (film: number): number => Math.floor(film / 10);
const asked: number[][] = [];

const oracle: Scorer = {
  name: 'decade',
  score(basket, into) {
    asked.push([...basket]);
    const decade = decadeOf(basket.find((film) => film < 30) ?? 0);
    for (let film = 0; film < films; film++) into[film] = film === 38 ? 2 : Number(decadeOf(film) === decade);
  },
};
const nothing: Scorer = { name: 'nothing', score: (_, into) => into.fill(0) };
const contrary: Scorer = {
  name: 'contrary',
  score: (basket, into) => (oracle.score(basket, into), void into.forEach((value, film) => (into[film] = -value))),
};

test('a scorer that knows the answer is ahead of one that knows nothing, and that one ahead of a contrary one', () => {
  const rows = evaluateContent([oracle, nothing, contrary], options);
  assert.deepEqual(
    rows.map(({ name, k }) => `${name} ${k}`),
    ['decade 1', 'nothing 1', 'contrary 1', 'decade 3', 'nothing 3', 'contrary 3'],
  );
  const [best, none, worst] = rows.slice(3);
  assert.ok(best && none && worst);
  assert.ok(best.ndcg10.mean > 0.75 && best.ndcg10.mean <= 1, `${best.ndcg10.mean}`);
  assert.ok(best.ndcg10.mean > none.ndcg10.mean && none.ndcg10.mean > worst.ndcg10.mean);
  assert.deepEqual(best.behind, [0, 0]);
  assert.ok(none.behind[0] > 0 && none.behind[1] >= none.behind[0]);
  assert.equal(best.ndcg10.n, [...likes.keys()].filter((viewer) => partOf(viewer) === 'test').length);
});

test('candidates are what training viewers like; the basket and the head leave the lists; coverage is a share of candidates', () => {
  const always: Scorer = { name: 'always 39', score: (_, into) => into.fill(0).fill(9, 39) };
  const popular: Scorer = { name: 'always 38', score: (_, into) => into.fill(0).fill(9, 38) };
  const [unseen, popularRow] = evaluateContent([always, popular], { ...options, baskets: [3] });
  const [zero] = evaluateContent([nothing], { ...options, baskets: [3] });
  assert.ok(unseen && popularRow && zero);
  assert.deepEqual(unseen.ndcg10, zero.ndcg10, '39 is nobody’s in training: it earns nothing');
  assert.ok(popularRow.ndcg10.mean > zero.ndcg10.mean);
  assert.deepEqual(popularRow.tail10, zero.tail10, '38 is the head: it earns nothing in the tail');
  // 30 films of three decades and 38; the first ten indices that the basket leaves.
  assert.ok(zero.coverage10 >= 10 / 31 && zero.coverage10 <= 13 / 31, `${zero.coverage10}`);
});

test('all scorers meet the same baskets, of films that they may have', () => {
  asked.length = 0;
  evaluateContent([oracle, oracle], { ...options, baskets: [3] });
  assert.deepEqual(asked.slice(0, asked.length / 2), asked.slice(asked.length / 2));
  assert.ok(asked.every((basket) => basket.length === 3 && !basket.includes(39)));
});

test('a world worked out by hand', () => {
  const viewers = [...Array(200).keys()];
  const tested = viewers.filter((viewer) => partOf(viewer) === 'test').slice(0, 1);
  const trained = viewers.filter((viewer) => partOf(viewer) === 'train').slice(0, 1);
  const all = [0, 1, 2, 3, 4];
  const world: Likes = new Map([...tested, ...trained].map((viewer) => [viewer, all]));
  const scorer: Scorer = {
    name: 'by index',
    score: (_, into) => into.forEach((__, film) => void (into[film] = -film)),
  };
  const [row] = evaluateContent([scorer], {
    films: 5,
    likes: world,
    part: 'test',
    baskets: [1],
    seed: 1,
    head: 1,
    tailTargets: 1,
  });
  // Four films are left and all are targets: a perfect list whatever its order, and in the tail too.
  assert.ok(row);
  assert.equal(row.ndcg10.mean, 1);
  assert.equal(row.tail10.mean, 1);
  assert.equal(row.coverage10, 4 / 5);
});
