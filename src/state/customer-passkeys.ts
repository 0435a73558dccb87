import type { CustomerId, VisitorId } from '#brand.ts';
import { fault } from '#errors.ts';
import { momentOf, type Clock } from '#state/clock.ts';
import { customerOf, holdCustomer, touchCustomer, type Customer } from '#state/customers.ts';
import { joinAccount } from '#state/devices.ts';
import { enqueue } from '#state/outbox.ts';
import {
  customerOwner,
  dropPasskey,
  keepPasskey,
  listPasskeys,
  notePasskeyUse,
  proofOf,
  type PasskeyProof,
  type PasskeyShown,
} from '#state/passkeys.ts';
import type { Db } from '#state/schema.ts';
import { newSecret } from '#state/secret.ts';
import { inTransaction } from '#state/transaction.ts';

/** The most passkeys that one account has. */
export const mostPasskeys = 10;

/** Keeps a passkey that was proven; a letter says so to the address. @throws PASSKEY_REFUSED when it is kept already, PASSKEYS_TOO_MANY, CUSTOMER_UNKNOWN */
export const addCustomerPasskey = (
  db: Db,
  id: CustomerId,
  passkey: PasskeyProof & { readonly label: string },
  { now = Temporal.Now.instant() }: Clock = {},
): Promise<void> =>
  inTransaction(db, async (within) => {
    const customer = await held(within, id);
    if (customer === null) throw fault('CUSTOMER_UNKNOWN');
    const standing = await listPasskeys(within, customerOwner(id));
    if (standing.length >= mostPasskeys) throw fault('PASSKEYS_TOO_MANY', { most: mostPasskeys });
    await keepPasskey(within, customerOwner(id), passkey, { now });
    await tell(within, customer, 'passkey-added', now);
  });

/** Takes a passkey away; a letter says so to the address. Nothing happens to somebody else's. */
export const removeCustomerPasskey = (
  db: Db,
  id: CustomerId,
  key: string,
  { now = Temporal.Now.instant() }: Clock = {},
): Promise<void> =>
  inTransaction(db, async (within) => {
    const customer = await held(within, id);
    if (customer !== null && (await dropPasskey(within, customerOwner(id), key)))
      await tell(within, customer, 'passkey-removed', now);
  });

/** The passkey of that identifier, of someone whose address is confirmed or whom the staff registered; null when there is none. */
export async function customerPasskey(
  db: Db,
  id: string,
): Promise<(PasskeyProof & { readonly owner: CustomerId }) | null> {
  const found = await db
    .selectFrom('passkey')
    .innerJoin('customer', 'customer.id', 'passkey.customer')
    .where('passkey.id', '=', id)
    .where('customer.confirmed', 'is not', null)
    .select(['passkey.id', 'customer.id as owner', 'public_key as publicKey', 'counter', 'transports'])
    .executeTakeFirst();
  return found === undefined ? null : proofOf(found);
}

/**
 * Someone proved by a passkey that an account is theirs: the browser stands for it, as after a letter. Nothing that they asked for or agreed to changes.
 * @param row what the browser's cookie names; null when it has none
 * @returns the secret for its cookie
 * @throws PASSKEY_REFUSED when the account or the passkey went meanwhile
 */
export const enterByPasskey = (
  db: Db,
  { owner, id: key, counter }: PasskeyShown<CustomerId>,
  row: VisitorId | null,
  { now = Temporal.Now.instant() }: Clock = {},
): Promise<{ readonly customer: Customer; readonly secret: string }> =>
  inTransaction(db, async (within) => {
    const customer = await held(within, owner);
    if (customer?.confirmed == null || !(await notePasskeyUse(within, customerOwner(owner), key, counter, { now })))
      throw fault('PASSKEY_REFUSED', { reason: 'it is not known here any more' });
    await touchCustomer(within, owner, { now });
    return { customer, secret: await joinAccount(within, customer.visitor, row, { now }) };
  });

const held = async (db: Db, id: CustomerId): Promise<Customer | null> =>
  (await holdCustomer(db, id)) ? customerOf(db, id) : null;

/** OWASP ASVS 5.0, 6.3.7. To the address as it stands now: another one, given a moment later, must not get it in its place. */
async function tell(
  db: Db,
  { id, email, language }: Customer,
  purpose: 'passkey-added' | 'passkey-removed',
  now: Temporal.Instant,
): Promise<void> {
  if (email === null) return;
  const path = `${language === 'en' ? '/en' : ''}/alertes`;
  const told = { customer: id, channel: 'email', kind: 'account', campaign: null } as const;
  await enqueue(
    db,
    [
      {
        ...told,
        recipient: `address:${email}`,
        message: `${purpose}:${momentOf(now)}:${newSecret()}`,
        payload: { kind: 'account', about: { purpose, language, path } },
        due: now,
        stale: now.add({ hours: 72 }),
      },
    ],
    { now },
  );
}
