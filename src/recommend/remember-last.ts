import type { Model } from '#models/model.ts';

/** The model, with the scores of its last basket kept: the list and the shelves of a page ask for the same ones, which is most of their cost. */
export function rememberLast(model: Model): Model {
  const kept = new Float32Array(model.films);
  let last = '';
  return {
    ...model,
    score(basket, into, dials, among) {
      if (among !== undefined) return model.score(basket, into, dials, among);
      const asked = JSON.stringify([basket.liked, basket.disliked, dials]);
      if (asked !== last) {
        last = '';
        model.score(basket, kept, dials);
        last = asked;
      }
      into.set(kept);
    },
  };
}
