import type { Row } from '#catalogue/query.ts';
import type { Stratum } from '#indicators/filters.ts';
import type { Doubtful } from '#indicators/parts/doubtful.ts';
import { difference, type Difference, type Estimate } from '#indicators/parts/difference.ts';
import { longEnough, type Span } from '#indicators/parts/span.ts';
import { featureLength } from '#indicators/queries/chosen-films.ts';
import type { filmLengths } from '#indicators/queries/film-lengths.ts';
import { changePoints, type ChangePoints } from '#kernels/statistics/change-points.ts';
import { quantileIntervalOfCounts, quantileOfCounts } from '#kernels/statistics/counts.ts';

/** Below so many films of known length, a year has no point and a period no median. */
export const leastFilms = 20;
/** Years that are put together to be compared. */
export const periodYears = 10;
/** The first ten years to be compared begin when at least this share of the lengths is known. */
export const leastKnown = 0.8;
/** How long ago the recent past began. */
const recentYears = 30;
/** A year is not like those before it when its share of films with many votes is so many times theirs. */
const unlike = 2;
/** Two periods hold other kinds of films when one's share of films with many votes is so many times the other's. */
const uneven = 1.5;

export type LengthRow = Row<typeof filmLengths.columns>;

export interface LengthOfYear {
  readonly year: number;
  readonly median: Estimate;
  readonly quarter: number;
  readonly threeQuarters: number;
  /** Films of the year in the stratum, their length known or not. */
  readonly of: number;
}

export interface Period {
  readonly from: number;
  readonly to: number;
  readonly median: Estimate;
  /** The share of its films that have many votes. */
  readonly voted: number;
}

export interface Comparison {
  readonly earlier: Period;
  readonly later: Period;
  readonly change: Difference;
  /** The two periods do not hold the same kind of films: their medians are not of the same thing. */
  readonly uneven: boolean;
}

export interface LengthStratum {
  readonly stratum: Stratum;
  readonly years: readonly LengthOfYear[];
  readonly known: number;
  readonly of: number;
  /** The first ten years and the last ten. */
  readonly whole: Comparison | null;
  /** The last ten years, and ten years thirty years before. */
  readonly recent: Comparison | null;
  /** The years of thirty years before, when they are too few to be compared. */
  readonly short: Span | null;
  readonly lines: ChangePoints;
  /** Years at the end that hold nearly only films with many votes, and are left out. */
  readonly unlike: readonly number[];
}

export interface MeasuredLengths {
  readonly strata: readonly LengthStratum[];
  readonly television: number;
  readonly doubtful: Doubtful;
  readonly shorts: number;
  /** The medians of the last years, a stratum each, when shorts are set aside at other lengths. */
  readonly limits: readonly { readonly minutes: number; readonly medians: readonly number[] }[];
  /** Those last years. */
  readonly last: { readonly from: number; readonly to: number } | null;
  /** The median of all films of those years, without documentaries. */
  readonly fiction: number;
}

type Share = 'films' | 'fiction' | 'voted' | 'top';
const columnOf = { all: 'films', voted: 'voted', top: 'top' } as const satisfies Record<Stratum, Share>;
const withoutOf = { all: 'withoutFilms', voted: 'withoutVoted', top: 'withoutTop' } as const;

