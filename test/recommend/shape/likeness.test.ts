import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openContentModel } from '#models/content.ts';
import { trainContent } from '#models/train-content.ts';
import { contentLikeness } from '#recommend/shape/likeness.ts';
import { opened } from '../../models/lists.ts';
import { featuresOf, handMade } from '../../models/worlds.ts';

const model = opened(openContentModel(trainContent(featuresOf([...handMade]))));
const likeness = contentLikeness(model);

test('1 with itself, the same both ways, between 0 and 1', () => {
  for (let a = 0; a < model.films; a++) {
    const own = likeness(a, a);
    assert.ok(own === 0 || Math.abs(own - 1) < 1e-6, `film ${a}: ${own}`);
    for (let b = 0; b < model.films; b++) {
      const value = likeness(a, b);
      assert.ok(value >= 0 && value <= 1);
      assert.ok(Math.abs(value - likeness(b, a)) < 1e-6);
    }
  }
});

test('a film with nothing, or out of range, is like none', () => {
  assert.equal(likeness(0, 9999), 0);
  assert.equal(likeness(-1, 0), 0);
});
