import type { FilmId } from '#brand.ts';
import { fewest } from '#demand/anonymous.ts';
import { plausible } from '#demand/plausible.ts';
import { readThreshold } from '#demand/threshold.ts';
import type { MarketBook } from '#market/types.ts';
import { momentOf } from '#state/clock.ts';
import { wishersOf } from '#state/demand.ts';
import type { Db } from '#state/schema.ts';
import type { CountByPeople, Stretch } from '#state/week-counts.ts';

/** What a stretch of time brought of wishes that still stand. */
export interface WeekWishes {
  readonly made: CountByPeople;
  readonly threshold: number;
  /** Films that so many people wish since, and did not before; the most wished first. Never of fewer than five. */
  readonly passed: readonly { readonly film: FilmId; readonly people: number }[];
}

/** @returns counts alone; the caller says nothing of those of too few people */
export async function weekWishes(
  db: Db,
  { communes }: Pick<MarketBook, 'communes'>,
  { from, until }: Stretch,
): Promise<WeekWishes> {
  const [wishers, threshold] = await Promise.all([wishersOf(db), readThreshold(db)]);
  const known = new Set(communes.map(({ code }) => code));
  const { counted } = plausible(wishers, (commune) => known.has(commune));
  const [start, end] = [momentOf(from), momentOf(until)];
  const standing = counted.filter(({ at }) => at < end);
  const made = standing.filter(({ at }) => at >= start);
  const passed = [...Map.groupBy(standing, ({ film }) => film)].flatMap(([film, some]) => {
    const before = some.filter(({ at }) => at < start).length;
    return some.length >= Math.max(threshold, fewest) && before < threshold ? [{ film, people: some.length }] : [];
  });
  return {
    made: { value: made.length, people: new Set(made.map(({ visitor }) => visitor)).size },
    threshold,
    passed: passed.toSorted((a, b) => b.people - a.people || (a.film < b.film ? -1 : 1)),
  };
}
