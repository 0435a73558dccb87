import { momentOf, type Clock } from '#state/clock.ts';
import type { Db } from '#state/schema.ts';

/**
 * Puts a message that was taken back, as it was no longer true, into the queue again with what is true now.
 * @returns whether it was still taken back
 */
export async function renewMessage(
  db: Db,
  outbox: number,
  { payload, due, stale }: { payload: unknown; due: Temporal.Instant; stale: Temporal.Instant },
  { now = Temporal.Now.instant() }: Clock = {},
): Promise<boolean> {
  const renewed = await db
    .updateTable('outbox')
    .set({
      payload: JSON.stringify(payload),
      state: 'queued',
      due: momentOf(due),
      stale: momentOf(stale),
      attempts: 0,
      claimed_by: null,
      claimed_until: null,
      reason: null,
      changed: momentOf(now),
    })
    .where('id', '=', outbox)
    .where('state', '=', 'suppressed')
    .executeTakeFirst();
  return Number(renewed.numUpdatedRows) > 0;
}
