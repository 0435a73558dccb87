import type { CustomerId } from '#brand.ts';
import { addressHash } from '#state/address-hash.ts';
import { momentOf, type Clock } from '#state/clock.ts';
import type { Db } from '#state/schema.ts';
import type { CustomerTables } from '#state/tables/customers.ts';
import type { MessageKind } from '#state/tables/outbox.ts';

/** Why an address is not written to. */
export type Suppression = CustomerTables['suppression']['reason'];

/** What is known of it: `customer`, when what they asked for by e-mail ends with it. */
export interface Suppressing {
  readonly reason: Suppression;
  readonly detail?: string;
  readonly customer?: CustomerId | null;
}

/** The most letters kept of what a server said. */
const detailMost = 500;

/**
 * Has an address written to no more, in the transaction of whoever learns it; what a customer asked for by e-mail is withdrawn, written down as said by
 * the address itself. What stood against it already stays, but for an erasure, which anything else outweighs. Twice is once.
 */
export async function suppressAddress(
  db: Db,
  address: string,
  { reason, detail = '', customer = null }: Suppressing,
  { now = Temporal.Now.instant() }: Clock = {},
): Promise<void> {
  const at = momentOf(now);
  const row = { address_hash: addressHash(address), reason, detail: detail.slice(0, detailMost), at };
  await db
    .insertInto('suppression')
    .values(row)
    .onConflict((conflict) =>
      conflict.column('address_hash').doUpdateSet(row).where('suppression.reason', '=', 'erased'),
    )
    .execute();
  if (customer !== null) await withdrawEmail(db, customer, `${reason}: ${detail}`.slice(0, detailMost), at);
}

/** What stands against an address; null when it may be written to. */
export async function suppressionOf(db: Db, email: string): Promise<Suppression | null> {
  const row = await db
    .selectFrom('suppression')
    .select('reason')
    .where('address_hash', '=', addressHash(email))
    .executeTakeFirst();
  return row?.reason ?? null;
}

/** How many addresses are not written to; the addresses themselves are not kept. */
export const countSuppressed = async (db: Db): Promise<number> =>
  Number(
    (
      await db
        .selectFrom('suppression')
        .select(({ fn }) => fn.countAll().as('count'))
        .executeTakeFirstOrThrow()
    ).count,
  );

/**
 * Whether what stands against an address holds a message back. Who had their account erased may ask for one again: the letters that a person asks for
 * at that very minute reach them, and no others.
 */
export const heldBack = (suppression: Suppression | null, kind: MessageKind): boolean =>
  suppression !== null && !(suppression === 'erased' && kind === 'account');

/** Someone who had their account erased has shown again that the address is theirs. */
export const liftErasure = async (db: Db, email: string): Promise<void> =>
  void (await db
    .deleteFrom('suppression')
    .where('address_hash', '=', addressHash(email))
    .where('reason', '=', 'erased')
    .execute());

async function withdrawEmail(db: Db, customer: CustomerId, wording: string, at: string): Promise<void> {
  const asked = await db
    .deleteFrom('subscription')
    .where('customer', '=', customer)
    .where('channel', '=', 'email')
    .returning('kind')
    .execute();
  const person = await db.selectFrom('customer').select('language').where('id', '=', customer).executeTakeFirst();
  const said = { channel: 'email', action: 'withdrawn', wording, source: 'bounce' } as const;
  for (const { kind } of asked)
    await db
      .insertInto('consent')
      .values({ customer, kind, ...said, language: person?.language ?? 'fr', at })
      .execute();
}
