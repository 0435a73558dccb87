import type { Row } from '#catalogue/query.ts';
import type { Doubtful } from '#indicators/parts/doubtful.ts';
import type { ListSize, Trait, TraitKind, TraitRow } from '#indicators/parts/traits.ts';
import type { bestFilms } from '#indicators/queries/top-films.ts';
import { kendallTau } from '#kernels/statistics/rank-agreement.ts';

/** What another weight of the mean gives. */
export interface Alternative {
  readonly weight: number;
  readonly compared: number;
  readonly mean: number | null;
  readonly films: readonly number[];
  readonly traits: readonly TraitRow[];
}

export interface MeasuredTop {
  /** m, in votes. */
  readonly weight: number;
  /** The least votes of a film that is compared. */
  readonly least: number;
  /** The least votes were asked for, and not those of the weight. */
  readonly floorAsked: boolean;
  /** What was asked for was fewer votes than a film must have to be compared. */
  readonly floorRaised: boolean;
  /** The country asked for, or null. */
  readonly country: string | null;
  /** How many are. */
  readonly compared: number;
  /** C: their mean rating. */
  readonly mean: number | null;
  readonly medianVotes: number | null;
  /** How many films the three lists of best films hold; null when too few are compared. */
  readonly sizes: Readonly<Record<ListSize, number>> | null;
  readonly films: readonly Row<typeof bestFilms.columns>[];
  /** The best, in order. */
  readonly list: readonly number[];
  readonly traits: readonly Trait[];
  /** The same for the shorter and for the longer list. */
  readonly lists: readonly (readonly Trait[])[];
  /** Traits that set the best apart whatever the length of the list and the weight of the mean. */
  readonly steady: readonly Trait[];
  /** Of how many films compared each kind of trait is known. */
  readonly known: readonly { readonly kind: TraitKind; readonly films: number }[];
  readonly others: readonly (Alternative & { readonly tested: readonly Trait[] })[];
  readonly doubtful: Doubtful;
}

/** The fewest films to compare: a list of the best twenty against nine times as many. */
export const leastCompared = 200;

/** Below so many votes, a rating is the opinion of a few: such films are never compared. */
export const leastVotes = 100;

/** The best 250 films, or the best tenth when that is fewer; and lists of two fifths and of twice that. Null: too few films. */
export function listsOf(compared: number): Record<ListSize, number> | null {
  if (compared < leastCompared) return null;
  const some = Math.min(250, Math.floor(compared / 10));
  return { few: Math.round(some * 0.4), some, many: some * 2 };
}

/** How two lists agree: how many films they share, and Kendall's tau of the order of these. */
export function agreement(
  a: readonly number[],
  b: readonly number[],
): { readonly shared: number; readonly tau: number } {
  const placeInB = new Map(b.map((film, place) => [film, place]));
  const both = a.filter((film) => placeInB.has(film));
  return {
    shared: both.length,
    tau: kendallTau(
      Float64Array.from(both.keys()),
      Float64Array.from(both, (film) => placeInB.get(film) ?? 0),
    ),
  };
}
