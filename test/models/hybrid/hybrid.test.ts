import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { deletionFidelity } from '#evaluate/deletion-fidelity.ts';
import { readFeatures, type Features } from '#features/read-features.ts';
import { seededRandom, shuffle } from '#kernels/random.ts';
import { topK } from '#kernels/top-k.ts';
import { asFilmIndex } from '#brand.ts';
import { openCollaborative } from '#models/collaborative/collaborative.ts';
import type { ContentModel } from '#models/content.ts';
import { bridgeFilms } from '#models/hybrid/bridge.ts';
import { hybridModel, type HybridModel } from '#models/hybrid/hybrid.ts';
import type { Basket, Dials } from '#models/model.ts';
import { recommend } from '#recommend/recommend.ts';
import { rankOf, scoresOf } from '../lists.ts';
import { bondsWith, contentOf, hybridOf, learnt, namesOf } from '../liking.ts';
import { builtFrom, starterFolder } from '../starter.ts';
import { featuresOf, handMade } from '../worlds.ts';

let features: Features;
let content: ContentModel;
let ids: string[];
let likes: string[][];
let model: HybridModel;
let baskets: readonly (readonly number[])[];
/** A fifth of the starter's films has no ratings; the viewers like a film, those close to it, and a few well known ones. */
const isNew = (film: number): boolean => film % 5 === 2;

before(async () => {
  features = await readFeatures(await builtFrom(starterFolder));
  content = contentOf(features);
  ids = Array.from({ length: features.films }, (_, film) => `tt${String(film).padStart(7, '0')}`);
  const random = seededRandom(7);
  const warm = [...ids.keys()].filter((film) => !isNew(film));
  likes = Array.from({ length: 600 }, () => {
    const [centre = 0, ...rest] = shuffle([...warm], random);
    const others = rest.slice(0, 12).toSorted((a, b) => (content.fame[b] ?? 0) - (content.fame[a] ?? 0));
    const bonds = bondsWith(content, centre);
    const close = warm.toSorted((a, b) => (bonds[b] ?? 0) - (bonds[a] ?? 0)).slice(0, 20);
    return [...shuffle(close, random).slice(0, 10), ...others.slice(0, 3)].map((film) => ids[film] ?? '');
  });
  model = await hybridOf(content, ids, likes);
  baskets = Array.from({ length: 60 }, () => shuffle([...warm], random).slice(0, 3));
});

const best = (scores: Float32Array, top: number, away: readonly number[]): number[] => {
  const left = scores.slice();
  for (const film of away) left[film] = -Infinity;
  return [...topK(left, top)];
};

test('a new film is recommended to those whose liked films are its neighbours by content', (t) => {
  const ranks = [...ids.keys()].filter(isNew).map((film) => {
    const bonds = bondsWith(content, film);
    const close = [...ids.keys()]
      .filter((other) => !isNew(other))
      .toSorted((a, b) => (bonds[b] ?? 0) - (bonds[a] ?? 0));
    const [liked, far] = [close.slice(0, 3), close.slice(-3)];
    const rank = (basket: number[]): number => rankOf(scoresOf(model, { liked: basket, disliked: [] }), film, basket);
    return [rank(liked), rank(far)] as const;
  });
  const inTen = ranks.filter(([near]) => near <= 10).length / ranks.length;
  t.diagnostic(`${ranks.length} new films: ${(100 * inTen).toFixed(0)} % in the first ten of their neighbours' lovers`);
  assert.ok(inTen >= 0.5, `${inTen}`);
  assert.ok(ranks.filter(([near, far]) => near < far).length >= 0.9 * ranks.length);
});

