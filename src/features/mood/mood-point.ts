/** A mood in the plane of Russell (1980, "A circumplex model of affect"): each axis from -1 to 1. */
export interface MoodPoint {
  /** -1 dark, sad or cruel; 1 bright and pleasant. */
  readonly valence: number;
  /** -1 calm and slow; 1 lively, tense or loud. */
  readonly energy: number;
}

/** Terms of one mood: valence, energy, and the terms, separated by spaces (words) or by commas (keywords). */
export type MoodGroup = readonly [valence: number, energy: number, terms: string];

/** The mood of every film: valence then energy of film 0, of film 1…; two numbers a film, each in [-1, 1]. */
export type FilmMoods = Float32Array;

/** The points of some films, under the names given: each name stands with the film's dense index. */
export const pointsOf = <Name>(moods: FilmMoods, places: ReadonlyMap<Name, number>): Map<Name, MoodPoint> =>
  new Map(
    [...places].map(([name, film]) => [name, { valence: moods[2 * film] ?? 0, energy: moods[2 * film + 1] ?? 0 }]),
  );
