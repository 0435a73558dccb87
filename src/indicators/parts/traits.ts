import type { Row } from '#catalogue/query.ts';
import type { traitCounts } from '#indicators/queries/top-films.ts';
import { exactChance, exactTimes } from '#indicators/parts/exact-odds.ts';
import { benjaminiHochberg } from '#kernels/statistics/false-discovery.ts';
import { logOdds } from '#kernels/statistics/log-odds.ts';
import { normalQuantile, twoSided } from '#kernels/statistics/normal.ts';

export type TraitRow = Row<typeof traitCounts.columns>;
export const traitKinds = ['genre', 'decade', 'length', 'country', 'language', 'director', 'keyword'] as const;
export type TraitKind = (typeof traitKinds)[number];
/** Which of the three lists of best films is looked at. */
export type ListSize = 'few' | 'some' | 'many';

/** The share of discoveries that may be false. */
export const falseDiscoveries = 0.05;
/** What the prior weighs, as a share of the list of best films. */
const priorShare = 0.1;

export interface Trait {
  readonly kind: TraitKind;
  readonly trait: string;
  /** Of a director; of a keyword, in French when we have it. */
  readonly name: string | null;
  /** How many of the best films have it, of those whose kind of trait is known. */
  readonly best: number;
  readonly bestOf: number;
  /** The same of the other films. */
  readonly others: number;
  readonly othersOf: number;
  /** How many times greater its odds are among the best, with the interval at 95 %. */
  readonly odds: number;
  readonly low: number;
  /** Infinite when no other film has it. */
  readonly high: number;
  /** The least false discovery rate at which it would be called a trait of the best. */
  readonly q: number;
}

/**
 * What sets the best films apart from the others, every trait of every kind tested together. Each trait is with or without for a
 * film that may have several, so that each is a binomial of its own; the prior is the trait's share of all the films compared.
 * Sources: Monroe, Colaresi & Quinn 2008, equations 15 to 22; Benjamini & Hochberg 1995.
 */
export function traitsOf(rows: readonly TraitRow[], size: ListSize): Trait[] {
  const totals = new Map(rows.filter(({ trait }) => trait === '').map((row) => [row.kind, row]));
  const found = traitKinds.flatMap((kind) => {
    const total = totals.get(kind);
    const ofKind = rows.filter((row) => row.kind === kind && row.trait !== '');
    return total === undefined || ofKind.length === 0 ? [] : measured(kind, ofKind, total, size);
  });
  const q = benjaminiHochberg(Float64Array.from(found, ({ p }) => p));
  return found.map(({ p: _p, ...trait }, i) => {
    const tested = { ...trait, q: q[i] ?? 1 };
    // The exact interval is long to find, and told of few.
    return isRare(trait) && tested.q <= falseDiscoveries ? { ...tested, ...exactTimes(trait) } : tested;
  });
}

function measured(
  kind: TraitKind,
  rows: readonly TraitRow[],
  total: TraitRow,
  size: ListSize,
): (Omit<Trait, 'q'> & { readonly p: number })[] {
  const [bestOf, of] = [total[size], total.films];
  const prior = priorShare * bestOf;
  if (bestOf === 0 || bestOf === of) return [];
  const { delta, variance, z } = logOdds(
    Float64Array.from(rows, (row) => row[size]),
    Float64Array.from(rows, (row) => row.films - row[size]),
    // A trait that all films have would leave none without it.
    Float64Array.from(rows, (row) => prior * Math.min(row.films / of, 1 - 0.5 / of)),
    { target: bestOf, rest: of - bestOf, prior },
  );
  const two = normalQuantile(0.975);
  return rows.map((row, i) => {
    const counts = { best: row[size], bestOf, others: row.films - row[size], othersOf: of - bestOf };
    const shown = { kind, trait: row.trait, name: row.name, ...counts };
    const [middle, half] = [delta[i] ?? 0, two * Math.sqrt(variance[i] ?? 0)];
    const told = { odds: Math.exp(middle), low: Math.exp(middle - half), high: Math.exp(middle + half) };
    if (!isRare(counts)) return { ...shown, ...told, p: twoSided(z[i] ?? 0) };
    const odds = ((counts.best + 0.5) / (counts.others + 0.5)) * (counts.othersOf / bestOf);
    return { ...shown, ...told, odds, p: exactChance(counts) };
  });
}

/** Fewer films than this with a trait on either side are too few for the normal approximation. */
const enoughFilms = 5;
const isRare = ({ best, others }: Pick<Trait, 'best' | 'others'>): boolean => Math.min(best, others) < enoughFilms;

/** Whether a trait sets the best films apart, and which way. */
export const directionOf = ({ q, odds }: Pick<Trait, 'q' | 'odds'>): 'more' | 'less' | 'alike' =>
  q > falseDiscoveries ? 'alike' : odds > 1 ? 'more' : 'less';

/** How many times as frequent among the best as among the others; null when no other film has it. */
export const liftOf = ({ best, bestOf, others, othersOf }: Trait): number | null =>
  others === 0 ? null : best / bestOf / (others / othersOf);

/** Traits that set the best apart in the same way in every other list too. */
export function steady(traits: readonly Trait[], lists: readonly (readonly Trait[])[]): Trait[] {
  const told = lists.map((list) => new Map(list.map((one) => [`${one.kind} ${one.trait}`, directionOf(one)])));
  return traits.filter((one) => {
    const way = directionOf(one);
    return way !== 'alike' && told.every((list) => list.get(`${one.kind} ${one.trait}`) === way);
  });
}
