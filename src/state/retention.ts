import { purgeStaff } from '#state/audit.ts';
import { dayOf, daysBefore, hourOf, momentOf, type Clock } from '#state/clock.ts';
import { forgetDeleted } from '#state/forget-deleted.ts';
import type { Db } from '#state/schema.ts';
import { inTransaction } from '#state/transaction.ts';

export interface Retention {
  /** A visitor not seen for more days is forgotten, with everything held about them. CNIL: 13 months. */
  readonly visitorDays: number;
  /** A line of the feedback log is kept for as many days. CNIL: 25 months at most. */
  readonly eventDays: number;
}

export interface Purged {
  readonly visitors: number;
  readonly events: number;
  readonly groups: number;
}

/** Deletes what may no longer be kept: to be run every day. Events that went with their visitor are not counted. */
export async function purgeState(
  db: Db,
  { visitorDays, eventDays }: Retention,
  { now = Temporal.Now.instant() }: Clock = {},
): Promise<Purged> {
  const purged = await inTransaction(db, async (within) => {
    await purgeStaff(within, { now });
    const visitors = await within
      .deleteFrom('visitor')
      .where('last_seen', '<', dayOf(daysBefore(now, visitorDays)))
      .executeTakeFirst();
    const events = await within
      .deleteFrom('event')
      .where('at', '<', hourOf(daysBefore(now, eventDays)))
      .executeTakeFirst();
    const groups = await within.deleteFrom('group_session').where('expires', '<=', momentOf(now)).executeTakeFirst();
    return {
      visitors: Number(visitors.numDeletedRows),
      events: Number(events.numDeletedRows),
      groups: Number(groups.numDeletedRows),
    };
  });
  if (purged.visitors + purged.events + purged.groups > 0) await forgetDeleted(db);
  return purged;
}
