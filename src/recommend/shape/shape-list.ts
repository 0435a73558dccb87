import { calibrationWeight, inProportion, trustedWeight } from '#recommend/shape/calibration.ts';
import { pickGreedily } from '#recommend/shape/greedy.ts';
import { apart, mmrLambda, poolSize } from '#recommend/shape/mmr.ts';
import { atMostOfASaga, mostOfASaga, type Sagas } from '#recommend/shape/saga.ts';
import type { Likeness, Scored } from '#recommend/shape/types.ts';

export interface ShapeOptions {
  readonly top: number;
  /** The liked films. */
  readonly basket: readonly number[];
  readonly likeness: Likeness;
  /** By dense index. */
  readonly genres: readonly (readonly string[])[];
  readonly sagas: Sagas;
  readonly lambda?: number;
  /** Weight of calibration for a basket without end, 0 to 1. */
  readonly calibration?: number;
  readonly perSaga?: number;
  readonly pool?: number;
}

/**
 * From a scored list to one that people like: diversity, calibration and the rule of sagas in one pass, so that none undoes another.
 * Each next film has the highest (1 - l) (lambda x relevance - (1 - lambda) x likeness to the most alike film taken) - l x divergence of genres:
 * with l = 0 this is `mmr`, with lambda = 1 it is `calibrate`.
 * @param list best first, at least a pool (100) long for the shaping to have a choice
 * @returns at most `top` elements of the list, in the order taken
 */
export function shapeList<T extends Scored>(list: readonly T[], options: ShapeOptions): T[] {
  const { top, basket, likeness, genres, sagas, lambda = mmrLambda, perSaga = mostOfASaga, pool = poolSize } = options;
  const l = trustedWeight(options.calibration ?? calibrationWeight, basket.length);
  const aims = [
    ...(lambda < 1 ? [apart(likeness, (1 - l) * (1 - lambda))] : []),
    ...(l > 0 ? [inProportion(basket, genres, l)] : []),
  ];
  return pickGreedily(list, { top, pool, relevance: (1 - l) * lambda, aims, rules: [atMostOfASaga(sagas, perSaga)] });
}
