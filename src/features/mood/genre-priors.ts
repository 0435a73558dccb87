import type { MoodPoint } from '#features/mood/mood-point.ts';

const at = (valence: number, energy: number): MoodPoint => ({ valence, energy });

/** Where a film of a genre stands before anything else is known of it; IMDb's names. */
export const genrePriors: Readonly<Record<string, MoodPoint>> = {
  Action: at(0.1, 0.8),
  Adventure: at(0.4, 0.6),
  Animation: at(0.5, 0.2),
  Biography: at(0, -0.1),
  Comedy: at(0.75, 0.35),
  Crime: at(-0.35, 0.35),
  Documentary: at(0, -0.3),
  Drama: at(-0.35, -0.3),
  Family: at(0.6, 0.1),
  Fantasy: at(0.2, 0.2),
  'Film-Noir': at(-0.5, 0.1),
  History: at(-0.2, 0),
  Horror: at(-0.8, 0.7),
  Music: at(0.3, 0.2),
  Musical: at(0.6, 0.4),
  Mystery: at(-0.35, 0.2),
  Romance: at(0.2, -0.3),
  'Sci-Fi': at(0, 0.5),
  Sport: at(0.4, 0.5),
  Thriller: at(-0.4, 0.7),
  War: at(-0.5, 0.5),
  Western: at(0.1, 0.5),
};
