import { topK } from '#kernels/top-k.ts';
import { givePlaces } from '#recommend/rare-places.ts';
import type { Basket, Dials } from '#models/model.ts';

/** Whatever scores films for a basket and can say what each liked film brought. */
export interface Ranker {
  readonly films: readonly string[];
  score(basket: Basket, into: Float32Array, dials?: Dials): void;
  contributions(basket: Basket, film: number): Float32Array;
}

export interface Ranked {
  readonly film: number;
  readonly score: number;
  readonly reasons: readonly { readonly film: number; readonly share: number }[];
}

/**
 * The best films for a basket by one model alone, on its own indices: none of the basket, ties to the lower index. Below 0 the dial of popularity
 * gives places of every ten to the ranking of the lesser known.
 */
export function rankBasket(
  model: Ranker,
  taste: Basket & { readonly seen: readonly number[] },
  { top, dials = {}, reasons = 3 }: { top: number; dials?: Dials; reasons?: number },
): Ranked[] {
  const share = Math.max(0, -(dials.popularity ?? 0));
  const main = ranked(model, taste, top, { ...dials, popularity: Math.max(0, dials.popularity ?? 0) });
  const list =
    share === 0 ? main : givePlaces(main, ranked(model, taste, top, { ...dials, popularity: -1 }), { share, top });
  return list.map(({ film, score }) => ({
    film,
    score,
    reasons: sharesOf(taste.liked, model.contributions(taste, film)).slice(0, reasons),
  }));
}

function ranked(
  model: Ranker,
  taste: Basket & { readonly seen: readonly number[] },
  top: number,
  dials: Dials,
): { film: number; score: number }[] {
  const scores = new Float32Array(model.films.length);
  model.score(taste, scores, dials);
  for (const film of [...taste.liked, ...taste.disliked, ...taste.seen]) if (film in scores) scores[film] = -Infinity;
  return Array.from(topK(scores, top), (film) => ({ film, score: scores[film] ?? -Infinity }));
}

/** The liked films that brought something, by share of all that they brought together, largest first. */
export function sharesOf(
  liked: readonly number[],
  brought: Float32Array,
): { readonly film: number; readonly share: number }[] {
  const total = brought.reduce((sum, part) => sum + part, 0);
  if (!(total > 0)) return [];
  return liked
    .map((film, place) => ({ film, share: (brought[place] ?? 0) / total }))
    .filter(({ share }) => share > 0)
    .toSorted((a, b) => b.share - a.share || a.film - b.film);
}
