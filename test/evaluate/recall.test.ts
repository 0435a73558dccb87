import assert from 'node:assert/strict';
import { test } from 'node:test';
import { recall } from '#evaluate/recall.ts';

test('hits over the lesser of k and the targets', () => {
  assert.equal(recall([4, 1, 9, 2], new Set([1, 2, 3]), 4), 2 / 3);
  assert.equal(recall([4, 1, 9, 2], new Set([1, 2, 3]), 2), 1 / 2);
  assert.equal(recall([1, 2], new Set([1, 2, 3]), 20), 2 / 3, 'a short list finds what it can');
  assert.equal(recall([1], new Set(), 10), 0);
  assert.equal(recall([], new Set([1]), 10), 0);
});
