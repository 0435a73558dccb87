import type { CustomerId, VisitorId } from '#brand.ts';
import { momentOf, type Clock } from '#state/clock.ts';
import type { Db } from '#state/schema.ts';
import { hashOf } from '#state/secret.ts';
import { inTransaction } from '#state/transaction.ts';
import { holdVisitor } from '#state/visitors.ts';

/** Where a browser takes messages, and the keys that encrypt them for it alone (RFC 8030, RFC 8291). */
export interface PushDevice {
  readonly endpoint: string;
  /** Its public key on P-256: 65 bytes in base64url. */
  readonly p256dh: string;
  /** 16 bytes in base64url. */
  readonly auth: string;
}

/** A device that takes messages, as the page of its owner may list it. */
export interface HeldPushDevice extends PushDevice {
  /** SHA-256 of the endpoint, in hexadecimal. */
  readonly id: string;
  readonly created: string;
  readonly lastSent: string | null;
}

/** The most devices of one person; the one that is unused for longest makes room. */
export const mostPushDevices = 10;
/** Refusals in a row after which a device is given up. */
export const mostPushFailures = 5;

/** What a device is known by: SHA-256 of its endpoint. */
export const pushIdOf = (endpoint: string): string => hashOf(endpoint);

/**
 * Keeps a device for a person, in the place of the one that it replaces. The same endpoint is kept once, with its latest keys: a browser is of whoever
 * signed in with it last.
 * @param options.replaces the endpoint that the browser had before; another person's is left alone
 * @param options.browser the row of the browser's own cookie: when it is signed out, the device goes with it
 * @returns whether the device is new
 * @throws VISITOR_UNKNOWN when the browser was signed out meanwhile
 */
export const keepPushDevice = (
  db: Db,
  customer: CustomerId,
  device: PushDevice,
  {
    replaces,
    browser = null,
    now = Temporal.Now.instant(),
  }: Clock & { readonly replaces?: string; readonly browser?: VisitorId | null } = {},
): Promise<boolean> =>
  inTransaction(db, async (within) => {
    if (browser !== null) await holdVisitor(within, browser);
    if (replaces !== undefined && replaces !== device.endpoint)
      await dropPushDevice(within, customer, pushIdOf(replaces));
    const id = pushIdOf(device.endpoint);
    const known = await within
      .selectFrom('push_subscription')
      .select('customer')
      .where('id', '=', id)
      .executeTakeFirst();
    const kept = { customer, browser, ...device, failures: 0 };
    await within
      .insertInto('push_subscription')
      .values({ id, ...kept, created: momentOf(now), last_sent: null })
      .onConflict((conflict) => conflict.column('id').doUpdateSet(kept))
      .execute();
    const devices = await devicesOf(within, customer).execute();
    const others = devices.filter((one) => one.id !== id).toSorted((a, b) => (lastOf(a) < lastOf(b) ? 1 : -1));
    for (const one of others.slice(mostPushDevices - 1)) await forget(within, one.id);
    return known?.customer !== customer;
  });

/** The devices of a person, the oldest first. */
export const listPushDevices = (db: Db, customer: CustomerId): Promise<HeldPushDevice[]> =>
  devicesOf(db, customer).execute();

/** Whether a person has that device. */
export async function hasPushDevice(db: Db, customer: CustomerId, id: string): Promise<boolean> {
  const found = await devicesOf(db, customer).where('id', '=', id).executeTakeFirst();
  return found !== undefined;
}

/** Forgets a device of a person. @returns whether they had it */
export async function dropPushDevice(db: Db, customer: CustomerId, id: string): Promise<boolean> {
  const done = await db
    .deleteFrom('push_subscription')
    .where('id', '=', id)
    .where('customer', '=', customer)
    .executeTakeFirst();
  return Number(done.numDeletedRows) > 0;
}

/** Notes which browser takes a device's notifications, where that is not known yet. */
export const tiePushDevice = async (db: Db, customer: CustomerId, id: string, browser: VisitorId): Promise<void> =>
  void (await db
    .updateTable('push_subscription')
    .set({ browser })
    .where('id', '=', id)
    .where('customer', '=', customer)
    .where('browser', 'is', null)
    .execute());

/** Whether a person is notified in that browser. */
export async function isPushedIn(db: Db, customer: CustomerId, browser: VisitorId): Promise<boolean> {
  const found = await devicesOf(db, customer).where('browser', '=', browser).limit(1).execute();
  return found.length > 0;
}

/** A browser is known by another row from now on. */
export const movePushOfBrowser = async (db: Db, from: VisitorId, to: VisitorId): Promise<void> =>
  void (await db.updateTable('push_subscription').set({ browser: to }).where('browser', '=', from).execute());

/** Forgets a device that its push service no longer knows. */
export const prunePushDevice = (db: Db, id: string): Promise<void> => forget(db, id);

/** Notes that a device took a message: it begins anew to count refusals. */
export const notePushSent = async (db: Db, id: string, { now = Temporal.Now.instant() }: Clock = {}): Promise<void> =>
  void (await db
    .updateTable('push_subscription')
    .set({ failures: 0, last_sent: momentOf(now) })
    .where('id', '=', id)
    .execute());

/** Counts a refusal of a device; the fifth in a row forgets it. @returns whether it is forgotten */
export async function notePushRefused(db: Db, id: string): Promise<boolean> {
  await db
    .updateTable('push_subscription')
    .set(({ eb }) => ({ failures: eb('failures', '+', 1) }))
    .where('id', '=', id)
    .execute();
  const done = await db
    .deleteFrom('push_subscription')
    .where('id', '=', id)
    .where('failures', '>=', mostPushFailures)
    .executeTakeFirst();
  return Number(done.numDeletedRows) > 0;
}

const forget = async (db: Db, id: string): Promise<void> =>
  void (await db.deleteFrom('push_subscription').where('id', '=', id).execute());

const lastOf = ({ lastSent, created }: HeldPushDevice): string => lastSent ?? created;

const devicesOf = (db: Db, customer: CustomerId) =>
  db
    .selectFrom('push_subscription')
    .where('customer', '=', customer)
    .select(['id', 'endpoint', 'p256dh', 'auth', 'created', 'last_sent as lastSent'])
    .orderBy('created')
    .orderBy('id');
