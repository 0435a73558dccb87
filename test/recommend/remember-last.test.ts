import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openContentModel } from '#models/content.ts';
import type { Basket, Dials } from '#models/model.ts';
import { trainContent } from '#models/train-content.ts';
import { rememberLast } from '#recommend/remember-last.ts';
import { opened, scoresOf } from '../models/lists.ts';
import { featuresOf, handMade } from '../models/worlds.ts';

test('the scores are the model’s own, asked for once for the same basket and dials', () => {
  const model = opened(openContentModel(trainContent(featuresOf(handMade))));
  let asked = 0;
  const remembering = rememberLast({ ...model, score: (...given) => (asked++, model.score(...given)) });
  const questions: [Basket, Dials | undefined, number][] = [
    [{ liked: [1], disliked: [] }, undefined, 1],
    [{ liked: [1], disliked: [] }, undefined, 1],
    [{ liked: [1], disliked: [] }, { popularity: -1 }, 2],
    [{ liked: [], disliked: [1] }, { popularity: -1 }, 3],
    [{ liked: [2, 1], disliked: [] }, undefined, 4],
    [{ liked: [1, 2], disliked: [] }, undefined, 5],
    [{ liked: [1], disliked: [] }, undefined, 6],
  ];
  for (const [basket, dials, times] of questions) {
    const first = scoresOf(remembering, basket, dials);
    assert.deepEqual(first, scoresOf(model, basket, dials));
    assert.equal(asked, times);
    first.fill(0);
  }
});
