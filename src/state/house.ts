import { momentOf, type Clock } from '#state/clock.ts';
import type { Db } from '#state/schema.ts';

/** A value of the house; null when it was never set. */
export async function houseValue(db: Db, key: string): Promise<string | null> {
  const row = await db.selectFrom('house').select('value').where('key', '=', key).executeTakeFirst();
  return row?.value ?? null;
}

/** Sets a value of the house. */
export async function setHouseValue(
  db: Db,
  key: string,
  value: string,
  { now = Temporal.Now.instant() }: Clock = {},
): Promise<void> {
  const at = momentOf(now);
  await db
    .insertInto('house')
    .values({ key, value, at })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ value, at }))
    .execute();
}

/** A value made once for the life of the house, the same for all its processes, whoever asks first: a key that signs links, say. */
export async function houseValueOnce(
  db: Db,
  key: string,
  make: () => string,
  { now = Temporal.Now.instant() }: Clock = {},
): Promise<string> {
  const known = await houseValue(db, key);
  if (known !== null) return known;
  await db
    .insertInto('house')
    .values({ key, value: make(), at: momentOf(now) })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return (await houseValue(db, key)) ?? '';
}
