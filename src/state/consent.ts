import type { CustomerId } from '#brand.ts';
import { momentOf, type Clock } from '#state/clock.ts';
import type { Db } from '#state/schema.ts';
import type { AlertKind, ChannelName, ConsentAction, ConsentSource } from '#state/tables/customers.ts';

/** What a person said of one kind of message by one channel, and what they had under their eyes. */
export interface Said {
  readonly kind: AlertKind | 'account';
  readonly channel: ChannelName;
  readonly action: ConsentAction;
  /** The sentence as it was shown, or as it was read aloud. */
  readonly wording: string;
  readonly language: 'fr' | 'en';
  readonly source: ConsentSource;
}

/** Writes down what was said: nothing of this is ever changed, and it goes with the person (RGPD, article 7.1: consent must be shown). */
export async function recordConsent(
  db: Db,
  customer: CustomerId,
  said: readonly Said[],
  { now = Temporal.Now.instant() }: Clock = {},
): Promise<void> {
  if (said.length === 0) return;
  const at = momentOf(now);
  await db
    .insertInto('consent')
    .values(said.map((one) => ({ ...one, customer, at })))
    .execute();
}

/** All that a person said, the first first. */
export const consentsOf = (db: Db, customer: CustomerId) =>
  db
    .selectFrom('consent')
    .select(['kind', 'channel', 'action', 'wording', 'language', 'source', 'at'])
    .where('customer', '=', customer)
    .orderBy('id')
    .execute();
