import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { challengeMinutes } from '#state/passkeys.ts';

/** Binds what a passkey is asked to this browser; not the cookie of the staff's pages. */
export const keepKeyAsked = (context: Context, secret: string): void =>
  setCookie(context, cookieName, secret, { ...cookieOptions, maxAge: challengeMinutes * 60 });

/** What binds it, and no longer does: an answer counts once. Empty when nothing was asked here. */
export function takeKeyAsked(context: Context): string {
  const secret = getCookie(context, cookieName, 'host') ?? '';
  deleteCookie(context, cookieName, cookieOptions);
  return secret;
}

const cookieName = 'key-asked';
// Strict: nobody comes to these forms from elsewhere
const cookieOptions = { prefix: 'host', httpOnly: true, sameSite: 'Strict' } as const;
