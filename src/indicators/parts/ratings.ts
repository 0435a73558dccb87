import type { Row } from '#catalogue/query.ts';
import { difference, shownMove, type Difference, type Estimate, type Move } from '#indicators/parts/difference.ts';
import type { Doubtful } from '#indicators/parts/doubtful.ts';
import { longEnough, type Span } from '#indicators/parts/span.ts';
import type { ratingCounts } from '#indicators/queries/ratings-strata.ts';
import { quantileIntervalOfCounts, quantileOfCounts } from '#kernels/statistics/counts.ts';

/** Classes of votes: from the first bound, below the second. */
export const voteClasses = [
  [1, 100],
  [100, 1000],
  [1000, 10_000],
  [10_000, 100_000],
  [100_000, 2 ** 31 - 1],
] as const;
/** Below so many films a decade of a class has no median. */
export const leastRated = 30;
const recentYears = 30;

export interface RatingPoint {
  readonly decade: number;
  /** Its first year with films of those asked for, and its last. */
  readonly from: number;
  readonly to: number;
  readonly median: Estimate;
  readonly quarter: number;
  readonly threeQuarters: number;
}

export interface RatingClass {
  /** Its place in `voteClasses`. */
  readonly votes: number;
  readonly decades: readonly RatingPoint[];
  /** All its films together. */
  readonly whole: Estimate | null;
  readonly compared: Compared | null;
}

export interface Compared {
  readonly base: RatingPoint;
  readonly newest: RatingPoint;
  readonly change: Difference;
  readonly move: Move;
}

export interface MeasuredRatings {
  readonly films: number;
  readonly rated: number;
  readonly classes: readonly RatingClass[];
  /** All films together, whatever their votes. */
  readonly together: Compared | null;
  /** The last decade, or that of thirty years before, when its years are too few to be compared. */
  readonly short: readonly Span[];
  readonly doubtful: Doubtful;
}

type RatingRow = Row<typeof ratingCounts.columns>;

/** Medians of ratings by class of votes and decade. */
export function ratingsOf(rows: readonly RatingRow[]): Pick<MeasuredRatings, 'classes' | 'together' | 'short'> {
  const decades = spansOf(rows);
  const pointsOf = (some: readonly RatingRow[]): RatingPoint[] =>
    decades.flatMap(({ decade, from, to }) => {
      const counts = countsOf(some.filter((row) => row.decade === decade));
      const median = medianOf(counts);
      if (median.n < leastRated) return [];
      const at = (p: number): number => quantileOfCounts(counts, 0, p) / 10;
      return [{ decade, from, to, median, quarter: at(0.25), threeQuarters: at(0.75) }];
    });
  const together = pointsOf(rows);
  const wanted = [together.at(-1), thirtyBefore(together, together.at(-1))];
  return {
    classes: voteClasses.map((_, votes) => {
      const some = rows.filter((row) => row.votes === votes);
      const points = pointsOf(some);
      const whole = medianOf(countsOf(some));
      return { votes, decades: points, whole: whole.n < leastRated ? null : whole, compared: comparedOf(points) };
    }),
    together: comparedOf(together),
    short: together.filter((point) => wanted.includes(point) && !longEnough(point)),
  };
}

/** The decades, the years of each that hold films: the same for all classes. */
function spansOf(rows: readonly RatingRow[]): (Span & { readonly decade: number })[] {
  const spans = new Map<number, Span & { readonly decade: number }>();
  for (const { decade, from, to } of rows) {
    const before = spans.get(decade) ?? { from, to };
    spans.set(decade, { decade, from: Math.min(before.from, from), to: Math.max(before.to, to) });
  }
  return [...spans.values()];
}

const thirtyBefore = (points: readonly RatingPoint[], newest: RatingPoint | undefined): RatingPoint | undefined =>
  points.find(({ decade }) => newest !== undefined && decade === newest.decade - recentYears);

/** The last decade and that of thirty years before, of those with years enough. */
function comparedOf(points: readonly RatingPoint[]): Compared | null {
  const long = points.filter(longEnough);
  const newest = long.at(-1);
  const base = thirtyBefore(long, newest);
  if (newest === undefined || base === undefined) return null;
  const change = difference(newest.median, base.median);
  return { base, newest, change, move: shownMove(change, 0.1) };
}

function countsOf(rows: readonly RatingRow[]): Float64Array {
  const counts = new Float64Array(101);
  for (const { ratings, films } of rows)
    for (const [i, tenths] of ratings.entries()) counts[tenths] = (counts[tenths] ?? 0) + (films[i] ?? 0);
  return counts;
}

function medianOf(counts: Float64Array): Estimate {
  const { low, high } = quantileIntervalOfCounts(counts, 0, 0.5);
  return {
    value: quantileOfCounts(counts, 0, 0.5) / 10,
    low: low / 10,
    high: high / 10,
    n: counts.reduce((total, count) => total + count, 0),
  };
}
