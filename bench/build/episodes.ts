import { stream, type World } from './world.ts';

/** One episode: the position of its series, and its number there; `dated` series (daily shows) have no numbers. */
export type Episode = { parent: number; season: number; number: number; style: 'numbered' | 'dated' | 'titled' };

const meanRun = 10;
const seasonLength = 24;

/**
 * Hands out the episodes in file order; the same object each time. They come in runs of about ten of one series, as they are
 * registered in reality, and a few series have thousands. No series has two episodes of the same number.
 */
export function walkEpisodes(world: World): () => Episode {
  const random = stream(world.seed, 'episodes');
  const aired = new Int32Array(world.series.length);
  const current: Episode = { parent: 0, season: 0, number: 0, style: 'numbered' };
  let chosen = 0;
  let left = 0;
  return () => {
    if (left-- <= 0) {
      chosen = Math.floor(world.series.length * random() ** 2);
      left = Math.floor(-Math.log(1 - random()) * meanRun);
      current.parent = world.series[chosen] ?? 0;
      const kind = hash01(current.parent, 0);
      current.style = kind < 0.5 ? 'numbered' : kind < 0.6 ? 'dated' : 'titled';
    }
    const number = aired[chosen] ?? 0;
    aired[chosen] = number + 1;
    current.season = 1 + Math.floor(number / seasonLength);
    current.number = 1 + (number % seasonLength);
    return current;
  };
}

/** A fixed number in [0, 1) for a pair of whole numbers (murmur3's finalizer): what a series keeps from episode to episode. */
export function hash01(a: number, b: number): number {
  let h = Math.imul(a, 0x9e3779b1) ^ Math.imul(b + 1, 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return ((h ^ (h >>> 16)) >>> 0) / 4294967296;
}
