import assert from 'node:assert/strict';
import { topK } from '#kernels/top-k.ts';
import type { Basket, Dials, Model } from '#models/model.ts';

/** A model, or a failure with the reason why its bytes were refused. */
export function opened(model: Model | string): Model {
  if (typeof model === 'string') assert.fail(model);
  return model;
}

/** The scores of every film for a basket. */
export function scoresOf(model: Model, basket: Basket, dials: Dials = {}): Float32Array {
  const scores = new Float32Array(model.films).fill(Number.NaN);
  model.score(basket, scores, dials);
  return scores;
}

/** The place of a film among those that are not in `away`, 1 for the first; films of equal score share it. */
export function rankOf(scores: Float32Array, film: number, away: readonly number[]): number {
  const own = scores[film] ?? Number.NaN;
  return scores.reduce((rank, score, other) => rank + Number(score > own && !away.includes(other)), 1);
}

/** Scores in a shuffled order, put back: `order[n]` is the old index of film n. */
export function byOldIndex(scores: Float32Array, order: readonly number[]): Float32Array {
  const back = new Float32Array(scores.length);
  for (const [at, film] of order.entries()) back[film] = scores[at] ?? Number.NaN;
  return back;
}

/** Fails unless both scores rank the films alike; films whose scores are as good as equal may trade places. */
export function assertSameList(expected: Float32Array, actual: Float32Array, top: number, tie: number): void {
  const [first, second] = [topK(expected, top), topK(actual, top)];
  assert.equal(second.length, first.length);
  for (const [rank, film] of first.entries()) {
    const other = second[rank] ?? -1;
    const apart = Math.abs((expected[film] ?? 0) - (expected[other] ?? Infinity));
    assert.ok(film === other || apart <= tie, `rank ${rank + 1}: film ${film}, then ${other}, ${apart} apart`);
  }
}
