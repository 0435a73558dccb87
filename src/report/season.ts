import { ids } from '#market/figure-ids.ts';
import { seasonalityQuestion } from '#market/questions/time.ts';
import { trace } from '#market/trace.ts';
import { valueOf } from '#market/questions/question.ts';
import type { MarketBook, MarketSource } from '#market/types.ts';

/** A month of the year: 100 is the mean of the twelve. The range is that of the years known. */
export interface MonthIndex {
  /** 1 to 12. */
  readonly month: number;
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** Where a week stands in the year of the cinemas of France. */
export interface SeasonLine {
  readonly months: readonly MonthIndex[];
  readonly here: MonthIndex;
  readonly next: MonthIndex;
  /** Of the pairs of months known, this one and the next, in how many the next had more entries. */
  readonly rose: { readonly years: number; readonly of: number };
  readonly from: number;
  readonly to: number;
  readonly sources: readonly MarketSource[];
}

/** The season around a day; null when the book lacks the months. */
export function seasonOf(book: MarketBook, day: Temporal.PlainDate): SeasonLine | null {
  const answer = seasonalityQuestion.compute(book);
  if (answer === null) return null;
  const months = Array.from({ length: 12 }, (_, at): MonthIndex => {
    const found = valueOf(answer, `month/${at + 1}`);
    const value = found?.value ?? 100;
    return { month: at + 1, value, low: found?.low ?? value, high: found?.high ?? value };
  });
  const [here, next] = [months[day.month - 1], months[day.month % 12]];
  if (here === undefined || next === undefined) return null;
  const years = [...new Set(answer.used.map(({ year }) => year))].toSorted((a, b) => a - b);
  const known = new Set(years);
  const entries = (month: number, year: number): number | null =>
    known.has(year) ? (book.figure(ids.month(month), year)?.value ?? null) : null;
  const pairs = years.flatMap((year) => {
    const [now, then] = [entries(here.month, year), entries(next.month, next.month === 1 ? year + 1 : year)];
    return now === null || then === null ? [] : [then > now];
  });
  return {
    months,
    here,
    next,
    rose: { years: pairs.filter(Boolean).length, of: pairs.length },
    from: years[0] ?? answer.year,
    to: years.at(-1) ?? answer.year,
    sources: [
      ...new Map(
        answer.used
          .flatMap(({ id, year }) => trace(book, id, year) ?? [])
          .map(({ source }): [string, MarketSource] => [source.id, source]),
      ).values(),
    ],
  };
}
