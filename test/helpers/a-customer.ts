import { randomBytes } from 'node:crypto';
import { asCustomerId, asStaffId, type CustomerId, type StaffId } from '#brand.ts';
import type { Db } from '#state/schema.ts';
import type { CustomerTables, ChannelName, AlertKind } from '#state/tables/customers.ts';
import { createVisitor } from '#state/visitors.ts';

const at = '2026-11-01T09:00:00.000Z';
const drawn = (): string => randomBytes(16).toString('base64url');

export const newCustomerId = (): CustomerId => {
  const id = asCustomerId(drawn());
  if (id === null) throw new Error('not an identifier');
  return id;
};

/** Someone with a confirmed account, and the secret that a cookie of theirs would hold. */
export async function aCustomer(
  db: Db,
  given: Partial<CustomerTables['customer']> = {},
  subscribed: readonly (readonly [AlertKind, ChannelName])[] = [],
): Promise<{ readonly id: CustomerId; readonly secret: string }> {
  const { secret, visitor } = await createVisitor(db);
  const id = newCustomerId();
  await db
    .insertInto('customer')
    .values({
      id,
      visitor,
      email: null,
      phone: null,
      name: 'Quelqu’un',
      language: 'fr',
      commune: null,
      radius: null,
      quiet_from: null,
      quiet_until: null,
      week_cap: null,
      paused_until: null,
      created: at,
      confirmed: at,
      last_contact: at,
      ...given,
    })
    .execute();
  for (const [kind, channel] of subscribed)
    await db.insertInto('subscription').values({ customer: id, kind, channel, at }).execute();
  return { id, secret };
}

/** A member of the staff. */
export async function aMember(db: Db, roles = 'programmer'): Promise<StaffId> {
  const id = asStaffId(drawn());
  if (id === null) throw new Error('not an identifier');
  await db
    .insertInto('staff')
    .values({
      id,
      email: `${id.toLowerCase()}@cinema.example`,
      name: 'Équipe',
      roles,
      language: 'fr',
      password: null,
      created: at,
      disabled: null,
    })
    .execute();
  return id;
}
