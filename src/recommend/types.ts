import type { FilmIndex } from '#brand.ts';
import type { SharedTrait as Trait } from '#models/model.ts';

export type { SharedTrait as Trait } from '#models/model.ts';
export type { TraitKind } from '#features/trait-kinds.ts';

/** What is known of the person for whom we choose: dense indices, no repeats. */
export interface Taste {
  readonly liked: readonly FilmIndex[];
  readonly disliked: readonly FilmIndex[];
  readonly seen: readonly FilmIndex[];
}

/** Why a film is recommended: one liked film, its share (0 to 1) of the score's taste part, and what the two share, strongest first. */
export interface Reason {
  readonly film: FilmIndex;
  readonly share: number;
  readonly traits: readonly Trait[];
}

export interface Recommended {
  readonly film: FilmIndex;
  /** Higher is better; comparable inside one list only. */
  readonly score: number;
  readonly reasons: readonly Reason[];
}
