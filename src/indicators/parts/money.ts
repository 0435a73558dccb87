import type { Row } from '#catalogue/query.ts';
import { difference, moveOf, type Estimate, type Move } from '#indicators/parts/difference.ts';
import type { Doubtful } from '#indicators/parts/doubtful.ts';
import { dollarOf } from '#indicators/price-index.ts';
import type { genreReturns, moneySelection, yearBudgets } from '#indicators/queries/money.ts';
import { quantile, quantileInterval } from '#kernels/statistics/quantile.ts';

/** Fewer sums than this have no median worth telling. */
export const leastSums = 30;
const periodYears = 10;
const recentYears = 30;

export interface BudgetYear {
  readonly year: number;
  /** In dollars of `priceYear`. */
  readonly median: Estimate;
  readonly quarter: number;
  readonly threeQuarters: number;
  /** In dollars of the year. */
  readonly nominal: number;
  readonly films: number;
}

export interface BudgetPeriod {
  readonly from: number;
  readonly to: number;
  readonly real: Estimate;
  readonly nominal: number;
  /** Films of those years, their budget known or not. */
  readonly films: number;
}

export interface GenreReturn {
  readonly genre: string;
  readonly median: Estimate;
  readonly quarter: number;
  readonly threeQuarters: number;
  /** The share of films whose receipts are below their budget. */
  readonly below: number;
}

export interface MeasuredMoney {
  readonly films: number;
  readonly budgets: number;
  readonly both: number;
  readonly years: readonly BudgetYear[];
  readonly compared: { readonly base: BudgetPeriod; readonly newest: BudgetPeriod; readonly move: Move } | null;
  /** The same of the year's most voted films; null when the filters say which films. */
  readonly top: MeasuredMoney['compared'];
  readonly all: GenreReturn | null;
  /** The highest first. */
  readonly genres: readonly GenreReturn[];
  readonly selection: Row<typeof moneySelection.columns> | null;
  readonly doubtful: Doubtful;
}

type BudgetRow = Row<typeof yearBudgets.columns>;

/** Budgets by year in dollars of one year, and ten years compared with ten of thirty years before. */
export function budgetsOf(
  rows: readonly BudgetRow[],
): Pick<MeasuredMoney, 'years' | 'compared' | 'films' | 'budgets' | 'both'> {
  const years = rows.flatMap(({ year, budgets, films }): BudgetYear[] => {
    if (budgets.length < leastSums) return [];
    const real = Float64Array.from(budgets, (thousands) => thousands * 1000 * dollarOf(year));
    const median = medianOf(real);
    return [
      {
        year,
        median,
        quarter: quantile(real, 0.25),
        threeQuarters: quantile(real, 0.75),
        nominal: median.value / dollarOf(year),
        films,
      },
    ];
  });
  const last = years.at(-1)?.year;
  const first = years[0]?.year;
  const total = (of: (row: BudgetRow) => number): number => rows.reduce((sum, row) => sum + of(row), 0);
  return {
    years,
    compared: last === undefined || first === undefined ? null : comparison(rows, first, last),
    films: total(({ films }) => films),
    budgets: total(({ budgets }) => budgets.length),
    both: total(({ both }) => both),
  };
}

function comparison(rows: readonly BudgetRow[], first: number, last: number): MeasuredMoney['compared'] {
  const baseTo = Math.max(last - recentYears, first + periodYears - 1);
  if (baseTo > last - periodYears) return null;
  const [base, newest] = [periodOf(rows, baseTo), periodOf(rows, last)];
  return base === null || newest === null ? null : { base, newest, move: moveOf(difference(newest.real, base.real)) };
}

function periodOf(rows: readonly BudgetRow[], to: number): BudgetPeriod | null {
  const inside = rows.filter(({ year }) => year > to - periodYears && year <= to);
  const of = (dollars: (year: number) => number): Float64Array =>
    Float64Array.from(inside.flatMap(({ year, budgets }) => budgets.map((one) => one * 1000 * dollars(year)))).sort();
  const real = of(dollarOf);
  if (real.length < leastSums) return null;
  const plain = of(() => 1);
  const films = inside.reduce((sum, row) => sum + row.films, 0);
  return { from: to - periodYears + 1, to, real: medianOf(real), nominal: quantile(plain, 0.5), films };
}

/** Receipts over budget by genre, the highest median first, and of all films. */
export function returnsOf(rows: readonly Row<typeof genreReturns.columns>[]): Pick<MeasuredMoney, 'all' | 'genres'> {
  const told = rows.flatMap(({ genre, returns }): GenreReturn[] => {
    if (returns.length < leastSums) return [];
    const sorted = Float64Array.from(returns, (part) => part / 1000);
    return [
      {
        genre,
        median: medianOf(sorted),
        quarter: quantile(sorted, 0.25),
        threeQuarters: quantile(sorted, 0.75),
        below: sorted.findLastIndex((part) => part < 1) + 1,
      },
    ].map((one) => ({ ...one, below: one.below / sorted.length }));
  });
  return {
    all: told.find(({ genre }) => genre === '') ?? null,
    genres: told.filter(({ genre }) => genre !== '').toSorted((a, b) => b.median.value - a.median.value),
  };
}

const medianOf = (sorted: Float64Array): Estimate => ({
  value: quantile(sorted, 0.5),
  ...quantileInterval(sorted, 0.5),
  n: sorted.length,
});
