import type { Nationality } from '#features/facts/nationality.ts';

/** A class of films by genre, as the statistics of entries part them: the first class that a film fits is its own. */
export interface GenreClass {
  readonly name: GenreClassName;
  /** Of the entries, weighted by the ages of the place where an age profile is known. */
  readonly share: number;
}

export const genreClassNames = [
  'animation',
  'comedy',
  'comedy-drama',
  'adventure',
  'thriller',
  'horror',
  'drama',
  'documentary',
] as const;
export type GenreClassName = (typeof genreClassNames)[number];

/**
 * What a place goes to see: the shares that a list for somebody unknown should hold, as values; the engine knows nothing of where they come from.
 * Shares are of 1 and sum to 1 in each part.
 */
export interface LocalTaste {
  /** Whose audience it is, as `nearness` says: the name and the INSEE code of a commune or a department, or of France. */
  readonly place: string;
  readonly code: string;
  /** How near the figures are: the cinema's own, its department's, or the country's weighted by the ages of the place. */
  readonly nearness: 'cinema' | 'department' | 'country';
  /** The year of the shares by nationality, and who published them. */
  readonly year: number;
  readonly source: string;
  readonly nationality: Readonly<Record<Nationality, number>>;
  /** Films this old, in years, are heritage; and the share of the places that they take. */
  readonly heritage: { readonly from: number; readonly share: number };
  /** Years in which a film loses half of its weight, while it is recent and once it is heritage. */
  readonly halfLife: { readonly recent: number; readonly heritage: number };
  /** Empty when nothing is known of the genres. */
  readonly genres: readonly GenreClass[];
}

/** The class of a film by its genres, in IMDb's names; null when they fit none. */
export function genreClassOf(genres: readonly string[]): GenreClassName | null {
  const is = (...some: readonly string[]): boolean => some.some((genre) => genres.includes(genre));
  if (is('Animation')) return 'animation';
  if (is('Documentary', 'Concert')) return 'documentary';
  if (is('Horror')) return 'horror';
  if (is('Comedy')) return is('Drama') ? 'comedy-drama' : 'comedy';
  if (is('Action', 'Adventure', 'Fantasy', 'Sci-Fi', 'Western')) return 'adventure';
  if (is('Thriller', 'Crime', 'Mystery', 'Film-Noir')) return 'thriller';
  return genres.length === 0 ? null : 'drama';
}
