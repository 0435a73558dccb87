import { momentOf } from '#state/clock.ts';
import type { Db } from '#state/schema.ts';

/** What is known of a server that failed. */
export interface Circuit {
  readonly domain: string;
  readonly failures: number;
  readonly openUntil: string | null;
}

/** The servers that failed lately, whoever met them: those that answer have no row. */
export const circuitsOf = (db: Db): Promise<Circuit[]> =>
  db.selectFrom('circuit').select(['domain', 'failures', 'open_until as openUntil']).orderBy('domain').execute();

/** One failure more, and until when to leave it alone; null: not yet. */
export async function circuitFailed(
  db: Db,
  domain: string,
  now: Temporal.Instant,
  openUntil: (failures: number) => Temporal.Instant | null,
): Promise<void> {
  const changed = momentOf(now);
  const { failures } = await db
    .insertInto('circuit')
    .values({ domain, failures: 1, open_until: null, changed })
    .onConflict((conflict) =>
      conflict.column('domain').doUpdateSet((eb) => ({ failures: eb('circuit.failures', '+', 1), changed })),
    )
    .returning('failures')
    .executeTakeFirstOrThrow();
  const until = openUntil(failures);
  if (until === null) return;
  await db
    .updateTable('circuit')
    .set({ open_until: momentOf(until) })
    .where('domain', '=', domain)
    .execute();
}

/** It answers: all is forgotten. */
export const circuitMended = async (db: Db, domain: string): Promise<void> =>
  void (await db.deleteFrom('circuit').where('domain', '=', domain).execute());

/** Once its time is over, one letter of one worker may try it: the others wait a little more. @returns whether this worker is the one */
export async function tryCircuit(db: Db, { domain, openUntil }: Circuit, until: Temporal.Instant): Promise<boolean> {
  if (openUntil === null) return true;
  const { numUpdatedRows } = await db
    .updateTable('circuit')
    .set({ open_until: momentOf(until) })
    .where('domain', '=', domain)
    .where('open_until', '=', openUntil)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
