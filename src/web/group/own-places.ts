import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { Group, Member } from '#state/groups.ts';
import { isSecret } from '#state/secret.ts';
import type { Visitor } from '#web/visitor.ts';

/**
 * The keys of a device in a group: a cookie a group, named for it, `__Host-`, that no script reads. Several people may share a device; the key of a
 * place is in no page and in no address.
 */
const prefix = 'group-';
const options = { prefix: 'host', httpOnly: true, sameSite: 'Lax' } as const;

const keysIn = (text: string | undefined): string[] => (text ?? '').split('.').filter(isSecret);

/** The places of a group that are this device's: by its keys, or by its visitor. */
export function ownPlaces(context: Context, { code, members }: Group, visitor: Visitor | null): Member[] {
  const keys = new Set(keysIn(getCookie(context, prefix + code, 'host')));
  return members.filter((member) => keys.has(member.id) || (visitor !== null && member.visitor === visitor.id));
}

/** Keeps the keys of a device in a group, until the group is over; none forgets it. */
export function keepKeys(context: Context, { code, expires }: Group, keys: readonly string[]): void {
  if (keys.length === 0) return forgetKeys(context, code);
  const seconds = Math.round((Date.parse(expires) - Temporal.Now.instant().epochMilliseconds) / 1000);
  setCookie(context, prefix + code, [...new Set(keys)].join('.'), { ...options, maxAge: Math.max(1, seconds) });
}

/** The groups that this device has a key of, by their codes, with its keys. */
export function placesHere(context: Context): { readonly code: string; readonly keys: readonly string[] }[] {
  const start = `__Host-${prefix}`;
  return Object.entries(getCookie(context)).flatMap(([name, text]) => {
    const code = name.startsWith(start) ? name.slice(start.length) : '';
    return isSecret(code) ? { code, keys: keysIn(text) } : [];
  });
}

/** Has the browser forget its keys in a group. */
export const forgetKeys = (context: Context, code: string): void => void deleteCookie(context, prefix + code, options);
