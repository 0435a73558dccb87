import { topK } from '#kernels/top-k.ts';

/**
 * How far down a member's own ranking a film still brings that member something. On validation viewers (P5, k = 5, random groups of 4, four
 * scorers) 30 to 200 find as many held-out likes as each other; what the worst-off gets differs little, and in both directions, from plain scores.
 */
export const relevantDepth = 50;

/**
 * What a film brings a member, 0 to 1: 1 their best film, 0 their film number `depth` + 1 and all after it, straight in the score between.
 * It reads sums, logs and probabilities alike, and makes members comparable whatever the size of their baskets.
 * Values are multiples of 2^-20, so that their sums are exact and the order of the members changes nothing.
 * @param scores one a film, in any unit; -Infinity for a film that may not be chosen
 */
export function relevances(scores: Float32Array, depth: number = relevantDepth): Float32Array {
  const order = topK(scores, depth + 1);
  const high = scores[order[0] ?? -1] ?? 0;
  const last = scores[order.at(-1) ?? -1] ?? 0;
  // With fewer films than the depth, the last one still stands a step above nothing.
  const low = order.length > depth ? last : last - (high - last) / Math.max(1, order.length);
  if (high === low) return scores.map((score) => Number(score === high));
  return scores.map((score) => (score > low ? onGrid((score - low) / (high - low)) : 0));
}

/**
 * Where a film stands in a member's own ranking: 1 minus the share of the other films that they would rather see. Unlike a relevance it says
 * something of every film, so it is what a veto is held against; -Infinity for a film that may not be chosen.
 */
export function standings(scores: Float32Array): Float32Array {
  const into = new Float32Array(scores.length).fill(-Infinity);
  const order = scores.filter((score) => score > -Infinity).sort();
  const others = Math.max(1, order.length - 1);
  for (let film = 0; film < scores.length; film++) {
    const score = scores[film] ?? -Infinity;
    if (score > -Infinity) into[film] = onGrid(1 - above(order, score) / others);
  }
  return into;
}

/** How many values of an ascending array are above a value. */
function above(order: Float32Array, value: number): number {
  let [low, high] = [0, order.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((order[middle] ?? 0) > value) high = middle;
    else low = middle + 1;
  }
  return order.length - low;
}

/** The nearest multiple of 2^-20: sums of such numbers are exact, whatever their order. */
export const onGrid = (value: number): number => Math.round(value * 1_048_576) / 1_048_576;
