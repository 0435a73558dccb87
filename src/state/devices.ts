import type { VisitorId } from '#brand.ts';
import { fault, LanterneError } from '#errors.ts';
import { dayOf, type Clock } from '#state/clock.ts';
import { customerOfVisitor, holdCustomer } from '#state/customers.ts';
import { mergeVisitors } from '#state/merge-visitors.ts';
import { leavePush, type Shown } from '#state/push-consent.ts';
import { movePushOfBrowser } from '#state/push-subscriptions.ts';
import type { Db } from '#state/schema.ts';
import { newSecret, visitorIdOf } from '#state/secret.ts';
import { inTransaction } from '#state/transaction.ts';

/** A browser that is signed in to an account. */
export interface Device {
  readonly id: VisitorId;
  /** Days. */
  readonly created: string;
  readonly lastSeen: string;
}

/** The browsers that stand for an account's visitor, the last seen first. */
export const devicesOf = (db: Db, visitor: VisitorId): Promise<Device[]> =>
  db
    .selectFrom('visitor')
    .select(['id', 'created', 'last_seen as lastSeen'])
    .where('merged_into', '=', visitor)
    .orderBy('last_seen', 'desc')
    .orderBy('created', 'desc')
    .orderBy('id')
    .execute();

/**
 * Signs one browser of an account out, and ends its notifications: of another account's, nothing happens.
 * @param shown what was shown, for the log of consents, should it be the last one that was notified
 * @returns how many were
 */
export const signOut = (db: Db, visitor: VisitorId, device: VisitorId, shown: Shown): Promise<number> =>
  leave(db, visitor, (id) => id === device, shown);

/** Signs all of them out, but for one. @param shown as of signOut @returns how many were */
export const signOutOthers = (db: Db, visitor: VisitorId, but: VisitorId, shown: Shown): Promise<number> =>
  leave(db, visitor, (id) => id !== but, shown);

/**
 * Inside a transaction that holds the account: has a browser stand for it. What the browser's own visitor had kept becomes the account's; of a browser
 * of another account nothing is taken along. The browser's former secret is worth nothing afterwards (OWASP ASVS 5.0, 7.2.4: a new one at each
 * sign-in).
 * @param row what the browser's cookie names, merged or not; null when it has none
 * @returns the secret for its cookie
 */
export async function joinAccount(
  db: Db,
  account: VisitorId,
  row: VisitorId | null,
  { now = Temporal.Now.instant() }: Clock = {},
): Promise<string> {
  const secret = newSecret();
  const id = visitorIdOf(secret);
  if (id === null) throw fault('UNEXPECTED', { reason: 'a secret of the wrong form' });
  const today = dayOf(now);
  await db.insertInto('visitor').values({ id, created: today, last_seen: today, merged_into: account }).execute();
  const browser =
    row === null
      ? undefined
      : await db.selectFrom('visitor').select(['id', 'merged_into']).where('id', '=', row).executeTakeFirst();
  if (browser !== undefined && browser.id !== account) {
    const stands = browser.merged_into ?? browser.id;
    if (stands !== account && (await customerOfVisitor(db, stands)) === null)
      await mergeVisitors(db, stands, account).catch(unlessGone);
    // the notifications that it takes for this account stay; those of another one go with the row
    if (stands === account) await movePushOfBrowser(db, browser.id, id);
    await db.deleteFrom('visitor').where('id', '=', browser.id).where('merged_into', 'is not', null).execute();
  }
  return secret;
}

const leave = (db: Db, visitor: VisitorId, goes: (device: VisitorId) => boolean, shown: Shown): Promise<number> =>
  inTransaction(db, async (within) => {
    const customer = await customerOfVisitor(within, visitor);
    if (customer !== null) await holdCustomer(within, customer.id);
    const asked = (await devicesOf(within, visitor)).flatMap(({ id }) => (goes(id) ? [id] : []));
    if (asked.length === 0) return 0;
    // held, so that none of them takes notifications meanwhile
    const held = await within
      .updateTable('visitor')
      .set((row) => ({ last_seen: row.ref('last_seen') }))
      .where('id', 'in', asked)
      .where('merged_into', '=', visitor)
      .returning('id')
      .execute();
    const ids = held.map(({ id }) => id);
    if (ids.length === 0) return 0;
    const notified = await within.selectFrom('push_subscription').select('id').where('browser', 'in', ids).execute();
    await within.deleteFrom('visitor').where('id', 'in', ids).execute();
    if (notified.length > 0 && customer !== null) await leavePush(within, customer.id, shown);
    return ids.length;
  });

/** Somebody entered with the same browser in the same moment, and took along what it had. */
function unlessGone(error: unknown): void {
  if (!(error instanceof LanterneError && error.code === 'VISITOR_UNKNOWN')) throw error;
}
