import { createPool } from '#kernels/pool.ts';
import { gramOf, itemWeights, mix } from './mixture.ts';
import { feedbackWorld } from './world.ts';

export interface Night {
  readonly films: number;
  readonly own: number;
  readonly gram: number;
  readonly mix: number;
  readonly weights: number;
}

/** Seconds of what one night computes, the public Gram matrix being at hand: the own one, the mixture, and the weights of one basket size. */
export async function nightSeconds({ films, own, seed }: { films: number; own: number; seed: number }): Promise<Night> {
  await using pool = createPool();
  const world = feedbackWorld({ films, publicViewers: 1000, ownVisitors: own, testPeople: 0, difference: 1 }, seed);
  const publicGram = await gramOf(pool, world.publicLikes);
  const marks = [performance.now()];
  const ownGram = await gramOf(pool, world.ownLikes);
  marks.push(performance.now());
  const mixture = mix(publicGram, ownGram, 0.1);
  marks.push(performance.now());
  await itemWeights(pool, mixture, films);
  marks.push(performance.now());
  const spent = (step: number): number => ((marks[step + 1] ?? 0) - (marks[step] ?? 0)) / 1000;
  return { films, own, gram: spent(0), mix: spent(1), weights: spent(2) };
}

export const nightText = ({ films, own, gram, mix: mixing, weights }: Night): string =>
  `One night, ${films} films, ${own} own visitors: own Gram matrix ${gram.toFixed(2)} s, mixture ${mixing.toFixed(2)} s, weights of one basket size ${weights.toFixed(2)} s.`;
