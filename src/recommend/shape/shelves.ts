import { minMax } from '#recommend/shape/greedy.ts';
import { shelfKinds, type ShelfContext, type ShelfKind } from '#recommend/shape/shelf-kinds.ts';
import type { Scored } from '#recommend/shape/types.ts';

export interface Shelf<T> {
  readonly name: string;
  readonly films: readonly T[];
}

export interface ShelfOptions {
  readonly kinds?: readonly ShelfKind[];
  /** The most films of a shelf. */
  readonly each?: number;
  /** A shelf with fewer is left out. */
  readonly least?: number;
  /** How much of the list the shelves choose from. */
  readonly reach?: number;
  /** How much of it is asked how close it is to the basket, the costly question; the rest counts as far. */
  readonly near?: number;
  /** Films that stand elsewhere on the page, and on no shelf. */
  readonly away?: ReadonlySet<number>;
}

/**
 * Named shelves from one scored list; no film is on two. The shelves choose in turn, one film a round, the one with the fewest candidates first,
 * each its best by relevance + popularity x fame + 2 (closeness - 1/2) x closeness, all three from 0 to 1 over the list (fame and closeness by rank, closeness among the best `near` films).
 * A shelf that ends with fewer than `least` films is left out, the shortest first, and its films go back to the others.
 * @param list best first, without the films of the basket
 * @returns the shelves in the order of their kinds, each best first
 */
export function fillShelves<T extends Scored>(
  list: readonly T[],
  context: ShelfContext,
  options: ShelfOptions = {},
): Shelf<T>[] {
  const { kinds = shelfKinds, each = 8, least = 3, reach = 1000, near = 300, away = new Set<number>() } = options;
  const items = list.slice(0, reach).filter(({ film }) => !away.has(film));
  const relevance = minMax(items.map(({ score }) => score));
  const fame = ranks(items.map(({ film }) => context.fame[film] ?? 0));
  const closeness = ranks(items.slice(0, near).map(({ film }) => context.closeness(film)));
  let queues = kinds.map((kind) => ({ name: kind.name, wish: wishOf(kind) }));
  for (;;) {
    const filled = draft(queues, each);
    const shortest = filled.reduce(
      (fewest, shelf) => (shelf.places.length < fewest.places.length ? shelf : fewest),
      filled[0] ?? { name: '', places: [] },
    );
    if (queues.length === 0 || shortest.places.length >= Math.max(1, least)) {
      return filled.map(({ name, places }) => ({ name, films: places.flatMap((place) => items[place] ?? []) }));
    }
    queues = queues.filter(({ name }) => name !== shortest.name);
  }

  /** The places of the list that a shelf may take, its best first. */
  function wishOf(kind: ShelfKind): number[] {
    const { popularity, closeness: pull } = kind.dials;
    const value = (place: number): number =>
      (relevance[place] ?? 0) + popularity * (fame[place] ?? 0) + 2 * (pull - 0.5) * (closeness[place] ?? 0);
    return [...items.keys()]
      .filter((place) =>
        kind.belongs(items[place]?.film ?? -1, { fame: fame[place] ?? 0, closeness: closeness[place] ?? 0 }, context),
      )
      .toSorted((a, b) => value(b) - value(a) || a - b);
  }
}

interface Queue {
  readonly name: string;
  readonly wish: readonly number[];
}

/** Each shelf takes its best free place, round after round; the shelf with the fewest wishes chooses first. */
function draft(queues: readonly Queue[], each: number): { name: string; places: number[] }[] {
  const taken = new Set<number>();
  const shelves = queues.map(({ name, wish }) => ({ name, wish, next: 0, places: new Array<number>() }));
  const turns = shelves.toSorted((a, b) => a.wish.length - b.wish.length);
  for (let round = 0; round < each; round++) {
    for (const shelf of turns) {
      while (shelf.next < shelf.wish.length && taken.has(shelf.wish[shelf.next] ?? -1)) shelf.next++;
      const place = shelf.wish[shelf.next];
      if (place === undefined) continue;
      taken.add(place);
      shelf.places.push(place);
    }
  }
  return shelves.map(({ name, places }) => ({ name, places }));
}

/** The share of the other values that are lower, equal ones counting for half: 0 to 1; NaN is the lowest. */
function ranks(values: readonly number[]): Float64Array {
  const known = values.map((value) => (Number.isNaN(value) ? -Infinity : value));
  const sorted = Float64Array.from(known).toSorted();
  return Float64Array.from(known, (value) => {
    const below = boundary(sorted, (other) => other < value);
    const equal = boundary(sorted, (other) => other <= value) - below;
    return values.length < 2 ? 1 : (below + (equal - 1) / 2) / (values.length - 1);
  });
}

/** How many values at the beginning of a sorted array hold. */
function boundary(sorted: Float64Array, holds: (value: number) => boolean): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(sorted[middle] ?? Infinity)) low = middle + 1;
    else high = middle;
  }
  return low;
}
