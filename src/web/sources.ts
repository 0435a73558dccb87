import type { Lanterne } from '#lanterne.ts';

/** Sentences that the owners of the data ask for, as they wrote them: not to be translated. */
export const attribution = {
  imdb: 'Information courtesy of IMDb (https://www.imdb.com). Used with permission.',
  tmdb: 'This product uses the TMDB API but is not endorsed or certified by TMDB.',
} as const;

const known = ['starter', 'imdb', 'tmdb'] as const;
export type Source = (typeof known)[number];

/** The sources whose facts the catalogue in service shows. */
export const sourcesShown = ({ sources }: Pick<Lanterne, 'sources'>): Source[] =>
  known.filter((source) => sources.includes(source));
