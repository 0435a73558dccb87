import type { FilmIndex } from '#brand.ts';

/** What is known of the person for whom we choose: dense indices, no repeats. */
export interface Taste {
  readonly liked: readonly FilmIndex[];
  readonly disliked: readonly FilmIndex[];
  readonly seen: readonly FilmIndex[];
}

/** The families of things that two films may share. */
export const traitKinds = ['director', 'cast', 'writer', 'composer', 'crew', 'keyword', 'genre', 'country', 'language', 'company', 'era', 'story', 'title'] as const;
export type TraitKind = (typeof traitKinds)[number];

/** One thing that two films share; `label` is the catalogue's own value (a name, a keyword in English, an ISO code, a genre); '' when the family has no single value to name (era, story). */
export interface Trait {
  readonly kind: TraitKind;
  readonly label: string;
  /** Its part of the similarity between the two films, 0 to 1. */
  readonly part: number;
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
