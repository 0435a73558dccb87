import { nearBy } from '#demand/near.ts';
import type { MarketBook } from '#market/types.ts';
import { dayOf, daysBefore, momentOf, type Clock } from '#state/clock.ts';
import { forgetDeleted } from '#state/forget-deleted.ts';
import type { Db } from '#state/schema.ts';
import { listShowings } from '#state/showings.ts';
import { dropWishes, standingWishes, type StandingWish } from '#state/standing-wishes.ts';
import { listVenues } from '#state/venues.ts';

/** How long a wish stands. */
export const wishDays = {
  /** Without a visit of who made it. */
  away: 365,
  /** After its last showing nearby, when they were told of it: for as long the house may count who came. */
  told: 28,
  /** After its last showing nearby, told or not. */
  shown: 60,
} as const;

/** Whether a wish is over. `shown`: the last of its film's showings nearby since it was made, past or to come; null: none. */
export function wishIsOver(
  { lastSeen, told, shown }: Pick<StandingWish, 'lastSeen' | 'told'> & { readonly shown: string | null },
  now: Temporal.Instant,
): boolean {
  if (lastSeen < dayOf(daysBefore(now, wishDays.away))) return true;
  return shown !== null && shown <= momentOf(daysBefore(now, told ? wishDays.told : wishDays.shown));
}

/** Deletes the wishes that are over: to be run every day. @returns how many */
export async function expireWishes(
  db: Db,
  book: Pick<MarketBook, 'communes'>,
  { now = Temporal.Now.instant() }: Clock = {},
): Promise<number> {
  const [wishes, venues, showings] = await Promise.all([
    standingWishes(db),
    listVenues(db),
    listShowings(db, { from: dayOf(daysBefore(now, 2 * wishDays.away)), most: 100_000 }),
  ]);
  const near = nearBy(
    book,
    venues.map((venue) => ({ ...venue, closed: null })),
  );
  const byFilm = Map.groupBy(showings, ({ film }) => film);
  const over = wishes.filter((wish) => {
    const last = byFilm
      .get(wish.film)
      ?.findLast(({ starts, at }) => starts >= wish.at && near.within(wish.commune, at));
    return wishIsOver({ ...wish, shown: last?.starts ?? null }, now);
  });
  const dropped = await dropWishes(db, over);
  if (dropped > 0) await forgetDeleted(db);
  return dropped;
}
