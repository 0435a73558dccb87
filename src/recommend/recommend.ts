import { asFilmIndex, type FilmIndex } from '#brand.ts';
import { topK } from '#kernels/top-k.ts';
import type { Dials, Model } from '#models/model.ts';
import { leanTowards, type MoodWish } from '#recommend/mood.ts';
import { leanInTime, type RecencyWish } from '#recommend/recency.ts';
import { poolSize } from '#recommend/shape/mmr.ts';
import { shapeList, type ShapeOptions } from '#recommend/shape/shape-list.ts';
import { givePlaces } from '#recommend/rare-places.ts';
import type { Reason, Recommended, Taste } from '#recommend/types.ts';

/** What makes a list varied and in proportion to the taste: see `shapeList`. */
export type Shape = Pick<ShapeOptions, 'likeness' | 'genres' | 'sagas' | 'lambda' | 'calibration'>;

export interface RecommendOptions {
  readonly top: number;
  readonly dials?: Dials;
  /** Films outside are left out of the list: a condition of the visitor's, such as an era. */
  readonly allow?: (film: number) => boolean;
  /** A mood to lean towards: it changes the order, never what may be in the list. */
  readonly mood?: MoodWish;
  /** Older or newer films to lean towards, in the same way. */
  readonly recency?: RecencyWish;
  /** Makes the list varied; without it, it is the plain ranking. */
  readonly shape?: Shape;
  /** The most liked films that a reason names. */
  readonly reasons?: number;
  /** Whether a reason says what the two films share: false when only the shares are wanted. */
  readonly traits?: boolean;
}

const traitsShown = 8;
/** How many of the best films a list is made from, at least. */
const shapedFrom = 150;
/** A longer list goes on in the plain ranking: nobody looks that far for variety, and each film is weighed against all those before it. */
const mostShaped = 100;

/**
 * Chooses films for a taste: never one that was liked, disliked or seen. Best first (with `shape`, in the order in which the list is best made); ties go to the lower index.
 * Below 0 the dial of popularity gives places of every ten to the ranking of the lesser known (givePlaces).
 * @returns at most `top` films with the liked films that made each of them, from the very terms of its score
 */
export function recommend(model: Model, taste: Taste, options: RecommendOptions): Recommended[] {
  const { top, shape, reasons = 3, traits = true } = options;
  const rare = Math.max(0, -(options.dials?.popularity ?? 0));
  const plain = { ...options, dials: { ...options.dials, popularity: Math.max(0, options.dials?.popularity ?? 0) } };
  const ranked = rank(model, taste, { ...plain, top: shape === undefined ? top : Math.max(shapedFrom, 2 * top) });
  const main = shape === undefined ? ranked : shaped(ranked, taste, top, shape);
  const list =
    rare === 0
      ? main
      : givePlaces(main, rank(model, taste, { ...plain, dials: { ...plain.dials, popularity: -1 }, top }), {
          share: rare,
          top,
        });
  return list.map((item) => withReasons(model, taste, item, { most: reasons, traits }));
}

/** A film of a ranking, not yet explained. */
export interface Ranked {
  readonly film: FilmIndex;
  readonly score: number;
}

/** The plain ranking: the `top` best films for a taste, never one that was liked, disliked or seen, without their reasons. */
export function rank(
  model: Model,
  taste: Taste,
  { top, dials, allow, mood, recency }: Pick<RecommendOptions, 'top' | 'dials' | 'allow' | 'mood' | 'recency'>,
): Ranked[] {
  const scores = new Float32Array(model.films);
  model.score(taste, scores, dials);
  for (const film of [...taste.liked, ...taste.disliked, ...taste.seen])
    if (film >= 0 && film < scores.length) scores[film] = -Infinity;
  if (allow !== undefined)
    for (let film = 0; film < scores.length; film++)
      if (scores[film] !== -Infinity && !allow(film)) scores[film] = -Infinity;
  if (mood !== undefined) leanTowards(scores, mood);
  if (recency !== undefined) leanInTime(scores, recency);
  return Array.from(topK(scores, top), (film) => ({ film: asFilmIndex(film), score: scores[film] ?? -Infinity }));
}

/** A ranked film with the reasons why it is recommended. */
export function withReasons(
  model: Model,
  taste: Taste,
  { film, score }: Ranked,
  { most, traits }: { most: number; traits: boolean },
): Recommended {
  return { film, score, reasons: most === 0 ? [] : explain(model, taste, film, { most, traits }) };
}

/** The first `top` films in the order of `shapeList`; when its rules would make the list shorter than it can be, the films that they left out follow. */
function shaped(ranked: readonly Ranked[], taste: Taste, top: number, shape: Shape): Ranked[] {
  const wanted = Math.min(top, mostShaped);
  const pool = Math.max(poolSize, 2 * wanted);
  const first = shapeList(ranked, { ...shape, basket: taste.liked, top: wanted, pool });
  if (first.length >= top) return first;
  const held = new Set<number>(first.map(({ film }) => film));
  return [...first, ...ranked.filter(({ film }) => !held.has(film))].slice(0, top);
}

/** The liked films that brought most to a film's score, by share, each with what binds the two; none when nothing was liked. */
export function explain(
  model: Model,
  taste: Taste,
  film: FilmIndex,
  { most, traits }: { most: number; traits: boolean },
): Reason[] {
  const brought = model.contributions(taste, film);
  const total = brought.reduce((sum, part) => sum + part, 0);
  if (!(total > 0)) return [];
  return taste.liked
    .map((liked, place) => ({ film: liked, share: (brought[place] ?? 0) / total }))
    .filter(({ share }) => share > 0)
    .toSorted((a, b) => b.share - a.share || a.film - b.film)
    .slice(0, most)
    .map(({ film: liked, share }) => ({
      film: liked,
      share,
      traits: traits ? model.shared(liked, film).slice(0, traitsShown) : [],
    }));
}
