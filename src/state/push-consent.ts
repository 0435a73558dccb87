import type { CustomerId } from '#brand.ts';
import { momentOf, type Clock } from '#state/clock.ts';
import { holdCustomer } from '#state/customers.ts';
import type { Db } from '#state/schema.ts';
import type { AlertKind, ConsentAction } from '#state/tables/customers.ts';
import { inTransaction } from '#state/transaction.ts';

/** What was shown to who agreed. */
export interface Shown extends Clock {
  readonly wording: string;
  readonly language: 'fr' | 'en';
}

/**
 * Who turns notifications on and receives none yet is told by them too of whatever they are told otherwise. What they chose for notifications before stands.
 * @param shown.first they had no device: what stands from before is agreed to anew
 * @returns the kinds that are new
 */
export const agreeToPush = (
  db: Db,
  customer: CustomerId,
  { first = false, ...shown }: Shown & { readonly first?: boolean },
): Promise<readonly AlertKind[]> =>
  inTransaction(db, async (within) => {
    if (!(await holdCustomer(within, customer))) return [];
    const told = await within
      .selectFrom('subscription')
      .select(['kind', 'channel'])
      .where('customer', '=', customer)
      .orderBy('kind')
      .execute();
    const at = momentOf(shown.now ?? Temporal.Now.instant());
    const pushed = told.filter(({ channel }) => channel === 'push');
    if (pushed.length > 0) {
      if (first) for (const { kind } of pushed) await say(within, customer, kind, 'given', shown, at);
      return [];
    }
    const kinds = [...new Set(told.map(({ kind }) => kind))];
    for (const kind of kinds) {
      await within.insertInto('subscription').values({ customer, kind, channel: 'push', at }).execute();
      await say(within, customer, kind, 'given', shown, at);
    }
    return kinds;
  });

/** Who takes their last device away is told by notifications no more. Does nothing while a device is left. */
export const leavePush = (db: Db, customer: CustomerId, shown: Shown): Promise<readonly AlertKind[]> =>
  inTransaction(db, async (within) => {
    if (!(await holdCustomer(within, customer))) return [];
    const left = await within
      .selectFrom('push_subscription')
      .select('id')
      .where('customer', '=', customer)
      .limit(1)
      .execute();
    if (left.length > 0) return [];
    const told = await within
      .deleteFrom('subscription')
      .where('customer', '=', customer)
      .where('channel', '=', 'push')
      .returning('kind')
      .execute();
    const at = momentOf(shown.now ?? Temporal.Now.instant());
    for (const { kind } of told) await say(within, customer, kind, 'withdrawn', shown, at);
    return told.map(({ kind }) => kind);
  });

const say = async (
  db: Db,
  customer: CustomerId,
  kind: AlertKind,
  action: ConsentAction,
  { wording, language }: Shown,
  at: string,
): Promise<void> =>
  void (await db
    .insertInto('consent')
    .values({ customer, kind, channel: 'push', action, wording, language, source: 'page', at })
    .execute());
