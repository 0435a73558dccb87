import { addLatentDots, addRowDots, centroid } from '#kernels/centroid.ts';
import type { Csr } from '#kernels/csr.ts';

/** Our editorial renown, 1 to 5, on the scale of ln(votes): 5 is about half a million. Without any, the least known. */
export function renownAsFame(renown: number): number {
  return Number.isNaN(renown) ? 0 : 6 + 1.4 * renown;
}

/** IMDb's weighted rating, v/(v+m)·R + m/(v+m)·C with m = 1000 and C = 6.5; C when there is no vote. */
export function weightedRating(rating: number, votes: number): number {
  return Number.isNaN(rating) || Number.isNaN(votes) ? 6.5 : (votes * rating + 1000 * 6.5) / (votes + 1000);
}

/** ln of each film's place among those of its year, by fame; films of equal fame share the place. */
export function standings(year: Float32Array, fame: Float32Array): Float32Array {
  const byYear = new Map<number, number[]>();
  for (const [film, when] of year.entries()) {
    const list = byYear.get(when);
    if (list === undefined) byYear.set(when, [film]);
    else list.push(film);
  }
  const standing = new Float32Array(year.length);
  for (const list of byYear.values()) {
    list.sort((a, b) => (fame[b] ?? 0) - (fame[a] ?? 0));
    let place = 0;
    for (const [at, film] of list.entries()) {
      if (at === 0 || fame[film] !== fame[list[at - 1] ?? film]) place = at + 1;
      standing[film] = Math.log(place);
    }
  }
  return standing;
}

/** Each film's mean similarity with the films that may be recommended, those weighed by the square root of their votes. */
export function commonness(
  terms: Csr,
  { latent, depth, weight }: { latent: Int8Array; depth: number; weight: number },
  { known, fame }: { known: Uint8Array; fame: Float32Array },
): Float32Array {
  const weights = Float64Array.from(fame, (value, film) => (known[film] === 1 ? Math.sqrt(Math.expm1(value)) : 0));
  const sum = weights.reduce((total, one) => total + one, 0) || 1;
  const shares = weights.map((one) => one / sum);
  const common = new Float64Array(terms.rows);
  addRowDots(terms, centroid(terms, shares), common);
  if (latent.length > 0) addLatentDots(latent, depth, shares, weight / (127 * 127), common);
  return Float32Array.from(common);
}
