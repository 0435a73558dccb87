import { addressHash } from '#state/address-hash.ts';
import { momentOf, type Clock } from '#state/clock.ts';
import type { Db } from '#state/schema.ts';
import type { CustomerTables } from '#state/tables/customers.ts';
import type { MessageKind } from '#state/tables/outbox.ts';

/** Why an address is not written to. */
export type Suppression = CustomerTables['suppression']['reason'];

/** Has an address written to no more; what stood against it already stays, but for an erasure, which anything else outweighs. */
export async function suppress(
  db: Db,
  email: string,
  { reason, detail = '' }: { readonly reason: Suppression; readonly detail?: string },
  { now = Temporal.Now.instant() }: Clock = {},
): Promise<void> {
  const row = { address_hash: addressHash(email), reason, detail, at: momentOf(now) };
  await db
    .insertInto('suppression')
    .values(row)
    .onConflict((conflict) =>
      conflict.column('address_hash').doUpdateSet(row).where('suppression.reason', '=', 'erased'),
    )
    .execute();
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
