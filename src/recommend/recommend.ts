import { asFilmIndex, type FilmIndex } from '#brand.ts';
import { topK } from '#kernels/top-k.ts';
import type { Dials, Model } from '#models/model.ts';
import { leanTowards, type MoodWish } from '#recommend/mood.ts';
import type { Reason, Recommended, Taste } from '#recommend/types.ts';

export interface RecommendOptions {
  readonly top: number;
  readonly dials?: Dials;
  /** Films outside are left out of the list: a condition of the visitor's, such as an era. */
  readonly allow?: (film: number) => boolean;
  /** A mood to lean towards: it changes the order, never what may be in the list. */
  readonly mood?: MoodWish;
  /** The most liked films that a reason names. */
  readonly reasons?: number;
  /** Whether a reason says what the two films share: false when only the shares are wanted. */
  readonly traits?: boolean;
}

const traitsShown = 8;

/**
 * Chooses films for a taste: never one that was liked, disliked or seen. Best first; ties go to the lower index.
 * @returns at most `top` films with the liked films that made each of them, from the very terms of its score
 */
export function recommend(model: Model, taste: Taste, options: RecommendOptions): Recommended[] {
  const { top, dials, allow, mood, reasons = 3, traits = true } = options;
  const scores = new Float32Array(model.films);
  model.score(taste, scores, dials);
  for (const film of [...taste.liked, ...taste.disliked, ...taste.seen])
    if (film >= 0 && film < scores.length) scores[film] = -Infinity;
  if (allow !== undefined)
    for (let film = 0; film < scores.length; film++)
      if (scores[film] !== -Infinity && !allow(film)) scores[film] = -Infinity;
  if (mood !== undefined) leanTowards(scores, mood);
  return Array.from(topK(scores, top), (film) => ({
    film: asFilmIndex(film),
    score: scores[film] ?? -Infinity,
    reasons: reasons === 0 ? [] : explain(model, taste, asFilmIndex(film), { most: reasons, traits }),
  }));
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
