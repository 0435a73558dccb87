import { sql } from 'kysely';
import type { FilmId, VisitorId } from '#brand.ts';
import type { Db } from '#state/schema.ts';
import { inTransaction } from '#state/transaction.ts';

/** A wish, and what says whether it still stands for somebody. */
export interface StandingWish {
  readonly visitor: VisitorId;
  readonly film: FilmId;
  readonly commune: string;
  readonly at: string;
  /** The day of their last visit. */
  readonly lastSeen: string;
  /** A message left since, to say that the film is shown. */
  readonly told: boolean;
}

/** Every wish that stands. */
export async function standingWishes(db: Db): Promise<StandingWish[]> {
  const rows = await db
    .selectFrom('wish')
    .innerJoin('visitor', 'visitor.id', 'wish.visitor')
    .select([
      'wish.visitor',
      'wish.film',
      'wish.commune',
      'wish.at',
      'visitor.last_seen as lastSeen',
      sql<number>`case when exists (
        select 1 from outbox join customer on customer.id = outbox.customer
        where customer.visitor = wish.visitor and outbox.kind = 'wish' and outbox.state in ('sent', 'delivered')
          and outbox.message like 'wish:' || wish.film || ':%' and outbox.changed > wish.at
      ) then 1 else 0 end`.as('told'),
    ])
    .execute();
  return rows.map((row) => ({ ...row, told: Number(row.told) === 1 }));
}

/** Deletes wishes, but those that were said anew since they were read. */
export const dropWishes = (db: Db, wishes: readonly Pick<StandingWish, 'visitor' | 'film' | 'at'>[]): Promise<number> =>
  inTransaction(db, async (within) => {
    let dropped = 0;
    for (const { visitor, film, at } of wishes) {
      const { numDeletedRows } = await within
        .deleteFrom('wish')
        .where('visitor', '=', visitor)
        .where('film', '=', film)
        .where('at', '=', at)
        .executeTakeFirst();
      dropped += Number(numDeletedRows);
    }
    return dropped;
  });
