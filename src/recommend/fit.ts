import type { FilmIndex } from '#brand.ts';
import type { Model } from '#models/model.ts';
import { explain } from '#recommend/recommend.ts';
import type { Reason, Taste } from '#recommend/types.ts';

/** How a film that is given, on a screen nearby for one, suits a taste. */
export interface Fit {
  readonly film: FilmIndex;
  /** The share of the films that may be recommended which suit the taste less, 0 to 1. */
  readonly share: number;
  /** Whether it may be said to be to one's taste. */
  readonly fits: boolean;
  readonly reasons: readonly Reason[];
}

/** Above this share a film is said to be to one's taste. */
export const leastShare = 0.95;

/** How given films suit a taste, in the order given; none of them fits where nothing was liked, nor when it was liked, disliked or seen. */
export function fitOf(model: Model, taste: Taste, films: readonly FilmIndex[]): Fit[] {
  if (taste.liked.length === 0) return films.map((film) => ({ film, share: 0, fits: false, reasons: [] }));
  const scores = new Float32Array(model.films);
  model.score(taste, scores);
  const known = scores.filter((score) => score !== -Infinity).sort();
  const said = new Set<number>([...taste.liked, ...taste.disliked, ...taste.seen]);
  return films.map((film) => {
    const share = known.length === 0 ? 0 : below(known, scores[film] ?? -Infinity) / known.length;
    const fits = share >= leastShare && !said.has(film);
    return { film, share, fits, reasons: fits ? explain(model, taste, film, { most: 3, traits: true }) : [] };
  });
}

/** How many of rising numbers are less than one. */
function below(rising: Float32Array, value: number): number {
  let [from, until] = [0, rising.length];
  while (from < until) {
    const middle = (from + until) >>> 1;
    if ((rising[middle] ?? Infinity) < value) from = middle + 1;
    else until = middle;
  }
  return from;
}
