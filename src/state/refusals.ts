import { sql } from 'kysely';
import { dayOf, type Clock } from '#state/clock.ts';
import type { Db } from '#state/schema.ts';

/** Why a sign-up was turned away, or left without a letter. */
export type Refusal =
  | 'sign-ups-from-one-address'
  | 'letters-to-one-address'
  | 'suppressed-address'
  | 'like-a-robot'
  | 'bad-address'
  | 'bad-link'
  | 'bad-code'
  | 'bad-passkey';

/** Counts what was turned away: the day and the reason, and nobody. */
export const countRefusal = async (
  db: Db,
  reason: Refusal,
  { now = Temporal.Now.instant() }: Clock = {},
): Promise<void> =>
  void (await db
    .insertInto('refusal')
    .values({ day: dayOf(now), reason, count: 1 })
    .onConflict((conflict) => conflict.columns(['day', 'reason']).doUpdateSet({ count: sql`refusal.count + 1` }))
    .execute());

/** What was turned away since a day, `2026-11-01`, the most first. */
export const refusalsSince = async (db: Db, day: string): Promise<{ reason: string; count: number }[]> => {
  const rows = await db
    .selectFrom('refusal')
    .select(({ fn }) => ['reason', fn.sum<number | string>('count').as('count')])
    .where('day', '>=', day)
    .groupBy('reason')
    .execute();
  return rows
    .map(({ reason, count }) => ({ reason, count: Number(count) }))
    .toSorted((a, b) => b.count - a.count || a.reason.localeCompare(b.reason));
};
