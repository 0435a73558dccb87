import { momentOf } from '#state/clock.ts';
import type { Db } from '#state/schema.ts';

/** Whether anybody had kept a film here by some moment. */
export async function keptBefore(db: Db, until: Temporal.Instant): Promise<boolean> {
  const one = await db.selectFrom('mark').select('film').where('at', '<', momentOf(until)).limit(1).executeTakeFirst();
  return one !== undefined;
}
