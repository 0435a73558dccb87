import type { BasketProfile, ContentParameters } from '#models/content-parameters.ts';

/** What the prior knows of the films, an array each by dense index. */
export interface FilmNumbers {
  /** ln(1 + votes), or our renown on the same scale. */
  readonly fame: Float32Array;
  /** Weighted rating. */
  readonly esteem: Float32Array;
  /** Year, NaN when unknown. */
  readonly year: Float32Array;
  /** ln of the place among the films of the year, by fame. */
  readonly standing: Float32Array;
  /** ln(floor + mean similarity with the films that people know). */
  readonly common: Float32Array;
}

/** Neither taste nor prior. */
export const flatProfile: BasketProfile = {
  size: 1,
  taste: 0,
  tasteByEsteem: 0,
  prior: [0, 0, 0, 0],
  common: 0,
  standing: 0,
  year: 0,
  sameYear: 0,
};

/** Taste and prior for a basket of n films: between two sizes, straight in ln(n); beyond the last, the last. */
export function profileFor(profiles: readonly BasketProfile[], n: number): BasketProfile {
  const upper = profiles.find(({ size }) => size >= n) ?? profiles.at(-1);
  const lower = profiles.findLast(({ size }) => size <= n) ?? profiles[0];
  if (upper === undefined || lower === undefined) return flatProfile;
  const t =
    upper.size === lower.size
      ? 0
      : (Math.log(n) - Math.log(lower.size)) / (Math.log(upper.size) - Math.log(lower.size));
  const between = (of: (profile: BasketProfile) => number): number => of(lower) + t * (of(upper) - of(lower));
  return {
    size: n,
    taste: between(({ taste }) => taste),
    tasteByEsteem: between(({ tasteByEsteem }) => tasteByEsteem),
    prior: [
      between(({ prior }) => prior[0]),
      between(({ prior }) => prior[1]),
      between(({ prior }) => prior[2]),
      between(({ prior }) => prior[3]),
    ],
    common: between(({ common }) => common),
    standing: between(({ standing }) => standing),
    year: between(({ year }) => year),
    sameYear: between(({ sameYear }) => sameYear),
  };
}

/** The exponent of the similarity: a basket of films that everybody esteems says less of its viewer. From a quarter to two and a half times. */
export function tasteOf(profile: BasketProfile, { esteem }: FilmNumbers, liked: readonly number[]): number {
  const { taste, tasteByEsteem } = profile;
  if (liked.length === 0) return taste;
  const mean = liked.reduce((sum, film) => sum + (esteem[film] ?? 6.5), 0) / liked.length;
  return Math.min(2.5 * taste, Math.max(taste / 4, taste + tasteByEsteem * (mean - 7.3)));
}

/** How much each liked film weighs, n together: the less a film is known, the more it tells of the viewer. */
export function basketWeights({ fame }: FilmNumbers, liked: readonly number[], obscurity: number): Float64Array {
  const weights = Float64Array.from(liked, (film) => Math.exp(-obscurity * ((fame[film] ?? 0) - 9)));
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return weights.map((weight) => (weight * liked.length) / sum);
}

/**
 * How much less a basket wants of fame, a unit of ln(votes) above 9: weight x the posterior mean of what its films' fame lacks to `below`, drawn
 * towards nothing by one film. Never below 0: who likes the famous gets no more of them than anyone. The viewer-centred view of
 * popularity: Abdollahpouri et al., UMAP 2021.
 */
export function modestyOf(
  { fame }: FilmNumbers,
  liked: readonly number[],
  { below, weight }: ContentParameters['littleKnown'],
): number {
  const lack = liked.reduce((sum, film) => sum + below - (fame[film] ?? 0), 0);
  return weight * Math.max(0, lack / (liked.length + 1));
}

/** The prior of one film for a basket, as a function of the film; `modesty` as of `modestyOf`. */
export function priorFor(
  { prior: [f, f2, e, fe], common, standing, year, sameYear }: BasketProfile,
  films: FilmNumbers,
  liked: readonly number[],
  modesty = 0,
): (film: number) => number {
  const years = liked.map((film) => fifteens(films.year[film] ?? Number.NaN)).filter((value) => !Number.isNaN(value));
  const meanYear = years.length === 0 ? 0 : years.reduce((sum, value) => sum + value, 0) / years.length;
  return (film) => {
    const fame = (films.fame[film] ?? 0) - 9;
    const esteem = (films.esteem[film] ?? 6.5) - 6.5;
    const when = fifteens(films.year[film] ?? Number.NaN) || 0;
    return (
      f * fame -
      modesty * Math.max(0, fame) +
      (f2 * fame * fame) / 4 +
      e * esteem +
      fe * fame * esteem +
      common * (films.common[film] ?? 0) +
      standing * (films.standing[film] ?? 0) +
      (year * when * when) / 2 +
      sameYear * when * meanYear
    );
  };
}

/** Years since 1990, in units of fifteen. */
const fifteens = (year: number): number => (year - 1990) / 15;
