import { asFilmId } from '#brand.ts';
import type { ColumnNames } from '#features/interactions/rating-header.ts';

export const ratingFormats = ['movielens', 'letterboxd', 'movietweetings', 'csv'] as const;
export type RatingFormat = (typeof ratingFormats)[number];

/** How the ratings of a public set are written, and what they mean. */
export interface FormatRule {
  readonly columns: ColumnNames;
  /** The first and last rating of the scale, and what counts as 0 and 1 of it; null when the file alone says. */
  readonly scale: { readonly low: number; readonly high: number; readonly zero: number; readonly one: number } | null;
  /** Ratings from `likeAt` on are likes, up to `dislikeAt` dislikes; null when the operator or the ratings say. */
  readonly likeAt: number | null;
  readonly dislikeAt: number | null;
  /** Lines such as `1::0114508::8`, without a header, are read too. */
  readonly doubleColons: boolean;
  /** Films are named by numbers of the set: `links.csv` beside the file gives their IMDb identifiers. */
  readonly linked: boolean;
  /** What the first line must be, for the message. */
  readonly firstLine: string;
}

const none = { viewer: [], film: [], rating: [] };

/** Sources: the README of each set. MovieLens: Harper and Konstan 2015; MovieTweetings: Dooms et al. 2013. */
export const formatRules: Readonly<Record<RatingFormat, FormatRule>> = {
  movielens: {
    columns: { viewer: ['userid'], film: ['movieid'], rating: ['rating'] },
    scale: { low: 0.5, high: 5, zero: 0, one: 5 },
    likeAt: 4,
    dislikeAt: 2,
    doubleColons: true,
    linked: true,
    firstLine: 'the header `userId,movieId,rating`, or a rating such as `1::1193::5`',
  },
  letterboxd: {
    columns: {
      viewer: ['userid', 'user_id', 'user'],
      film: ['movieid', 'movie_id', 'movie_idx'],
      rating: ['rating', 'rating_val'],
    },
    scale: { low: 1, high: 10, zero: 0, one: 10 },
    likeAt: 8,
    dislikeAt: 4,
    doubleColons: false,
    linked: true,
    firstLine: 'a header such as `userId,movieId,rating` or `user,movie_idx,rating`',
  },
  movietweetings: {
    columns: none,
    scale: { low: 0, high: 10, zero: 0, one: 10 },
    likeAt: 8,
    dislikeAt: 4,
    doubleColons: true,
    linked: false,
    firstLine: 'a rating such as `1::0114508::8::1381006850`',
  },
  csv: {
    columns: { viewer: ['viewer'], film: ['film'], rating: ['rating'] },
    scale: null,
    likeAt: null,
    dislikeAt: null,
    doubleColons: false,
    linked: false,
    firstLine: 'the header `viewer,film,rating` (these columns in any order; others are passed over)',
  },
};

/** The IMDb identifier meant by `tt0114508`, `0114508`, `114508` or `114508.0`; null when the text is none. */
export function imdbId(text: string): string | null {
  const [, digits] = /^(?:tt)?(\d{1,12})(?:\.0)?$/.exec(text.trim()) ?? [];
  return digits === undefined || Number(digits) === 0 ? null : asFilmId(`tt${String(Number(digits)).padStart(7, '0')}`);
}
