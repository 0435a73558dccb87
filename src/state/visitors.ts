import type { VisitorId } from '#brand.ts';
import { fault } from '#errors.ts';
import { dayOf, type Clock } from '#state/clock.ts';
import type { Db } from '#state/schema.ts';
import { newSecret, visitorIdOf } from '#state/secret.ts';
import { inTransaction } from '#state/transaction.ts';

export interface NewVisitor {
  /** For the visitor's cookie, and for nobody else: the state keeps its hash. */
  readonly secret: string;
  readonly visitor: VisitorId;
}

/** Makes a visitor; to be called when there is a first thing to keep, not at the first page. */
export async function createVisitor(db: Db, { now = Temporal.Now.instant() }: Clock = {}): Promise<NewVisitor> {
  const secret = newSecret();
  const visitor = visitorIdOf(secret);
  if (visitor === null) throw fault('UNEXPECTED', { reason: 'a secret of the wrong form' });
  const today = dayOf(now);
  await db.insertInto('visitor').values({ id: visitor, created: today, last_seen: today, merged_into: null }).execute();
  return { secret, visitor };
}

/**
 * Who a cookie's secret stands for, the visitor they became when they were merged; null when it is of nobody (forged, erased, expired). Notes the
 * day of the visit, at most once a day.
 */
export async function recogniseVisitor(
  db: Db,
  secret: string,
  { now = Temporal.Now.instant() }: Clock = {},
): Promise<VisitorId | null> {
  const id = visitorIdOf(secret);
  if (id === null) return null;
  const found = await db
    .selectFrom('visitor')
    .leftJoin('visitor as became', 'became.id', 'visitor.merged_into')
    .where('visitor.id', '=', id)
    .select(['visitor.last_seen', 'became.id as into', 'became.last_seen as into_seen'])
    .executeTakeFirst();
  if (found === undefined) return null;
  const today = dayOf(now);
  if (found.last_seen < today || (found.into_seen ?? today) < today)
    await db
      .updateTable('visitor')
      .set({ last_seen: today })
      .where('id', 'in', found.into === null ? [id] : [id, found.into])
      .where('last_seen', '<', today)
      .execute();
  return found.into ?? id;
}

/**
 * Inside a transaction: makes every other change about this visitor wait until its end. Resolves to the visitor, or to the one they became.
 * @throws VISITOR_UNKNOWN
 */
export async function holdVisitor(db: Db, visitor: VisitorId): Promise<VisitorId> {
  for (let id = visitor; ;) {
    // An update that changes nothing takes the row's lock on both engines.
    const held = await db
      .updateTable('visitor')
      .set((row) => ({ last_seen: row.ref('last_seen') }))
      .where('id', '=', id)
      .returning('merged_into')
      .executeTakeFirst();
    if (held === undefined) throw fault('VISITOR_UNKNOWN');
    if (held.merged_into === null) return id;
    id = held.merged_into;
  }
}

/** Runs a change about one visitor, alone with what is held about them. */
export const withVisitor = <T>(
  db: Db,
  visitor: VisitorId,
  work: (db: Db, visitor: VisitorId) => Promise<T>,
): Promise<T> => inTransaction(db, async (within) => work(within, await holdVisitor(within, visitor)));
