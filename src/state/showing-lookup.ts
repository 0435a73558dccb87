import type { ShowingId } from '#brand.ts';
import type { Db } from '#state/schema.ts';
import { listShowings, type ShowingAt, type WhichShowings } from '#state/showings.ts';

/** One showing with its venue, called off or not; null when there is none of that identifier. */
export async function findShowing(db: Db, id: ShowingId): Promise<ShowingAt | null> {
  const row = await db.selectFrom('showing').select(['day', 'venue']).where('id', '=', id).executeTakeFirst();
  if (row === undefined) return null;
  const around = await listShowings(db, { from: row.day, until: row.day, venue: row.venue, cancelled: true });
  return around.find((showing) => showing.id === id) ?? null;
}

/** The days from one on that have showings, by day: how many, those that are called off left out. */
export const announcedDays = (db: Db, from: string): Promise<{ day: string; showings: number }[]> =>
  db
    .selectFrom('showing')
    .select((of) => ['day', of.fn.countAll<number>().as('showings')])
    .where('day', '>=', from)
    .where('cancelled', 'is', null)
    .groupBy('day')
    .orderBy('day')
    .execute()
    .then((rows) => rows.map(({ day, showings }) => ({ day, showings: Number(showings) })));

/** When each showing of some days was changed for the last time, as momentOf writes it. */
export async function changesOf(
  db: Db,
  { from, until }: Pick<WhichShowings, 'from' | 'until'>,
): Promise<ReadonlyMap<ShowingId, string>> {
  let query = db.selectFrom('showing').select(['id', 'changed']);
  if (from !== undefined) query = query.where('day', '>=', from);
  if (until !== undefined) query = query.where('day', '<=', until);
  const rows = await query.execute();
  return new Map(rows.map(({ id, changed }) => [id, changed]));
}
