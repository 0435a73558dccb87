import type { FilmFacts } from '#recommend/shape/types.ts';

/** What a visitor asks of every film of the list; both ends of a range are in it, one value of a set is enough. */
export interface Filters {
  readonly years?: readonly [number, number];
  /** Minutes. */
  readonly length?: readonly [number, number];
  readonly genres?: readonly string[];
  readonly countries?: readonly string[];
  readonly languages?: readonly string[];
}

export type FilterName = keyof Filters;

/** A condition that could be lifted, and how many films would pass then. */
export interface Loosening {
  readonly condition: FilterName;
  readonly films: number;
}

export interface Filtered<T> {
  readonly kept: readonly T[];
  /** When fewer films than wanted are kept: the conditions given, the first to loosen first. Empty when there are enough. */
  readonly loosen: readonly Loosening[];
}

const filterNames = ['years', 'length', 'genres', 'countries', 'languages'] as const satisfies readonly FilterName[];

/**
 * Keeps the films that meet every condition, in their order; what is not known of a film does not meet a condition on it. A set without values asks nothing.
 * When fewer than `least` remain, says what to loosen: first the condition whose removal alone brings back most films; between equals
 * (and when no single removal helps) the one that fewest films meet, then the order years, length, genres, countries, languages.
 */
export function filterFilms<T extends { readonly film: number }>(
  list: readonly T[],
  filters: Filters,
  facts: FilmFacts,
  { least }: { least: number },
): Filtered<T> {
  const tests = testsOf(filters, facts);
  const failed = list.map(({ film }) => tests.filter(({ meets }) => !meets(film)));
  const kept = list.filter((_, place) => failed[place]?.length === 0);
  if (kept.length >= least) return { kept, loosen: [] };
  const count = tests.map(({ condition }) => ({
    condition,
    films: kept.length + failed.filter((missed) => missed.length === 1 && missed[0]?.condition === condition).length,
    refused: failed.filter((missed) => missed.some((one) => one.condition === condition)).length,
  }));
  const order = count.toSorted((a, b) => b.films - a.films || b.refused - a.refused);
  return { kept, loosen: order.map(({ condition, films }) => ({ condition, films })) };
}

/** The same conditions as one test of a film. */
export function passes(filters: Filters, facts: FilmFacts): (film: number) => boolean {
  const tests = testsOf(filters, facts);
  return (film) => tests.every(({ meets }) => meets(film));
}

interface Test {
  readonly condition: FilterName;
  readonly meets: (film: number) => boolean;
}

function testsOf({ years, length, genres, countries, languages }: Filters, facts: FilmFacts): Test[] {
  const made: Record<FilterName, Test['meets'] | null> = {
    years: within(years, facts.year),
    length: within(length, facts.runtime),
    genres: among(genres, (film) => facts.genres[film] ?? []),
    countries: among(countries, (film) => facts.countries[film] ?? []),
    languages: among(languages, (film) => [facts.language[film] ?? '']),
  };
  return filterNames.flatMap((condition) => {
    const meets = made[condition];
    return meets === null ? [] : [{ condition, meets }];
  });
}

function within(range: readonly [number, number] | undefined, values: ArrayLike<number>): Test['meets'] | null {
  if (range === undefined) return null;
  const [low, high] = range;
  return (film) => {
    const value = values[film] ?? 0;
    return value > 0 && value >= low && value <= high;
  };
}

function among(wanted: readonly string[] | undefined, of: (film: number) => readonly string[]): Test['meets'] | null {
  if (wanted === undefined || wanted.length === 0) return null;
  const set = new Set(wanted);
  return (film) => of(film).some((value) => set.has(value));
}
