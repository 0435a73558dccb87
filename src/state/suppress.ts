import type { CustomerId } from '#brand.ts';
import { addressHash } from '#state/address-hash.ts';
import { momentOf } from '#state/clock.ts';
import type { Db, StateSchema } from '#state/schema.ts';

/**
 * An address is to be written to no more, and whoever it is of has withdrawn what they asked for by e-mail: written down as said by the address itself.
 * Twice is once. In the transaction of whoever learns it.
 */
export async function suppressAddress(
  db: Db,
  address: string,
  {
    reason,
    detail,
    now,
    customer,
  }: {
    readonly reason: StateSchema['suppression']['reason'];
    readonly detail: string;
    readonly now: Temporal.Instant;
    readonly customer: CustomerId | null;
  },
): Promise<void> {
  const at = momentOf(now);
  await db
    .insertInto('suppression')
    .values({ address_hash: addressHash(address), reason, detail: detail.slice(0, 500), at })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  if (customer === null) return;
  const asked = await db
    .deleteFrom('subscription')
    .where('customer', '=', customer)
    .where('channel', '=', 'email')
    .returning('kind')
    .execute();
  const person = await db.selectFrom('customer').select('language').where('id', '=', customer).executeTakeFirst();
  for (const { kind } of asked)
    await db
      .insertInto('consent')
      .values({
        customer,
        kind,
        channel: 'email',
        action: 'withdrawn',
        wording: `${reason}: ${detail}`.slice(0, 500),
        language: person?.language ?? 'fr',
        source: 'bounce',
        at,
      })
      .execute();
}
