import { genreNeighbours as neighboursOf } from '#evaluate/genre-neighbours.ts';
import type { Scorer } from '#evaluate/scorer.ts';
import type { Features } from '#features/read-features.ts';

/** The peers' engine: see src/evaluate/genre-neighbours.ts. */
export function genreNeighbours({ families }: Features): Scorer {
  const genres = families.find(({ name }) => name === 'genre')?.matrix;
  if (genres === undefined) throw new Error('the catalogue has no genre');
  return neighboursOf(genres);
}
