import type { FilmId } from '#brand.ts';
import { momentOf, type Clock } from '#state/clock.ts';
import type { Db } from '#state/schema.ts';

/** What waits for somebody of the house. */
export interface StaffToday {
  /** Showings of the days asked for. */
  readonly showings: number;
  /** Campaigns that wait to be let go, of weeks that are not over. */
  readonly heldCampaigns: number;
  /** Messages that could not be sent, that nobody sent again, and that it is not too late to say. */
  readonly deadLetters: number;
  /** Films that as many people wish, and that no showing to come has; the most wished first. */
  readonly wished: readonly { readonly film: FilmId; readonly people: number }[];
}

/** Of when, and of how many. */
export interface TodayAsked {
  /** First and last day whose showings are counted. */
  readonly from: string;
  readonly until: string;
  /** The week that it is: `2026-W47`. */
  readonly week: string;
  /** People who wish a film for it to be told; five at least. */
  readonly threshold: number;
}

/** Counts what waits, by queries that an index answers. */
export async function staffToday(
  db: Db,
  { from, until, week, threshold }: TodayAsked,
  { now = Temporal.Now.instant() }: Clock = {},
): Promise<StaffToday> {
  const showings = await db
    .selectFrom('showing')
    .select((row) => row.fn.countAll().as('count'))
    .where('day', '>=', from)
    .where('day', '<=', until)
    .where('cancelled', 'is', null)
    .executeTakeFirstOrThrow();
  const held = await db
    .selectFrom('campaign')
    .select((row) => row.fn.countAll().as('count'))
    .where('state', '=', 'held')
    .where('week', '>=', week)
    .executeTakeFirstOrThrow();
  const dead = await db
    .selectFrom('outbox')
    .select((row) => row.fn.countAll().as('count'))
    .where('state', '=', 'failed')
    .where('stale', '>', momentOf(now))
    .executeTakeFirstOrThrow();
  const wished = await db
    .selectFrom('wish')
    .select(['film', (row) => row.fn.countAll().as('people')])
    .where((row) =>
      row.not(
        row.exists(
          row
            .selectFrom('showing')
            .select('showing.id')
            .whereRef('showing.film', '=', 'wish.film')
            .where('showing.starts', '>', momentOf(now))
            .where('showing.cancelled', 'is', null),
        ),
      ),
    )
    .groupBy('film')
    .having((row) => row.fn.countAll(), '>=', Math.max(fewest, threshold))
    .orderBy('people', 'desc')
    .orderBy('film')
    .limit(10)
    .execute();
  return {
    showings: Number(showings.count),
    heldCampaigns: Number(held.count),
    deadLetters: Number(dead.count),
    wished: wished.map(({ film, people }) => ({ film, people: Number(people) })),
  };
}

const fewest = 5; // nobody is to be made out
