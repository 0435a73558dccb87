import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { signInMinutes } from '#state/sign-in.ts';

/** What the browser that asked for a letter holds: without it, the letter's code is worth nothing. */
export const askingSecret = (context: Context): string | null => getCookie(context, cookieName, 'host') ?? null;

export const keepAsking = (context: Context, secret: string): void =>
  setCookie(context, cookieName, secret, { ...cookieOptions, maxAge: signInMinutes * 60 });

export const forgetAsking = (context: Context): void => void deleteCookie(context, cookieName, cookieOptions);

const cookieName = 'asking';
const cookieOptions = { prefix: 'host', httpOnly: true, sameSite: 'Lax' } as const;
