import assert from 'node:assert/strict';
import type { CustomerId, VisitorId } from '#brand.ts';
import { confirmSignIn, type Confirmed } from '#state/confirm-sign-in.ts';
import { tryCode } from '#state/prove-sign-in.ts';
import { askSignIn, type Asked, type AskedHere } from '#state/sign-in.ts';
import type { Db } from '#state/schema.ts';
import { instant } from './engines.ts';

export const noon = instant('2026-11-21T11:00:00Z');
export const inMinutes = (minutes: number): Temporal.Instant => noon.add({ minutes });

/** What a form asks for, but for what is given. */
export const asked = (given: Partial<Asked> = {}): Asked => ({
  kinds: [{ kind: 'wish', wording: 'Tell me. When my film comes.' }],
  accountWording: 'Keep my address.',
  language: 'fr',
  commune: '23096',
  radius: 30,
  film: null,
  ...given,
});

/** The code and the link of the last letter that stands in the outbox for an address or an account. */
export async function lastLetter(db: Db): Promise<{ code: string; link: string; path: string }> {
  const rows = await db.selectFrom('outbox').select(['payload']).where('kind', '=', 'account').orderBy('id').execute();
  const { about } = JSON.parse(rows.at(-1)?.payload ?? '{}');
  assert.match(String(about?.code), /^\d{6}$/);
  return { code: about.code, path: about.path, link: String(about.path).split('/').at(-1) ?? '' };
}

/** Someone who asked and confirmed, in a browser that may have been known. */
export async function member(
  db: Db,
  email: string,
  row: VisitorId | null = null,
  given: Partial<Asked> = {},
  now: Temporal.Instant = noon,
): Promise<{ id: CustomerId; visitor: VisitorId; secret: string }> {
  const here = await askSignIn(db, email, asked(given), { now });
  const confirmed = await enter(db, here, row, now);
  assert.ok(confirmed.kind === 'signed-in');
  return { id: confirmed.customer.id, visitor: confirmed.customer.visitor, secret: confirmed.secret };
}

/** Types the code of the last letter where it was asked for. */
export async function enter(
  db: Db,
  { browser, refused }: AskedHere,
  row: VisitorId | null = null,
  now: Temporal.Instant = noon,
): Promise<Confirmed> {
  assert.equal(refused, null);
  const tried = await tryCode(db, { browser, code: (await lastLetter(db)).code }, { now });
  assert.ok(tried.kind === 'right', tried.kind);
  return confirmSignIn(db, tried.signIn, row, { now });
}