/** What the rows say of one stratum. */
export function lengthStratum(rows: readonly LengthRow[], stratum: Stratum): LengthStratum {
  const column = columnOf[stratum];
  const set = stratum === 'all' ? unlikeYears(rows) : [];
  const kept = rows.filter(({ year }) => !set.includes(year));
  const years = kept.flatMap((row): LengthOfYear[] => {
    const counts = countsOf([row], column);
    const median = medianOf(counts);
    if (median.n < leastFilms) return [];
    const at = (p: number): number => quantileOfCounts(counts, 0, p);
    return [
      { year: row.year, median, quarter: at(0.25), threeQuarters: at(0.75), of: median.n + row[withoutOf[stratum]] },
    ];
  });
  const known = sum(kept.map((row) => filmsIn(row, column)));
  const last = years.at(-1)?.year;
  const first = years.find(({ median, of }) => median.n >= leastKnown * of)?.year;
  const ending = (year: number): Period | null => periodOf(kept, column, year - periodYears + 1, year);
  const compared = (earlier: Period | null, later: Period | null): Comparison | null => {
    if (earlier === null || later === null || earlier.to >= later.from) return null;
    if (!longEnough(earlier) || !longEnough(later)) return null;
    const ratio = later.voted / earlier.voted;
    return {
      earlier,
      later,
      change: difference(later.median, earlier.median),
      uneven: stratum === 'all' && (ratio > uneven || ratio < 1 / uneven),
    };
  };
  const before = last === undefined ? null : ending(last - recentYears);
  return {
    stratum,
    years,
    known,
    of: known + sum(kept.map((row) => row[withoutOf[stratum]])),
    whole: first === undefined || last === undefined ? null : compared(ending(first + periodYears - 1), ending(last)),
    recent: last === undefined ? null : compared(before, ending(last)),
    short: before === null || longEnough(before) ? null : { from: before.from, to: before.to },
    lines: changePoints(
      Float64Array.from(years, ({ year }) => year),
      Float64Array.from(years, ({ median }) => median.value),
      // A median of whole minutes is never surer than half a minute: years with many films must not weigh without bound.
      Float64Array.from(years, ({ median }) => 1 / (((median.high - median.low) / 4) ** 2 + 0.25)),
    ),
    unlike: set,
  };
}

/** The median of some years when shorts are set aside at another length, or documentaries are. */
export function medianWith(
  rows: readonly LengthRow[],
  {
    from,
    to,
    shortest = featureLength,
    column = 'films',
  }: { from: number; to: number; shortest?: number; column?: Share },
): Estimate {
  return medianOf(
    countsOf(
      rows.filter(({ year }) => year >= from && year <= to),
      column,
      shortest,
    ),
  );
}

function unlikeYears(rows: readonly LengthRow[]): number[] {
  const shares = rows.map((row) => ({
    year: row.year,
    share: filmsIn(row, 'voted') / Math.max(1, filmsIn(row, 'films')),
  }));
  const found: number[] = [];
  for (let i = shares.length - 1; i >= 10; i--) {
    const before = shares.slice(i - 10, i).map(({ share }) => share);
    const usual = before.toSorted((a, b) => a - b)[5] ?? 0;
    const { year, share } = shares[i] ?? { year: 0, share: 0 };
    if (usual === 0 || share <= unlike * usual) break;
    found.unshift(year);
  }
  return found;
}

function periodOf(rows: readonly LengthRow[], column: Share, from: number, to: number): Period | null {
  const inside = rows.filter(({ year }) => year >= from && year <= to);
  const median = medianOf(countsOf(inside, column));
  if (median.n < leastFilms) return null;
  const films = sum(inside.map((row) => filmsIn(row, 'films')));
  // Of a period that the filters cut, or that begins before there are films, the years with films are told.
  const held = inside.filter((row) => filmsIn(row, column) > 0).map(({ year }) => year);
  return {
    from: Math.min(...held),
    to: Math.max(...held),
    median,
    voted: sum(inside.map((row) => filmsIn(row, 'voted'))) / films,
  };
}

const longest = 1200;

function countsOf(rows: readonly LengthRow[], column: Share, shortest = featureLength): Float64Array {
  const counts = new Float64Array(longest + 1);
  for (const row of rows)
    for (const [i, minutes] of row.lengths.entries())
      if (minutes >= shortest && minutes <= longest) counts[minutes] = (counts[minutes] ?? 0) + (row[column][i] ?? 0);
  return counts;
}

function medianOf(counts: Float64Array): Estimate {
  return {
    value: quantileOfCounts(counts, 0, 0.5),
    ...quantileIntervalOfCounts(counts, 0, 0.5),
    n: counts.reduce((total, count) => total + count, 0),
  };
}

function filmsIn(row: LengthRow, column: Share): number {
  let total = 0;
  for (const [i, minutes] of row.lengths.entries()) if (minutes >= featureLength) total += row[column][i] ?? 0;
  return total;
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
