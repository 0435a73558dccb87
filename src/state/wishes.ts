import type { FilmId, VisitorId } from '#brand.ts';
import { momentOf, type Clock } from '#state/clock.ts';
import type { Db } from '#state/schema.ts';
import { withVisitor } from '#state/visitors.ts';

/** “I would come”: said by one visitor of one film. */
export interface Wish {
  readonly film: FilmId;
  /** INSEE code of where they would come from. */
  readonly commune: string;
  /** Days of the week that suit, 1 Monday to 7 Sunday; none: any. */
  readonly days: readonly number[];
  /** How many would come, with them: 1 to 9. */
  readonly seats: number;
}

/** The most wishes of one visitor that stand at once: beyond, one is taken back before another is made. */
export const mostWishes = 50;

/**
 * Makes a wish, or changes it.
 * @returns 'full' when the visitor has as many as may stand: nothing is done
 * @throws VISITOR_UNKNOWN
 */
export const setWish = (
  db: Db,
  visitor: VisitorId,
  { film, commune, days, seats }: Wish,
  { now = Temporal.Now.instant() }: Clock = {},
): Promise<'kept' | 'full'> =>
  withVisitor(db, visitor, async (within, holder) => {
    const others = await within
      .selectFrom('wish')
      .select(({ fn }) => fn.countAll().as('count'))
      .where('visitor', '=', holder)
      .where('film', '<>', film)
      .executeTakeFirstOrThrow();
    if (Number(others.count) >= mostWishes) return 'full';
    const said = { commune, days: days.toSorted().join(','), seats, at: momentOf(now) };
    await within
      .insertInto('wish')
      .values({ visitor: holder, film, ...said })
      .onConflict((conflict) => conflict.columns(['visitor', 'film']).doUpdateSet(said))
      .execute();
    return 'kept';
  });

/** Takes a wish back. @throws VISITOR_UNKNOWN */
export const unsetWish = (db: Db, visitor: VisitorId, film: FilmId): Promise<void> =>
  withVisitor(db, visitor, async (within, holder) => {
    await within.deleteFrom('wish').where('visitor', '=', holder).where('film', '=', film).execute();
  });

/** The wishes of a visitor, the latest first. */
export async function wishesOf(db: Db, visitor: VisitorId): Promise<(Wish & { readonly at: string })[]> {
  const rows = await db
    .selectFrom('wish')
    .select(['film', 'commune', 'days', 'seats', 'at'])
    .where('visitor', '=', visitor)
    .orderBy('at', 'desc')
    .orderBy('film')
    .execute();
  return rows.map((row) => ({ ...row, days: row.days === '' ? [] : row.days.split(',').map(Number) }));
}
