import assert from 'node:assert/strict';
import { test } from 'node:test';
import { contentWorld, evaluateContent, type P3Options } from '#evaluate/p3-content.ts';
import type { Figure } from '#evaluate/report.ts';
import type { Scorer } from '#evaluate/scorer.ts';
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

/** The figure of a metric of each system, in the order given, at the n-th basket size. */
function figures(scorers: Scorer[], metric: string, at = 0, changes: Partial<P3Options> = {}): Figure[] {
  const table = evaluateContent(scorers, { ...options, ...changes })[at];
  return (table?.rows ?? []).flatMap((row) => row.figures[metric] ?? []);
}

test('a scorer that knows the answer is ahead of one that knows nothing, and that one ahead of a contrary one', () => {
  const tables = evaluateContent([oracle, nothing, contrary], options);
  assert.deepEqual(
    tables.map(({ caption, rows }) => [caption.split(',')[0], rows.map(({ system }) => system)]),
    ['k = 1', 'k = 3'].map((caption) => [caption, ['decade', 'nothing', 'contrary']]),
  );
  const [best, none, worst] = figures([oracle, nothing, contrary], 'ndcg10', 1);
  assert.ok(best && none && worst);
  assert.ok(best.mean > 0.75 && best.mean <= 1, `${best.mean}`);
  assert.ok(best.mean > none.mean && none.mean > worst.mean);
  assert.equal(best.behind, undefined);
  assert.ok(none.behind && none.behind[0] > 0 && none.behind[1] >= none.behind[0]);
  assert.equal(best.n, [...likes.keys()].filter((viewer) => partOf(viewer) === 'test').length);
});

test('candidates are what training viewers like; the basket and the head leave the lists; coverage is a share of candidates', () => {
  const always: Scorer = { name: 'always 39', score: (_, into) => into.fill(0).fill(9, 39) };
  const popular: Scorer = { name: 'always 38', score: (_, into) => into.fill(0).fill(9, 38, 39) };
  const three = { baskets: [3] };
  const [unseen, of38, zero] = figures([always, popular, nothing], 'ndcg10', 0, three);
  assert.ok(unseen && of38 && zero);
  assert.equal(unseen.mean, zero.mean, '39 is nobody’s in training: it earns nothing');
  assert.ok(of38.mean > zero.mean);
  const [tail38, tailZero] = figures([popular, nothing], 'tail10', 0, three);
  assert.equal(tail38?.mean, tailZero?.mean, '38 is the head: it earns nothing in the tail');
  // 30 films of three decades and 38; the first ten indices that the basket leaves.
  const [covered] = figures([nothing], 'coverage10', 0, three);
  assert.ok(covered && covered.mean >= 10 / 31 && covered.mean <= 13 / 31, `${covered?.mean}`);
  assert.deepEqual(contentWorld(options).columns.at(-1), 38);
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
  const [table] = evaluateContent([scorer], {
    films: 5,
    likes: world,
    part: 'test',
    baskets: [1],
    seed: 1,
    head: 1,
    tailTargets: 1,
  });
  // Four films are left and all are targets: a perfect list whatever its order, and in the tail too.
  const mean = (metric: string): number | undefined => table?.rows[0]?.figures[metric]?.mean;
  assert.equal(mean('ndcg10'), 1);
  assert.equal(mean('tail10'), 1);
  assert.equal(mean('coverage10'), 4 / 5);
});
