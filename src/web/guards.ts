import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context, MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { fault } from '#errors.ts';

/** The most that a form may weigh, bytes; an import of films is told its own. */
export const usualBody = 32 * 1024;

/**
 * A write is taken from our own pages alone: browsers say where a request comes from (Sec-Fetch-Site, Origin), and what says neither is refused.
 * Beside the cookie's SameSite=Lax. OWASP ASVS 5.0, 3.5.1.
 * @param origin the public address of the site, when it is set; else the host that was asked
 * @throws ORIGIN_REFUSED
 */
export const ownPagesOnly =
  (origin: () => string | undefined): MiddlewareHandler =>
  async (context, next) => {
    const [site, from] = [context.req.header('Sec-Fetch-Site'), context.req.header('Origin')];
    const ours = hostOf(origin() ?? '') ?? context.req.header('Host');
    const said = site === 'same-origin' || (site === undefined && from !== undefined);
    if (!said || (from !== undefined && hostOf(from) !== ours)) throw fault('ORIGIN_REFUSED');
    await next();
  };

/** Refuses a body beyond `most` bytes, also one that does not say its length. @throws BODY_TOO_LARGE */
export const bodyOfAtMost = (most: number): MiddlewareHandler =>
  bodyLimit({
    maxSize: most,
    onError: () => {
      throw fault('BODY_TOO_LARGE', { most: `${Math.round(most / 1024)} kB` });
    },
  });

export interface Rate {
  /** How many requests an address may make in the time. */
  readonly most: number;
  /** Seconds. */
  readonly time: number;
}

/**
 * Limits how often one network address asks; an IPv6 address counts by its first 64 bits, which one subscriber has. Kept in memory: a restart
 * forgets. A refusal says when to come back (`Retry-After`, put on by the page of faults).
 * @param proxied whether the last hop of X-Forwarded-For, written by our own proxy, is the address
 * @throws TOO_MANY_REQUESTS
 */
export function rateOf({ most, time }: Rate, proxied: () => boolean): MiddlewareHandler {
  const limiter = new RateLimiterMemory({ points: most, duration: time });
  return async (context, next) => {
    const refused = await limiter.consume(addressOf(context, proxied())).then(
      () => null,
      (reason: unknown) => reason,
    );
    if (refused === null) return next();
    if (refused instanceof Error) throw refused;
    throw fault('TOO_MANY_REQUESTS', { seconds: time });
  };
}

/** The network address that asks, as limits count it: an IPv6 address by its first 64 bits. */
export function addressOf(context: Context, proxied: boolean): string {
  const forwarded = proxied ? context.req.header('X-Forwarded-For')?.split(',').at(-1)?.trim() : undefined;
  const address = forwarded ?? socketAddress(context);
  return address.includes(':') && !address.includes('.') ? address.split(':').slice(0, 4).join(':') : address;
}

function socketAddress(context: Context): string {
  try {
    return getConnInfo(context).remote.address ?? '';
  } catch {
    return ''; // asked without a socket: a test
  }
}

function hostOf(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null;
}
