import type { FilmFacts } from '#recommend/shape/types.ts';

/** What a visitor asks of every film of the list; both ends of a range are in it, one value of a set is enough. */
export interface Filters {
  readonly years?: readonly [number, number];
  /** Minutes. */
  readonly length?: readonly [number, number];
  readonly genres?: readonly string[];
  readonly countries?: readonly string[];
  readonly languages?: readonly string[];
  /** 'family': what reads as a film for the whole family by its genres and keywords; the sources hold no age classification. */
  readonly audience?: 'family';
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

export const filterNames = [
  'years',
  'length',
  'genres',
  'countries',
  'languages',
  'audience',
] as const satisfies readonly FilterName[];

/**
 * Keeps the films that meet every condition, in their order; what is not known of a film does not meet a condition on it. A set without values asks nothing.
 * When fewer than `least` remain, says what to loosen: see `whatToLoosen`.
 */
export function filterFilms<T extends { readonly film: number }>(
  list: readonly T[],
  filters: Filters,
  facts: FilmFacts,
  { least }: { least: number },
): Filtered<T> {
  const meetsAll = passes(filters, facts);
  const kept = list.filter(({ film }) => meetsAll(film));
  if (kept.length >= least) return { kept, loosen: [] };
  const films = list.map(({ film }) => film);
  return { kept, loosen: whatToLoosen(films, filters, facts) };
}

/**
 * What to loosen of the conditions given, the first to loosen first: the condition whose removal alone brings back most of the films; between equals
 * (and when no single removal helps) the one that fewest films meet, then the order years, length, genres, countries, languages, audience.
 */
export function whatToLoosen(films: Iterable<number>, filters: Filters, facts: FilmFacts): Loosening[] {
  const tests = testsOf(filters, facts);
  const counts = tests.map(() => ({ alone: 0, refused: 0 }));
  let kept = 0;
  for (const film of films) {
    let failed = 0;
    let last = 0;
    for (const [place, { meets }] of tests.entries()) {
      if (meets(film)) continue;
      failed++;
      last = place;
      const count = counts[place];
      if (count !== undefined) count.refused++;
    }
    if (failed === 0) kept++;
    const only = failed === 1 ? counts[last] : undefined;
    if (only !== undefined) only.alone++;
  }
  return tests
    .map(({ condition }, place) => ({ condition, ...(counts[place] ?? { alone: 0, refused: 0 }) }))
    .toSorted((a, b) => b.alone - a.alone || b.refused - a.refused)
    .map(({ condition, alone }) => ({ condition, films: kept + alone }));
}

/** The conditions as one test of a film. */
export function passes(filters: Filters, facts: FilmFacts): (film: number) => boolean {
  const tests = testsOf(filters, facts);
  return (film) => tests.every(({ meets }) => meets(film));
}

interface Test {
  readonly condition: FilterName;
  readonly meets: (film: number) => boolean;
}

function testsOf({ years, length, genres, countries, languages, audience }: Filters, facts: FilmFacts): Test[] {
  const made: Record<FilterName, Test['meets'] | null> = {
    years: within(years, facts.year),
    length: within(length, facts.runtime),
    genres: among(genres, (film) => facts.genres[film] ?? []),
    countries: among(countries, (film) => facts.countries[film] ?? []),
    languages: among(languages, (film) => [facts.language[film] ?? '']),
    audience: audience === undefined ? null : (film) => facts.family[film] === 1,
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
