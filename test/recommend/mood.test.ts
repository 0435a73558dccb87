import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { asFilmIndex } from '#brand.ts';
import type { MoodPoint } from '#features/mood/mood-point.ts';
import { openContentModel } from '#models/content.ts';
import { trainContent } from '#models/train-content.ts';
import { leanTowards, moodAdjustment, moodPoint, moodWords, readMood } from '#recommend/mood.ts';
import { recommend } from '#recommend/recommend.ts';
import type { Recommended, Taste } from '#recommend/types.ts';
import { opened } from '../models/lists.ts';
import { featuresOf, handMade } from '../models/worlds.ts';

const model = opened(openContentModel(trainContent(featuresOf(handMade))));
const axis = fc.float({ min: -1, max: 1, noNaN: true });
const point = fc.record({ valence: axis, energy: axis });
const moodsOfFilms = fc
  .array(axis, { minLength: 2 * handMade.length, maxLength: 2 * handMade.length })
  .map((values) => Float32Array.from(values));
const basket = fc.uniqueArray(fc.nat(handMade.length - 1).map(asFilmIndex), { minLength: 1, maxLength: 4 });
const taste: fc.Arbitrary<Taste> = basket.map((liked) => ({ liked, disliked: [], seen: [] }));

const meanDistance = (list: readonly Recommended[], moods: Float32Array, { valence, energy }: MoodPoint): number =>
  list.reduce(
    (sum, { film }) => sum + Math.hypot((moods[2 * film] ?? 0) - valence, (moods[2 * film + 1] ?? 0) - energy),
    0,
  ) / list.length;
const films = (list: readonly Recommended[]): number[] => list.map(({ film }) => film);

test('weight 0 changes nothing', () => {
  fc.assert(
    fc.property(taste, moodsOfFilms, point, (given, moods, at) => {
      assert.deepEqual(
        recommend(model, given, { top: 6, mood: { moods, at, weight: 0 } }),
        recommend(model, given, { top: 6 }),
      );
    }),
  );
});

test('a mood brings the list nearer, and more weight nearer still', () => {
  fc.assert(
    fc.property(taste, moodsOfFilms, point, fc.integer({ min: 1, max: 12 }), (given, moods, at, top) => {
      const distances = [0, 0.3, 1, 3, 100].map((weight) =>
        meanDistance(recommend(model, given, { top, mood: { moods, at, weight } }), moods, at),
      );
      for (const [place, distance] of distances.entries())
        assert.ok(distance <= (distances[place - 1] ?? Infinity) + 1e-4, distances.join(' '));
    }),
  );
});

test('it moves the list itself: on films spread over the plane, nearer by a third', () => {
  const moods = Float32Array.from(handMade.flatMap((_, film) => [Math.cos(film), Math.sin(film)]));
  const given = { liked: [asFilmIndex(0)], disliked: [], seen: [] };
  for (const at of [
    { valence: 0.8, energy: 0.6 },
    { valence: -0.8, energy: 0.6 },
    { valence: -0.8, energy: -0.6 },
    { valence: 0.8, energy: -0.6 },
  ]) {
    const free = meanDistance(recommend(model, given, { top: 4 }), moods, at);
    const held = meanDistance(recommend(model, given, { top: 4, mood: { moods, at, weight: 100 } }), moods, at);
    assert.ok(held < (2 * free) / 3, `${held} of ${free}`);
  }
});

test('never a filter: the whole list, asked in full, holds the same films', () => {
  fc.assert(
    fc.property(taste, moodsOfFilms, point, fc.constantFrom(0.5, 1, 50, 1e6), (given, moods, at, weight) => {
      const free = recommend(model, given, { top: 99 });
      const held = recommend(model, given, { top: 99, mood: { moods, at, weight } });
      assert.deepEqual(films(held).toSorted(), films(free).toSorted());
      for (const top of [1, 3])
        assert.equal(recommend(model, given, { top, mood: { moods, at, weight } }).length, Math.min(top, free.length));
    }),
  );
});

test('the wish means the same whatever the scale of the scores; flat scores leave the mood alone to decide', () => {
  const at = { valence: 0.5, energy: -0.5 };
  const moods = Float32Array.of(0.5, -0.5, -1, 1, 0.4, -0.5, 0, 0);
  const order = (scores: Float32Array): number[] => {
    leanTowards(scores, { moods, at, weight: 1 });
    return [...scores.keys()].toSorted((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0));
  };
  const scores = [0.2, 1, 0.5, 0.9];
  assert.deepEqual(order(Float32Array.from(scores)), order(Float32Array.from(scores, (score) => 1000 * score - 7)));
  assert.deepEqual(order(new Float32Array(4)), [0, 2, 3, 1]);
  const gone = Float32Array.of(1, -Infinity, 0, 0);
  leanTowards(gone, { moods, at, weight: 1 });
  assert.equal(gone[1], -Infinity);
});

test('the adjustment is minus the weight times the distance', () => {
  assert.deepEqual([...moodAdjustment(Float32Array.of(0.6, 0.8, 0, 0), { valence: 0, energy: 0 }, 2)], [-2, -0]);
});

test('a mood is told by a word of either language, or by two numbers', () => {
  assert.equal(moodWords.length, new Set(moodWords).size);
  for (const word of moodWords) {
    const { valence, energy } = moodPoint(word) ?? assert.fail(word);
    assert.ok(Math.abs(valence) <= 1 && Math.abs(energy) <= 1);
  }
  for (const word of [
    'doux',
    'joyeux',
    'drôle',
    'haletant',
    'mélancolique',
    'effrayant',
    'tendre',
    'épique',
    'reposant',
    'grave',
    'romantique',
    'dépaysant',
  ])
    assert.ok(moodWords.includes(word), word);
  assert.deepEqual(moodPoint('MÉLANCOLIQUE '), moodPoint('melancholic'));
  assert.deepEqual(readMood('0.5,-0.2'), { valence: 0.5, energy: -0.2 });
  assert.deepEqual(readMood(' -1 , .25 '), { valence: -1, energy: 0.25 });
  for (const text of ['', 'bof', '0.5', '1.1,0', '0,-2', 'NaN,0', '1,2,3', 'constructor', '__proto__', '0x1,0'])
    assert.equal(readMood(text), null, text);
});
