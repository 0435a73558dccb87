import type { Row } from '#catalogue/query.ts';
import type { Stratum } from '#indicators/filters.ts';
import { difference, shownMove, type Difference, type Estimate, type Move } from '#indicators/parts/difference.ts';
import { longEnough, type Span } from '#indicators/parts/span.ts';
import type { decadeShares } from '#indicators/queries/shares.ts';
import { benjaminiHochberg } from '#kernels/statistics/false-discovery.ts';
import { normalQuantile, twoSided } from '#kernels/statistics/normal.ts';
import { wilson } from '#kernels/statistics/wilson.ts';

/** Below so many films of which the kind is known, a decade has no share. */
export const leastInDecade = 100;
/** A code of fewer films in all is not told on its own. */
const leastOfCode = 20;
const falseDiscoveries = 0.05;
const recentYears = 30;
/** Changes are shown in tenths of a point. */
export const shownStep = 0.001;
const mostOverall = 3;

export type ShareRow = Row<typeof decadeShares.columns>;

export interface Decade {
  /** The year that names it: 1990. */
  readonly decade: number;
  /** Its first year with films of those asked for, and its last. */
  readonly from: number;
  readonly to: number;
  readonly films: number;
  readonly known: number;
  /** The share of films with several codes. */
  readonly several: Estimate;
  /** Codes a film, of those known. */
  readonly perFilm: number;
}

export interface CodeShares {
  readonly code: string;
  /** In all decades told. */
  readonly films: number;
  /** A share a decade, in their order. */
  readonly shares: readonly Estimate[];
  /** From the one to the other of the decades compared. */
  readonly change: Difference | null;
  /** Which way it went, with false discoveries held at 5 % over all codes. */
  readonly move: Move;
}

export interface Shares {
  /** Those with enough films. */
  readonly decades: readonly Decade[];
  /** The most frequent first. */
  readonly codes: readonly CodeShares[];
  /** The last decade, and that of thirty years before or else the first, of those with years enough; null when there is one only. */
  readonly compared: { readonly base: Decade; readonly newest: Decade } | null;
  /** A decade that would be one of them, had it years enough. */
  readonly short: readonly Span[];
  /** How the share of films with several codes changed between them. */
  readonly several: Difference | null;
  readonly films: number;
  readonly known: number;
  /** Shares of all the films together, whatever their decade, the largest first. */
  readonly overall: readonly { readonly code: string; readonly share: Estimate }[];
}

/** A share and its Wilson interval. */
export const share = (part: number, of: number): Estimate => ({
  value: of === 0 ? Number.NaN : part / of,
  ...wilson(part, of),
  n: of,
});

/** What the rows of `decadeShares` say of a stratum: shares by decade of the films of which the kind is known, and how they moved. */
export function sharesOf(rows: readonly ShareRow[], stratum: Stratum): Shares {
  const totalsOf = (wanted: string): Map<number, number> =>
    new Map(rows.filter(({ code }) => code === wanted).map((row) => [row.decade, row[stratum]]));
  const [films, known, several, codes] = [totalsOf(''), totalsOf('?'), totalsOf('+'), totalsOf('#')];
  const [begun, ended] = [totalsOf('<'), totalsOf('>')];
  const decades = [...known]
    .filter(([, count]) => count >= leastInDecade)
    .map(([decade, count]): Decade => ({
      decade,
      from: begun.get(decade) ?? decade,
      to: ended.get(decade) ?? decade + 9,
      films: films.get(decade) ?? 0,
      known: count,
      several: share(several.get(decade) ?? 0, count),
      perFilm: (codes.get(decade) ?? 0) / count,
    }));
  const long = decades.filter(longEnough);
  const newest = long.at(-1);
  const base = earlierOf(long, newest);
  const wanted = [decades.at(-1), earlierOf(decades, decades.at(-1))];
  const compared = newest === undefined || base === undefined || base === newest ? null : { base, newest };
  const ends = compared && ([decades.indexOf(compared.base), decades.indexOf(compared.newest)] as const);
  const counted = new Map<string, Map<number, number>>();
  for (const row of rows) {
    if (totalCodes.has(row.code) || !decades.some(({ decade }) => decade === row.decade)) continue;
    const of = counted.get(row.code) ?? new Map<number, number>();
    counted.set(row.code, of.set(row.decade, row[stratum]));
  }
  const told = [...counted]
    .map(([code, byDecade]) => ({ code, byDecade, total: sum(byDecade.values()) }))
    .filter(({ total }) => total >= leastOfCode)
    .toSorted((a, b) => b.total - a.total || (a.code < b.code ? -1 : 1))
    .map(({ code, byDecade, total }) => {
      const shares = decades.map((decade) => share(byDecade.get(decade.decade) ?? 0, decade.known));
      return { code, films: total, shares, change: ends && changeBetween(shares[ends[0]], shares[ends[1]]) };
    });
  const q = benjaminiHochberg(Float64Array.from(told, ({ change }) => pOf(change)));
  return {
    decades,
    codes: told.map((one, i) => ({
      ...one,
      move: one.change === null || (q[i] ?? 1) > falseDiscoveries ? 'same' : shownMove(one.change, shownStep),
    })),
    compared,
    short: decades.filter((decade) => wanted.includes(decade) && !longEnough(decade)),
    several: compared && difference(compared.newest.several, compared.base.several),
    films: sum(films.values()),
    known: sum(known.values()),
    overall: overallOf(rows, stratum, sum(known.values())),
  };
}

/** The decade of thirty years before, or else the first. */
const earlierOf = (decades: readonly Decade[], newest: Decade | undefined): Decade | undefined =>
  decades.find(({ decade }) => newest !== undefined && decade === newest.decade - recentYears) ?? decades[0];

function overallOf(rows: readonly ShareRow[], stratum: Stratum, known: number): Shares['overall'] {
  const counts = new Map<string, number>();
  for (const row of rows)
    if (!totalCodes.has(row.code)) counts.set(row.code, (counts.get(row.code) ?? 0) + row[stratum]);
  return [...counts]
    .toSorted(([, a], [, b]) => b - a)
    .slice(0, mostOverall)
    .map(([code, films]) => ({ code, share: share(films, known) }));
}

const totalCodes = new Set(['', '?', '+', '#', '<', '>']);
const sum = (values: Iterable<number>): number => [...values].reduce((total, value) => total + value, 0);

const changeBetween = (earlier: Estimate | undefined, later: Estimate | undefined): Difference | null =>
  earlier === undefined || later === undefined ? null : difference(later, earlier);

/**
 * Whether a share moved as it did whatever the films are of which the fact is unknown: the least it can be after against the most
 * before, or the reverse.
 * Source: Manski 1989, "Anatomy of the selection problem".
 */
export function holdsAnyway({ move }: CodeShares, earlier: Bounded, later: Bounded): boolean {
  const [before, after] = [boundsOf(earlier), boundsOf(later)];
  return move === 'rose' ? after.low > before.high : move === 'fell' ? after.high < before.low : false;
}

export interface Bounded {
  readonly share: Estimate;
  readonly decade: Decade;
}

/** What a share may be of all the films of its decade. */
export function boundsOf({ share: { value }, decade }: Bounded): { readonly low: number; readonly high: number } {
  const known = decade.known / decade.films;
  return { low: value * known, high: value * known + 1 - known };
}

function pOf(change: Difference | null): number {
  if (change === null) return 1;
  const error = (change.high - change.low) / (2 * normalQuantile(0.975));
  return error > 0 ? twoSided(change.value / error) : 1;
}
