import type { CustomerId } from '#brand.ts';
import { fault } from '#errors.ts';
import { momentOf, type Clock } from '#state/clock.ts';
import { recordConsent, type Said } from '#state/consent.ts';
import { holdCustomer, touchCustomer } from '#state/customers.ts';
import type { Db } from '#state/schema.ts';
import { alertKinds, channels, type AlertKind, type ChannelName } from '#state/tables/customers.ts';
import { inTransaction } from '#state/transaction.ts';

/** One kind of message by one channel. */
export interface Subscription {
  readonly kind: AlertKind;
  readonly channel: ChannelName;
}

/** How a change came about, for the log of consent. */
export interface Telling extends Clock {
  readonly language: 'fr' | 'en';
  readonly source: Said['source'];
  /** The sentence that was shown for it. */
  readonly wording: (one: Subscription) => string;
}

/** What a person asked to be told, in the order of the kinds and the channels. */
export async function subscriptionsOf(db: Db, customer: CustomerId): Promise<Subscription[]> {
  const rows = await db
    .selectFrom('subscription')
    .select(['kind', 'channel'])
    .where('customer', '=', customer)
    .execute();
  return rows.toSorted(
    (a, b) =>
      alertKinds.indexOf(a.kind) - alertKinds.indexOf(b.kind) ||
      channels.indexOf(a.channel) - channels.indexOf(b.channel),
  );
}

/** What a change came to. */
export interface Changed {
  readonly given: readonly Subscription[];
  readonly withdrawn: readonly Subscription[];
}

/**
 * Has a person told what is `wanted`, by the channels of `among` (what they were shown), and nothing else by these; each difference is written down.
 * @throws CUSTOMER_UNKNOWN
 */
export const changeSubscriptions = (
  db: Db,
  customer: CustomerId,
  { wanted, among }: { readonly wanted: readonly Subscription[]; readonly among: readonly ChannelName[] },
  telling: Telling,
): Promise<Changed> =>
  change(db, customer, telling, (standing) => ({
    given: wanted.filter((one) => among.includes(one.channel) && !has(standing, one)),
    withdrawn: standing.filter((one) => among.includes(one.channel) && !has(wanted, one)),
  }));

/** Adds to what a person is told. @throws CUSTOMER_UNKNOWN */
export const subscribe = (
  db: Db,
  customer: CustomerId,
  more: readonly Subscription[],
  telling: Telling,
): Promise<Changed> =>
  change(db, customer, telling, (standing) => ({ given: more.filter((one) => !has(standing, one)), withdrawn: [] }));

/** Takes away what `leaves` says, as often as it is asked: what is gone already is not written down twice. @throws CUSTOMER_UNKNOWN */
export const unsubscribe = (
  db: Db,
  customer: CustomerId,
  leaves: (one: Subscription) => boolean,
  telling: Telling,
): Promise<Changed> => change(db, customer, telling, (standing) => ({ given: [], withdrawn: standing.filter(leaves) }));

const change = (
  db: Db,
  customer: CustomerId,
  { language, source, wording, now = Temporal.Now.instant() }: Telling,
  decide: (standing: readonly Subscription[]) => Changed,
): Promise<Changed> =>
  inTransaction(db, async (within) => {
    if (!(await holdCustomer(within, customer))) throw fault('CUSTOMER_UNKNOWN');
    const changed = decide(await subscriptionsOf(within, customer));
    const at = momentOf(now);
    if (changed.given.length > 0)
      await within
        .insertInto('subscription')
        .values(changed.given.map(({ kind, channel }) => ({ customer, kind, channel, at })))
        .execute();
    for (const { kind, channel } of changed.withdrawn)
      await within
        .deleteFrom('subscription')
        .where('customer', '=', customer)
        .where('kind', '=', kind)
        .where('channel', '=', channel)
        .execute();
    const told = (action: 'given' | 'withdrawn') => (one: Subscription) => ({
      kind: one.kind,
      channel: one.channel,
      action,
      language,
      source,
      wording: wording(one),
    });
    const said = [...changed.given.map(told('given')), ...changed.withdrawn.map(told('withdrawn'))];
    await recordConsent(within, customer, said, { now });
    // a mail program's click is not the person's own coming, and a letter that came back still less; a form is
    if (source !== 'header' && source !== 'bounce') await touchCustomer(within, customer, { now });
    return changed;
  });

const has = (list: readonly Subscription[], one: Subscription): boolean =>
  list.some(({ kind, channel }) => kind === one.kind && channel === one.channel);
