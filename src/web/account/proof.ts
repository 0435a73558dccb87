import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { CustomerId, VisitorId } from '#brand.ts';
import type { Customer } from '#state/customers.ts';
import { visitorIdOf } from '#state/secret.ts';
import { linkKeyOf } from '#state/signed-links.ts';
import { stateOf, type Site } from '#web/site.ts';
import { browserOwnId } from '#web/visitor.ts';

/** For how long what changes who can get in may be changed, after a letter or a passkey let this browser in. */
export const provenMinutes = 15;

/**
 * Has the browser hold when it proved whose account it is of, signed with its own identifier: worth nothing in another one, nor after the next sign-in,
 * nor once this browser is signed out. The state keeps nothing of it.
 * @param secret what the browser's cookie will hold
 */
export async function keepProof(context: Context, site: Site, customer: CustomerId, secret: string): Promise<void> {
  const own = visitorIdOf(secret);
  if (own === null) return;
  const at = String(Temporal.Now.instant().epochMilliseconds);
  const mac = macOf(await linkKeyOf(stateOf(site).db), customer, own, at);
  setCookie(context, cookieName, `${at}.${mac}`, { ...cookieOptions, maxAge: provenMinutes * 60 });
}

/** Whether this browser proved within the last minutes that the account is its user's. */
export async function isProvenHere(
  context: Context,
  site: Site,
  { id }: Pick<Customer, 'id'>,
  now: Temporal.Instant = Temporal.Now.instant(),
): Promise<boolean> {
  const own = browserOwnId(context);
  const [at = '', given = ''] = (getCookie(context, cookieName, 'host') ?? '').split('.');
  if (own === null || !/^\d{13}$/.test(at)) return false;
  const [a, b] = [Buffer.from(given), Buffer.from(macOf(await linkKeyOf(stateOf(site).db), id, own, at))];
  const age = now.epochMilliseconds - Number(at);
  return a.length === b.length && timingSafeEqual(a, b) && age >= 0 && age < provenMinutes * 60_000;
}

/** Has the browser forget it. */
export const forgetProof = (context: Context): void => void deleteCookie(context, cookieName, cookieOptions);

const macOf = (key: Buffer, customer: CustomerId, own: VisitorId, at: string): string =>
  createHmac('sha256', key).update(`proven.${customer}.${own}.${at}`).digest('base64url');

const cookieName = 'proven';
// Lax: one comes to the page of alerts by the link of a letter too
const cookieOptions = { prefix: 'host', httpOnly: true, sameSite: 'Lax' } as const;
