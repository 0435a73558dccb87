import { normalAddress } from '#state/address-hash.ts';
import { momentOf, type Clock } from '#state/clock.ts';
import type { Db } from '#state/schema.ts';
import { hashOf } from '#state/secret.ts';
import { inTransaction } from '#state/transaction.ts';

/** So many tries fail without a wait; then 15 s, twice that after each, up to 15 minutes. Forgotten a day after the last. */
export const freeTries = 5;
export const longestWait = 900;
const firstWait = 15;

/** How long the next try waits, in seconds, when so many failed. */
export const waitAfter = (failures: number): number =>
  failures < freeTries ? 0 : Math.min(longestWait, firstWait * 2 ** Math.min(failures - freeTries, 10));

/** Under what tries are counted for an address that was typed, whether or not it is a member's. */
export const waitKeyOf = (email: string): string => hashOf(`account:${normalAddress(email)}`);

/**
 * Counts a try before it is made, so that many at once are counted each; `forgetTries` when it succeeds.
 * @returns seconds to wait, and the try must not be made; 0: it may. Tries during a wait do not lengthen it
 */
export const countTry = (db: Db, key: string, { now = Temporal.Now.instant() }: Clock = {}): Promise<number> =>
  inTransaction(db, async (within) => {
    const at = momentOf(now);
    await within
      .insertInto('staff_wait')
      .values({ id: key, failures: 0, until: at, changed: at })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    // an update that changes nothing takes the row's lock on both engines
    const held = await within
      .updateTable('staff_wait')
      .set((row) => ({ until: row.ref('until') }))
      .where('id', '=', key)
      .returning(['failures', 'until', 'changed'])
      .executeTakeFirstOrThrow();
    const left = Math.ceil(now.until(Temporal.Instant.from(held.until)).total('seconds'));
    if (left > 0) return left;
    const failures = (held.changed < momentOf(now.subtract({ hours: 24 })) ? 0 : held.failures) + 1;
    await within
      .updateTable('staff_wait')
      .set({ failures, until: momentOf(now.add({ seconds: waitAfter(failures) })), changed: at })
      .where('id', '=', key)
      .execute();
    return 0;
  });

/** The try succeeded. */
export const forgetTries = async (db: Db, key: string): Promise<void> =>
  void (await db.deleteFrom('staff_wait').where('id', '=', key).execute());