test('a film of which only ratings are known is recommended to those who like what its lovers like', async () => {
  const silent = { ...featuresOf([...handMade, { terms: {}, votes: 3 }]), vocabulary: 'one is silent' };
  const about = contentOf(silent);
  const names = namesOf(silent);
  const lost = names.length - 1;
  assert.equal(about.recommendable(lost), false, 'content alone does not offer it');
  const liked = (films: number[]): string[] => films.map((film) => names[film] ?? '');
  const viewers = Array.from({ length: 40 }, (_, n) => liked(n % 2 === 0 ? [0, 1, 2, lost] : [5, 6, 10, 11]));
  const both = await hybridOf(about, names, viewers);
  const [western, musical] = [
    [0, 1],
    [5, 6],
  ].map((basket) => best(scoresOf(both, { liked: basket, disliked: [] }), 2, basket));
  assert.ok(western?.includes(lost) && !musical?.includes(lost));
  assert.ok(both.recommendable(lost) && both.rated(lost) && !both.rated(3));
  assert.deepEqual(both.shared(0, lost), [{ kind: 'viewers', label: '', part: 1 }]);
  assert.ok(Number.isFinite(both.similarity(0, lost)) && both.similarity(0, lost) > both.similarity(5, lost));
  assert.ok(both.similarity(lost, lost) > both.similarity(lost, 0));
  assert.equal(scoresOf(both, { liked: [14], disliked: [] })[lost], -8, 'offered last to whom likes say nothing');
});

test('a basket without any rated film is answered by content, to the last place', () => {
  const fresh = [...ids.keys()].filter(isNew);
  for (const liked of [[], fresh.slice(0, 1), fresh.slice(3, 7)])
    for (const disliked of [[], [0], fresh.slice(8, 9)]) {
      const basket = { liked, disliked };
      assert.deepEqual(scoresOf(model, basket), scoresOf(content, basket));
      assert.deepEqual(
        recommend(model, tasteOf(basket), { top: 10, dials: { popularity: -0.4 } }).map(({ film }) => film),
        recommend(content, tasteOf(basket), { top: 10, dials: { popularity: -0.4 } }).map(({ film }) => film),
      );
    }
});

test('every recommendation has a reason, and the first is the cause', (t) => {
  for (const liked of [...baskets, ...baskets.map((basket) => basket.slice(0, 1))])
    for (const { film, reasons } of recommend(model, tasteOf({ liked, disliked: [] }), { top: 20 })) {
      assert.ok(reasons.length > 0, `${film} for ${liked.join(', ')}`);
      assert.ok(reasons.every(({ share, traits }) => share > 0 && traits.every(({ part }) => part >= 0)));
    }
  const found = deletionFidelity(model, baskets, { top: 10 });
  t.diagnostic(
    `without the first reason ${percent(found.fell)} fall, without the last ${percent(found.fellWithoutLast)}`,
  );
  assert.equal(found.unexplained, 0);
  assert.ok(found.fell >= 0.8, percent(found.fell));
  assert.ok(found.fell > found.fellWithoutLast);
});

test('“liked by the same viewers” is said of no two films that are not liked together more often than by chance', () => {
  const fans = new Map(
    ids.map((id) => [id, new Set(likes.flatMap((liked, viewer) => (liked.includes(id) ? [viewer] : [])))]),
  );
  let [said, silent] = [0, 0];
  for (const a of ids.keys())
    for (const b of ids.keys()) {
      const [first, second] = [fans.get(ids[a] ?? ''), fans.get(ids[b] ?? '')];
      const told = model.shared(a, b).some(({ kind }) => kind === 'viewers');
      if (isNew(a) || isNew(b) || a === b) assert.equal(told, false, `${a}, ${b}`);
      if (first === undefined || second === undefined || first.size === 0 || second.size === 0 || a === b) continue;
      const lift = (first.intersection(second).size * likes.length) / (first.size * second.size);
      if (told) {
        said++;
        assert.ok(lift > 1.1, `${a}, ${b}: ${lift}`);
      } else if (lift > 2) silent++;
    }
  assert.ok(said > 100 && silent < said / 10, `${said} said, ${silent} kept silent`);
});

test('a likeness is a number for all that content or viewers know, whichever of the two films has ratings', () => {
  for (let a = 0; a < content.films; a += 3)
    for (let b = 0; b < content.films; b++)
      assert.equal(Number.isFinite(model.similarity(a, b)), !Number.isNaN(content.similarity(a, b)), `${a}, ${b}`);
});

test('likeness does not favour the films without ratings over those with', () => {
  let share = 0;
  const asked = [...ids.keys()].filter((film) => !isNew(film)).slice(0, 60);
  for (const a of asked) {
    const near = best(
      Float32Array.from(ids, (_, b) => model.similarity(a, b)),
      10,
      [a],
    );
    share += near.filter(isNew).length / 10 / asked.length;
  }
  assert.ok(share > 0.05 && share < 0.35, `${percent(share)} of the ten nearest, a fifth of all films`);
});

