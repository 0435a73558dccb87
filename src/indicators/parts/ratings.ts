import type { Row } from '#catalogue/query.ts';
import { difference, moveOf, type Difference, type Estimate, type Move } from '#indicators/parts/difference.ts';
import type { Doubtful } from '#indicators/parts/doubtful.ts';
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
  readonly doubtful: Doubtful;
}

type RatingRow = Row<typeof ratingCounts.columns>;

/** Medians of ratings by class of votes and decade. */
export function ratingsOf(rows: readonly RatingRow[], last: number): Pick<MeasuredRatings, 'classes' | 'together'> {
  const decades = [...new Set(rows.map(({ decade }) => decade))];
  const pointsOf = (some: readonly RatingRow[]): RatingPoint[] =>
    decades.flatMap((decade) => {
      const counts = countsOf(some.filter((row) => row.decade === decade));
      const median = medianOf(counts);
      if (median.n < leastRated) return [];
      const at = (p: number): number => quantileOfCounts(counts, 0, p) / 10;
      return [{ decade, to: Math.min(decade + 9, last), median, quarter: at(0.25), threeQuarters: at(0.75) }];
    });
  return {
    classes: voteClasses.map((_, votes) => {
      const some = rows.filter((row) => row.votes === votes);
      const points = pointsOf(some);
      const whole = medianOf(countsOf(some));
      return { votes, decades: points, whole: whole.n < leastRated ? null : whole, compared: comparedOf(points) };
    }),
    together: comparedOf(pointsOf(rows)),
  };
}

/** The last decade and that of thirty years before. */
function comparedOf(points: readonly RatingPoint[]): Compared | null {
  const newest = points.at(-1);
  const base = points.find(({ decade }) => newest !== undefined && decade === newest.decade - recentYears);
  if (newest === undefined || base === undefined) return null;
  const change = difference(newest.median, base.median);
  return { base, newest, change, move: moveOf(change) };
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
