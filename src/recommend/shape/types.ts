export type { FilmFacts } from '#features/facts/film-facts.ts';

/** One film of a scored list: dense index and score, higher is better, comparable inside one list only. `Recommended` is one. */
export interface Scored {
  readonly film: number;
  readonly score: number;
}

/** How alike two films are, 0 (nothing in common) to 1 (the same); NaN counts as 0. */
export type Likeness = (a: number, b: number) => number;
