import type { FilmId, VisitorId } from '#brand.ts';
import type { ListEvent } from '#state/events.ts';
import type { Db } from '#state/schema.ts';

/** How a film was shown to this visitor in a list, as logged then; null when it was not, or the list is not theirs. */
export async function shownInList(db: Db, visitor: VisitorId, list: string, film: FilmId): Promise<ListEvent | null> {
  const row = await db
    .selectFrom('event')
    .select(['list', 'model', 'position', 'film', 'propensity', 'explored', 'team', 'action'])
    .where('visitor', '=', visitor)
    .where('list', '=', list)
    .where('film', '=', film)
    .where('action', '=', 'shown')
    .executeTakeFirst();
  return row === undefined ? null : { ...row, explored: row.explored === 1 };
}
