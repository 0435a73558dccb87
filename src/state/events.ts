import type { FilmId, VisitorId } from '#brand.ts';
import { hourOf, type Clock } from '#state/clock.ts';
import type { Db, EventAction } from '#state/schema.ts';
import { inTransaction } from '#state/transaction.ts';
import { holdVisitor } from '#state/visitors.ts';

const rowsAtOnce = 1000;

/** What happened to a film of a list: a line of the feedback log without its time. */
export interface ListEvent {
  /** UUID version 4, drawn for this list alone. */
  readonly list: string;
  /** Fingerprint of the model that placed the film. */
  readonly model: string;
  /** From 1; 0 is a film that the visitor named before the list was made. */
  readonly position: number;
  readonly film: FilmId;
  /** Probability, above 0, that the film was shown at this position. */
  readonly propensity: number;
  readonly explored: boolean;
  readonly team: 'a' | 'b' | null;
  readonly action: EventAction;
}

/** A line of the feedback log, as src/recommend/feedback-log.ts reads it: nothing in it leads to a visitor. */
export interface LoggedEvent extends ListEvent {
  /** UTC, to the hour. */
  readonly at: string;
}

/**
 * Writes events of one visitor, or of somebody unknown (null), all or none; a film that was shown is written once, whatever is asked again.
 * @throws VISITOR_UNKNOWN
 */
export const appendEvents = (
  db: Db,
  visitor: VisitorId | null,
  events: readonly ListEvent[],
  { now = Temporal.Now.instant() }: Clock = {},
): Promise<void> =>
  inTransaction(db, async (within) => {
    const holder = visitor === null ? null : await holdVisitor(within, visitor);
    const at = hourOf(now);
    const rows = events.map(({ list, model, position, film, propensity, explored, team, action }) => ({
      visitor: holder,
      list,
      model,
      position,
      film,
      propensity,
      explored: explored ? (1 as const) : (0 as const),
      team,
      action,
      at,
    }));
    for (let start = 0; start < rows.length; start += rowsAtOnce)
      await within
        .insertInto('event')
        .values(rows.slice(start, start + rowsAtOnce))
        .onConflict((conflict) => conflict.doNothing())
        .execute();
  });

/**
 * The log from the hour of `since` on, in the order of hours, then as written; read page by page, so that nobody waits for its end. Not one
 * moment's picture: what is written meanwhile may be in it.
 */
export async function* eventsSince(
  db: Db,
  since: Temporal.Instant,
  { page = 5000 }: { page?: number } = {},
): AsyncGenerator<LoggedEvent> {
  let [hour, last] = [hourOf(since), 0];
  for (;;) {
    const rows = await db
      .selectFrom('event')
      .select(['id', 'list', 'model', 'position', 'film', 'propensity', 'explored', 'team', 'action', 'at'])
      .where((row) => row.or([row('at', '>', hour), row.and([row('at', '=', hour), row('id', '>', last)])]))
      .orderBy('at')
      .orderBy('id')
      .limit(page)
      .execute();
    for (const { id, explored, ...row } of rows) {
      [hour, last] = [row.at, id];
      yield { ...row, explored: explored === 1 };
    }
    if (rows.length < page) return;
  }
}
