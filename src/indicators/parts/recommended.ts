import type { Row } from '#catalogue/query.ts';
import type { Stratum } from '#indicators/filters.ts';
import { difference, shownMove, type Difference, type Estimate, type Move } from '#indicators/parts/difference.ts';
import { longEnough, type Span } from '#indicators/parts/span.ts';
import { share, shownStep } from '#indicators/parts/shares.ts';
import type { recommendedByCountry, recommendedByYear } from '#indicators/queries/art-et-essai.ts';

/** Fewer films than this have no share worth telling. */
export const leastFilms = 30;
/** Countries are told of so many years, and years compared by as many. */
export const recentYears = 10;
const apart = 20;
/** The country whose cinemas the list is made for. */
export const home = 'FR';

export interface RecommendedPeriod {
  readonly from: number;
  readonly to: number;
  readonly share: Estimate;
}

export interface MeasuredRecommended {
  readonly films: number;
  readonly recommended: number;
  readonly years: readonly { readonly year: number; readonly share: Estimate }[];
  /** The last ten years, and ten years twenty years before. */
  readonly compared: {
    readonly base: RecommendedPeriod;
    readonly newest: RecommendedPeriod;
    readonly change: Difference;
    readonly move: Move;
  } | null;
  /** The years of twenty years before, when they are too few to be compared. */
  readonly short: Span | null;
  /** The same of the films of the home country alone; null when the filters name a country. */
  readonly home: MeasuredRecommended['compared'];
  /** Of the last ten years, the highest share first. */
  readonly countries: readonly { readonly country: string; readonly share: Estimate; readonly recommended: number }[];
  readonly recent: { readonly from: number; readonly to: number };
  /** Lines of the list, and those that no film of the catalogue answers. */
  readonly lines: number;
  readonly lost: number;
  readonly stratum: Stratum;
  readonly minVotes: number;
}

type YearRow = Row<typeof recommendedByYear.columns>;

/** Shares by year and by country, with their Wilson intervals. */
export function recommendedOf(
  rows: readonly YearRow[],
  countries: readonly Row<typeof recommendedByCountry.columns>[],
): Pick<MeasuredRecommended, 'films' | 'recommended' | 'years' | 'compared' | 'short' | 'countries'> {
  const end = lastRecommended(rows) ?? Infinity;
  const years = rows
    .filter(({ films, year }) => films >= leastFilms && year <= end)
    .map(({ year, films, recommended }) => ({ year, share: share(recommended, films) }));
  return {
    films: rows.reduce((sum, { films }) => sum + films, 0),
    recommended: rows.reduce((sum, { recommended }) => sum + recommended, 0),
    years,
    compared: comparisonOf(rows, years.at(-1)?.year),
    short: shortOf(rows, years.at(-1)?.year),
    countries: countries
      .filter(({ country, films }) => country !== '' && films >= leastFilms)
      .map(({ country, films, recommended }) => ({ country, recommended, share: share(recommended, films) }))
      .toSorted((a, b) => b.share.value - a.share.value),
  };
}

/** The last year of the list: of films after it, that none is recommended is no share. Null when none is. */
export const lastRecommended = (rows: readonly YearRow[]): number | null =>
  rows.findLast(({ recommended }) => recommended > 0)?.year ?? null;

/** The ten years up to `last`, and ten years twenty years before; null when either has too few films, or too few years. */
export function comparisonOf(rows: readonly YearRow[], last: number | undefined): MeasuredRecommended['compared'] {
  if (last === undefined) return null;
  const [base, newest] = [periodOf(rows, last - apart), periodOf(rows, last)];
  if (base === null || newest === null || !longEnough(base) || !longEnough(newest)) return null;
  const change = difference(newest.share, base.share);
  return { base, newest, change, move: shownMove(change, shownStep) };
}

function shortOf(rows: readonly YearRow[], last: number | undefined): Span | null {
  const base = last === undefined ? null : periodOf(rows, last - apart);
  return base === null || longEnough(base) ? null : { from: base.from, to: base.to };
}

function periodOf(rows: readonly YearRow[], to: number): RecommendedPeriod | null {
  const inside = rows.filter(({ year }) => year > to - recentYears && year <= to);
  const films = inside.reduce((sum, row) => sum + row.films, 0);
  if (films < leastFilms) return null;
  return {
    from: Math.min(...inside.map(({ year }) => year)),
    to: Math.max(...inside.map(({ year }) => year)),
    share: share(
      inside.reduce((sum, row) => sum + row.recommended, 0),
      films,
    ),
  };
}
