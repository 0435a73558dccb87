import type { Dials } from '#models/model.ts';
import type { FilmFacts } from '#recommend/shape/types.ts';

/** What a shelf looks at beside the facts. */
export interface ShelfContext {
  readonly facts: FilmFacts;
  /** The liked films. */
  readonly basket: readonly number[];
  /** How well known each film is, by dense index: higher is better known. */
  readonly fame: ArrayLike<number>;
  /** How close a film is to the basket: higher is closer. */
  readonly closeness: (film: number) => number;
  /** The catalogue's last year: see `lastYear`. */
  readonly lastYear: number;
}

/** Where a film stands in the scored list, 0 (the lowest) to 1 (the highest). */
export interface Standing {
  readonly fame: number;
  readonly closeness: number;
}

/** A named shelf: which films may stand on it, and the dials by which they are ordered. */
export interface ShelfKind {
  readonly name: string;
  readonly dials: Required<Dials>;
  belongs(film: number, standing: Standing, context: ShelfContext): boolean;
}

/** Minutes; the Academy's definition of a feature is more than 40. */
const shortestFeature = 41;
const balance: Required<Dials> = { popularity: 0, closeness: 0.5 };

/** The shelves in the order of the page. */
export const shelfKinds = [
  { name: 'close', dials: { popularity: 0, closeness: 1 }, belongs: (_, { closeness }) => closeness >= 0.75 },
  {
    name: 'off-the-beaten-track',
    dials: { popularity: -0.5, closeness: 0.6 },
    belongs: (_, { fame, closeness }) => fame <= 0.4 && closeness >= 0.5,
  },
  // Without the language, half of the shelf is films that France only helped to pay for.
  {
    name: 'french',
    dials: balance,
    belongs: (film, _, { facts }) =>
      (facts.countries[film]?.includes('FR') ?? false) && (facts.language[film] ?? 'fr') === 'fr',
  },
  {
    name: 'heritage',
    dials: balance,
    belongs: (film, _, { facts }) => isWithin(facts.year[film], 1, 1969),
  },
  {
    name: 'recent',
    dials: balance,
    belongs: (film, _, { facts, lastYear: last }) => isWithin(facts.year[film], last - 4, last),
  },
  {
    name: 'same-director',
    dials: balance,
    belongs: (film, _, { facts, basket }) => {
      const directors = facts.directors[film] ?? [];
      return basket.some((liked) => facts.directors[liked]?.some((person) => directors.includes(person)) ?? false);
    },
  },
  {
    name: 'short-evening',
    dials: balance,
    belongs: (film, _, { facts }) => isWithin(facts.runtime[film], shortestFeature, 94),
  },
] as const satisfies readonly ShelfKind[];

export type ShelfName = (typeof shelfKinds)[number]['name'];

/** The last year that at least `films` films of a catalogue have: one film dated too late does not empty the recent shelf. 0 when there is none. */
export function lastYear(years: ArrayLike<number>, films = 5): number {
  const count = new Map<number, number>();
  for (const year of Array.from(years)) count.set(year, (count.get(year) ?? 0) + 1);
  return [...count].reduce((last, [year, held]) => (held >= films ? Math.max(last, year) : last), 0);
}

function isWithin(value: number | undefined, low: number, high: number): boolean {
  return value !== undefined && value >= low && value <= high;
}
