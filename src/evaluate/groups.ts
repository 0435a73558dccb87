import { seededRandom, shuffle } from '#kernels/random.ts';
import { drawShots, partOf, type Likes, type Part, type Shot } from '#evaluate/viewers.ts';

export const groupKinds = ['random', 'similar', 'divergent'] as const;
export type GroupKind = (typeof groupKinds)[number];

/**
 * One shot a viewer of the part: `basket` films drawn from the likes, the rest are the targets; below 1, that share of the likes.
 * Viewers left with fewer than `leastTargets` targets are left out.
 */
export function drawProfiles(
  likes: Likes,
  part: Part,
  basket: number,
  { seed, leastTargets = 3 }: { seed: number; leastTargets?: number },
): Shot[] {
  if (basket >= 1) return drawShots(likes, part, basket, seed).filter(({ targets }) => targets.size >= leastTargets);
  return [...likes]
    .toSorted(([a], [b]) => a - b)
    .flatMap(([viewer, films]) => {
      const size = Math.floor(films.length * basket);
      if (partOf(viewer) !== part || films.length - size < leastTargets || size < 1) return [];
      const drawn = shuffle(
        [...films].toSorted((a, b) => a - b),
        seededRandom(seed * 1_000_003 + viewer * 31),
      );
      return [{ viewer, basket: drawn.slice(0, size), targets: new Set(drawn.slice(size)) }];
    });
}

/**
 * How alike each pair of viewers is: the Pearson correlation of their likes over all films (the phi coefficient), 0 when one likes nothing.
 * @returns viewers x viewers, by rows
 */
export function likeness(likes: readonly ReadonlySet<number>[], films: number): Float32Array {
  const n = likes.length;
  const into = new Float32Array(n * n).fill(1);
  for (const [a, one] of likes.entries()) {
    for (let b = a + 1; b < n; b++) {
      const other = likes[b] ?? one;
      let both = 0;
      for (const film of one) if (other.has(film)) both++;
      const spread = Math.sqrt(one.size * (films - one.size) * other.size * (films - other.size));
      const phi = spread > 0 ? (both * films - one.size * other.size) / spread : 0;
      into[a * n + b] = phi;
      into[b * n + a] = phi;
    }
  }
  return into;
}

/**
 * Draws groups of `size` different viewers, as places 0 to viewers - 1. Similar: every pair among the tenth most alike; divergent: every pair among the
 * tenth least alike (or the nearest to that which there is). After Kaya, Bridge and Tintarev, RecSys 2020, with quantiles in place of .3 and .1.
 */
export function drawGroups(
  alike: Float32Array,
  kind: GroupKind,
  { size, groups, seed }: { size: number; groups: number; seed: number },
): number[][] {
  const viewers = Math.round(Math.sqrt(alike.length));
  const random = seededRandom(seed * 7919 + size * 31 + groupKinds.indexOf(kind));
  const sign = kind === 'divergent' ? -1 : 1;
  const sorted = alike.filter((_, cell) => cell % viewers > Math.floor(cell / viewers)).toSorted();
  const bound = sign * (sorted[Math.floor(sorted.length * (kind === 'divergent' ? 0.1 : 0.9))] ?? 0);
  return Array.from({ length: groups }, () => {
    const order = shuffle(
      Array.from({ length: viewers }, (_, viewer) => viewer),
      random,
    );
    if (kind === 'random') return order.slice(0, size);
    const group = order.slice(0, 1);
    while (group.length < size) {
      const closeness = (viewer: number): number =>
        Math.min(...group.map((member) => sign * (alike[member * viewers + viewer] ?? 0)));
      const left = order.filter((viewer) => !group.includes(viewer));
      const next =
        left.find((viewer) => closeness(viewer) >= bound) ??
        left.reduce((best, viewer) => (closeness(viewer) > closeness(best) ? viewer : best), left[0] ?? 0);
      group.push(next);
    }
    return group;
  });
}
