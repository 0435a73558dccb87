import { asStaffId, type CustomerId } from '#brand.ts';
import { momentOf } from '#state/clock.ts';
import { customerOf, type Customer } from '#state/customers.ts';
import type { ClaimedRow } from '#state/outbox-claim.ts';
import type { Db } from '#state/schema.ts';
import { heldBack, suppressionOf } from '#state/suppression.ts';
import type { AlertKind } from '#state/tables/customers.ts';
import type { MessageKind } from '#state/tables/outbox.ts';

/** Whom a row reaches, as things stand now. */
export interface Reach {
  readonly name: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly push: readonly PushReach[];
  readonly language: 'fr' | 'en';
  /** Null for the staff, and for an address without an account. */
  readonly customer: Customer | null;
}

export interface PushReach {
  readonly id: string;
  readonly endpoint: string;
  readonly p256dh: string;
  readonly auth: string;
}

/** Whom to write to, or why nobody: asked again right before it leaves, for much may have changed since it was decided. */
export async function reachOf(
  db: Db,
  row: ClaimedRow,
  now: Temporal.Instant,
): Promise<Reach | { readonly nobody: string }> {
  const staff = row.recipient.startsWith('staff:');
  const who = staff
    ? await staffReach(db, row.recipient.slice('staff:'.length))
    : row.recipient.startsWith('address:')
      ? { ...noOne, email: row.recipient.slice('address:'.length) }
      : await customerReach(db, row, now);
  if ('nobody' in who || row.channel !== 'email') return who;
  if (who.email === null) return { nobody: 'no address' };
  const suppression = await suppressionOf(db, who.email);
  // a member's way in hangs on it: what they said of the letters to customers says nothing of these
  const held = staff ? suppression === 'bounced' : heldBack(suppression, row.kind);
  return held ? { nobody: `address suppressed (${suppression})` } : who;
}

const noOne: Reach = { name: null, email: null, phone: null, push: [], language: 'fr', customer: null };

async function staffReach(db: Db, text: string): Promise<Reach | { nobody: string }> {
  const id = asStaffId(text);
  const row =
    id === null
      ? undefined
      : await db
          .selectFrom('staff')
          .select(['email', 'name', 'language', 'disabled'])
          .where('id', '=', id)
          .executeTakeFirst();
  if (row === undefined || row.disabled !== null) return { nobody: 'no longer of the staff' };
  return { ...noOne, name: row.name, email: row.email, language: row.language };
}

async function customerReach(db: Db, row: ClaimedRow, now: Temporal.Instant): Promise<Reach | { nobody: string }> {
  const customer = row.customer === null ? null : await customerOf(db, row.customer);
  if (customer === null) return { nobody: 'no account' };
  if (row.kind !== 'account') {
    if (customer.confirmed === null) return { nobody: 'not confirmed' };
    if (customer.pausedUntil !== null && customer.pausedUntil > momentOf(now)) return { nobody: 'paused' };
    if ((await askedSince(db, customer.id, row)) === null) return { nobody: 'unsubscribed' };
  }
  const push = row.channel === 'push' ? await pushOf(db, customer.id) : [];
  if (row.channel === 'push' && push.length === 0) return { nobody: 'no device' };
  const { name, email, phone, language } = customer;
  return { name, email, phone, push, language, customer };
}

/** Since when a person asks for such messages by that channel; null when they do not. */
export async function askedSince(
  db: Db,
  customer: CustomerId,
  { kind, channel }: Pick<ClaimedRow, 'kind' | 'channel'>,
): Promise<string | null> {
  const asked = alertOf(kind);
  if (asked === null) return null;
  const row = await db
    .selectFrom('subscription')
    .select('at')
    .where('customer', '=', customer)
    .where('kind', '=', asked)
    .where('channel', '=', channel)
    .executeTakeFirst();
  return row?.at ?? null;
}

/** What a person subscribed to when they get this: the reminder is the digest's. */
export const alertOf = (kind: MessageKind): AlertKind | null =>
  kind === 'account' ? null : kind === 'reminder' ? 'digest' : kind;

const pushOf = (db: Db, customer: CustomerId): Promise<PushReach[]> =>
  db
    .selectFrom('push_subscription')
    .select(['id', 'endpoint', 'p256dh', 'auth'])
    .where('customer', '=', customer)
    .orderBy('id')
    .execute();