test('the dials: closer films, better known films, step by step; in the middle they change nothing', (t) => {
  const likeness = (liked: readonly number[], film: number): number =>
    content.contributions({ liked, disliked: [] }, film).reduce((sum, part) => sum + part, 0);
  const fame = (_: readonly number[], film: number): number => content.fame[film] ?? 0;
  const mean = (dials: Dials, measure: typeof fame): number => {
    const values = baskets.flatMap((liked) =>
      best(scoresOf(model, { liked, disliked: [] }, dials), 20, liked).map((film) => measure(liked, film)),
    );
    return values.reduce((sum, value) => sum + value, 0) / values.length;
  };
  const closer = [0, 0.25, 0.5, 0.75, 1].map((closeness) => mean({ closeness }, likeness));
  const steps = [-1, -0.5, 0, 0.5, 1];
  const known = steps.map((popularity) => mean({ popularity }, fame));
  const fresh = steps.map((popularity) => mean({ popularity }, (_, film) => Number(isNew(film))));
  for (const [name, list] of Object.entries({ closer, known, fresh }))
    t.diagnostic(`${name}: ${list.map((value) => value.toFixed(2)).join(' ')}`);
  assert.ok(
    fresh.every((share) => share > 0.03 && share < 0.6),
    'new films neither flood the list nor leave it',
  );
  for (const list of [closer, known])
    assert.ok(
      list.every((value, at) => at === 0 || value > (list[at - 1] ?? 0)),
      list.join(' '),
    );
  for (const liking of baskets.slice(0, 5))
    assert.deepEqual(
      scoresOf(model, { liked: liking, disliked: [] }, { popularity: 0, closeness: 0.5 }),
      scoresOf(model, { liked: liking, disliked: [] }),
    );
});

test('the dial of popularity leaves what new films owe to their neighbours as it is', () => {
  const [liked = []] = baskets;
  const fresh = [...ids.keys()].filter(isNew);
  const order = (popularity: number): number[] => {
    const scores = scoresOf(model, { liked, disliked: [] }, { popularity });
    return fresh.toSorted((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0)).slice(0, 20);
  };
  const middle = new Set(order(0));
  for (const popularity of [-1, 1])
    assert.ok(order(popularity).filter((film) => middle.has(film)).length >= 10, `${popularity}`);
});

test('own visitors who count more change what is popular, and what is offered', async () => {
  const [ours, theirs] = [
    ['tt1', 'tt2', 'tt3'],
    ['tt1', 'tt4', 'tt5'],
  ];
  const viewers = [...Array.from({ length: 50 }, () => theirs), ...Array.from({ length: 10 }, () => ours)];
  const next = async (publicWeight: number): Promise<string[]> => {
    const weights = Float32Array.from(viewers, (_, at) => (at < 50 ? publicWeight : 1));
    const { model: fitted } = await learnt(viewers, weights);
    assert.ok(fitted.popularity.every((share) => share > 0 && share < 1));
    const scores = new Float32Array(fitted.films.length);
    fitted.score({ liked: [fitted.indexOf('tt1') ?? -1], disliked: [] }, scores);
    return best(scores, 2, [fitted.indexOf('tt1') ?? -1]).map((film) => fitted.films[film] ?? '');
  };
  assert.deepEqual((await next(1)).toSorted(), ['tt4', 'tt5']);
  assert.deepEqual((await next(0.01)).toSorted(), ['tt2', 'tt3']);
});

test('another order of the catalogue changes no list, ties aside', async () => {
  const { bytes } = await learnt(likes);
  const likesModel = openCollaborative(bytes);
  assert.ok(typeof likesModel !== 'string');
  const again = hybridModel(content, likesModel, bridgeFilms(content, likesModel, ids));
  for (const liked of baskets.slice(0, 10))
    assert.deepEqual(scoresOf(again, { liked, disliked: [] }), scoresOf(model, { liked, disliked: [] }));
});

function tasteOf({ liked, disliked }: Basket) {
  return { liked: liked.map(asFilmIndex), disliked: disliked.map(asFilmIndex), seen: [] };
}
const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;
