import { houseValue, setHouseValue } from '#state/house.ts';
import { momentOf, type Clock } from '#state/clock.ts';
import type { Db } from '#state/schema.ts';

/** Inside a transaction: others that take the same turn wait until its end. */
export const takeTurn = (db: Db, name: string, clock: Clock = {}): Promise<void> =>
  setHouseValue(db, `turn:${name}`, '', clock);

/**
 * Takes a work for some time, or keeps it, unless another process has it.
 * @param by who takes it
 * @returns whether it is theirs until `seconds` from now
 */
export async function takeLease(
  db: Db,
  name: string,
  { by, seconds, now = Temporal.Now.instant() }: Clock & { readonly by: string; readonly seconds: number },
): Promise<boolean> {
  const key = `lease:${name}`;
  const value = `${momentOf(now.add({ seconds }))} ${by}`;
  const held = await houseValue(db, key);
  if (held === null) {
    const made = await db
      .insertInto('house')
      .values({ key, value, at: momentOf(now) })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    return Number(made.numInsertedOrUpdatedRows ?? 0) > 0;
  }
  const [until = '', holder] = held.split(' ');
  if (holder !== by && until > momentOf(now)) return false;
  // whoever else found it free has changed the value, and this changes nothing
  const taken = await db
    .updateTable('house')
    .set({ value, at: momentOf(now) })
    .where('key', '=', key)
    .where('value', '=', held)
    .executeTakeFirst();
  return Number(taken.numUpdatedRows) > 0;
}

/** Gives a work back. */
export async function endLease(db: Db, name: string, by: string): Promise<void> {
  await db.deleteFrom('house').where('key', '=', `lease:${name}`).where('value', 'like', `% ${by}`).execute();
}
