import type { TraitKind } from '#features/trait-kinds.ts';

/** What a model is asked about: dense indices; repeats and indices out of range are left aside. */
export interface Basket {
  readonly liked: readonly number[];
  readonly disliked: readonly number[];
}

/** Something that two films share, with its part of what binds them. */
export interface SharedTrait {
  readonly kind: TraitKind;
  readonly label: string;
  readonly part: number;
}

/** What the visitor holds in hand; 0 (or 0.5 for closeness) is the balance chosen on validation viewers. */
export interface Dials {
  /** -1 the rare, 0 as it comes, 1 the well known. */
  readonly popularity?: number;
  /** 0 surprising, 1 as close as can be. */
  readonly closeness?: number;
}

/** One model of taste. Every model passes test/models/conformance.ts. */
export interface Model {
  readonly kind: string;
  readonly films: number;
  /** Fingerprint of the films it was trained on. */
  readonly vocabulary: string;
  /** Bytes held by its arrays. */
  readonly bytes: number;
  /** The films that it may recommend. */
  recommendable(film: number): boolean;
  /**
   * A score a film for this basket, higher is better, -Infinity for a film that is not recommendable. Basket films are scored as the others.
   * @param into `films` scores, overwritten
   * @param among films, in range, each once: theirs alone are wanted, what is in the place of the others means nothing
   */
  score(basket: Basket, into: Float32Array, dials?: Dials, among?: Int32Array): void;
  /** What each liked film brought to the taste part of a film's score, >= 0, in the order of `basket.liked`. */
  contributions(basket: Basket, film: number): Float32Array;
  /** What two films share, strongest first. */
  shared(a: number, b: number): SharedTrait[];
  /** How good a recommendation b is for someone who liked a; higher is closer, NaN when either is unknown or nothing is known of it. */
  similarity(a: number, b: number): number;
}
