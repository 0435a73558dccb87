import type { Lanterne } from '#lanterne.ts';

export { attribution } from '#words/attribution.ts';

const known = ['starter', 'imdb', 'tmdb'] as const;
export type Source = (typeof known)[number];

/** The sources whose facts the catalogue in service shows. */
export const sourcesShown = ({ sources }: Pick<Lanterne, 'sources'>): Source[] =>
  known.filter((source) => sources.includes(source));
