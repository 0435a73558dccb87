import { seededRandom, shuffle } from '#kernels/random.ts';

/** Likes by viewer: dense film indices, no repeats. */
export type Likes = ReadonlyMap<number, readonly number[]>;

export type Part = 'train' | 'validation' | 'test';

/**
 * Which part a viewer is in, by Knuth's multiplicative hash of the viewer's number, so that every tool agrees: 10 % test, 10 % validation.
 * @param share a smaller share of each, taken from the same viewers; the others go to training
 */
export function partOf(viewer: number, share = 0.1): Part {
  const place = (Math.imul(viewer, 2654435761) >>> 0) / 4294967296;
  return place < share ? 'test' : place >= 0.1 && place < 0.1 + share ? 'validation' : 'train';
}

/** One question of the protocol: a basket drawn from the viewer's likes, the rest are the targets. */
export interface Shot {
  readonly viewer: number;
  readonly basket: readonly number[];
  readonly targets: ReadonlySet<number>;
}

/** A shot a viewer of the part that has more than k likes; films drawn at random, seeded by viewer and k. */
export function drawShots(likes: Likes, part: Part, k: number, seed: number): Shot[] {
  const shots: Shot[] = [];
  for (const [viewer, films] of [...likes].toSorted(([a], [b]) => a - b)) {
    if (partOf(viewer) !== part || films.length <= k) continue;
    const drawn = shuffle(
      [...films].toSorted((a, b) => a - b),
      seededRandom(seed * 1_000_003 + viewer * 31 + k),
    );
    shots.push({ viewer, basket: drawn.slice(0, k), targets: new Set(drawn.slice(k)) });
  }
  return shots;
}
