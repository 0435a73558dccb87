import { timingSafeEqual } from 'node:crypto';
import type { CustomerId } from '#brand.ts';
import { momentOf, type Clock } from '#state/clock.ts';
import type { Db } from '#state/schema.ts';
import { isSecret } from '#state/secret.ts';
import { mostTries, secretHash, type Asked } from '#state/sign-in.ts';
import { linkKeyOf } from '#state/signed-links.ts';

/** A letter under way, whose link or code was shown. */
export interface SignIn {
  readonly id: string;
  readonly customer: CustomerId;
  readonly asked: Asked;
}

/** What a link leads to: a letter, or why it leads nowhere. */
export type LinkFound =
  | { readonly kind: 'open'; readonly signIn: SignIn }
  | { readonly kind: 'used' | 'late' | 'unknown' };

/** Reads a link's token, and changes nothing: mail scanners open links too. */
export async function readSignInLink(
  db: Db,
  token: string,
  { now = Temporal.Now.instant() }: Clock = {},
): Promise<LinkFound> {
  if (!isSecret(token)) return { kind: 'unknown' };
  const row = await db
    .selectFrom('sign_in')
    .selectAll()
    .where('link_hash', '=', secretHash(await linkKeyOf(db), 'link', token))
    .executeTakeFirst();
  if (row === undefined) return { kind: 'unknown' };
  if (row.done !== null) return { kind: 'used' };
  if (row.expires <= momentOf(now)) return { kind: 'late' };
  return { kind: 'open', signIn: signInOf(row) };
}

/** What a code came to: the letter, how many tries are left, or that a new letter is needed. */
export type CodeTried =
  | { readonly kind: 'right'; readonly signIn: SignIn }
  | { readonly kind: 'wrong'; readonly left: number }
  | { readonly kind: 'over' };

/** Tries a code in the browser that asked for it, the letter asked for last. The try counts before it is judged, whatever becomes of the request. */
export async function tryCode(
  db: Db,
  { browser, code }: { readonly browser: string; readonly code: string },
  { now = Temporal.Now.instant() }: Clock = {},
): Promise<CodeTried> {
  if (!isSecret(browser)) return { kind: 'over' };
  const key = await linkKeyOf(db);
  const row = await db
    .updateTable('sign_in')
    .set((one) => ({ tries: one('tries', '+', 1) }))
    .where('browser_hash', '=', secretHash(key, 'browser', browser))
    .where('done', 'is', null)
    .where('tries', '<', mostTries)
    .where('expires', '>', momentOf(now))
    .returningAll()
    .executeTakeFirst();
  if (row === undefined) return { kind: 'over' };
  const [given, right] = [
    Buffer.from(secretHash(key, 'code', `${row.id}.${code.replaceAll(/\s/g, '')}`)),
    Buffer.from(row.code_hash),
  ];
  if (timingSafeEqual(given, right)) return { kind: 'right', signIn: signInOf(row) };
  return row.tries >= mostTries ? { kind: 'over' } : { kind: 'wrong', left: mostTries - row.tries };
}

const signInOf = (row: { id: string; customer: CustomerId; asked: string }): SignIn => {
  const asked: Asked = JSON.parse(row.asked);
  return { id: row.id, customer: row.customer, asked };
};
