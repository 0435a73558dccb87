import { consentsOf } from '#state/consent.ts';
import type { Customer } from '#state/customers.ts';
import type { Db } from '#state/schema.ts';
import { subscriptionsOf } from '#state/subscriptions.ts';

/** Everything held about an account beside its visitor, but for secrets, which are worth nothing but to get in. */
export type AccountExport = Awaited<ReturnType<typeof exportAccount>>;

/** Gathers it, at one moment when the transaction is of one. */
export async function exportAccount(db: Db, customer: Customer) {
  const { id } = customer;
  const subscriptions = await db
    .selectFrom('subscription')
    .select(['kind', 'channel', 'at'])
    .where('customer', '=', id)
    .execute();
  const order = await subscriptionsOf(db, id);
  const place = (one: { kind: string; channel: string }): number =>
    order.findIndex(({ kind, channel }) => kind === one.kind && channel === one.channel);
  const signIns = await db
    .selectFrom('sign_in')
    .select(['id', 'asked', 'tries', 'created', 'expires', 'done'])
    .where('customer', '=', id)
    .orderBy('created')
    .execute();
  return {
    ...customer,
    subscriptions: subscriptions.toSorted((a, b) => place(a) - place(b)),
    consents: await consentsOf(db, id),
    signIns: signIns.map((row) => ({ ...row, asked: unwrapped(row.asked) })),
    pushSubscriptions: await db
      .selectFrom('push_subscription')
      .select(['id', 'browser', 'endpoint', 'p256dh', 'auth', 'created', 'failures', 'last_sent as lastSent'])
      .where('customer', '=', id)
      .orderBy('created')
      .execute(),
    passkeys: await db
      .selectFrom('passkey')
      .select(['id', 'counter', 'transports', 'label', 'created', 'last_used as lastUsed'])
      .where('customer', '=', id)
      .orderBy('created')
      .execute(),
    passkeyChallenges: await db
      .selectFrom('passkey_challenge')
      .select(['purpose', 'expires'])
      .where('customer', '=', id)
      .orderBy('expires')
      .execute(),
    messages: await messagesOf(db, customer),
  };
}

async function messagesOf(db: Db, { id }: Customer) {
  const rows = await db
    .selectFrom('outbox')
    .select([
      'id',
      'recipient',
      'message',
      'channel',
      'kind',
      'campaign',
      'payload',
      'state',
      'due',
      'stale',
      'attempts',
      'handed',
      'sent_id as sentId',
      'reason',
      'created',
      'changed',
    ])
    .where('customer', '=', id)
    .orderBy('id')
    .execute();
  const tries = await db
    .selectFrom('attempt')
    .innerJoin('outbox', 'outbox.id', 'attempt.outbox')
    .select(['attempt.outbox', 'attempt.worker', 'attempt.outcome', 'attempt.code', 'attempt.detail', 'attempt.at'])
    .where('outbox.customer', '=', id)
    .orderBy('attempt.id')
    .execute();
  return rows.map(({ id: number, payload, ...row }) => ({
    ...row,
    // a code and a link that still hold would open the account to whoever reads this
    payload: row.kind === 'account' ? { kind: 'account' } : unwrapped(payload),
    tries: tries.flatMap(({ outbox, ...one }) => (Number(outbox) === Number(number) ? one : [])),
  }));
}

function unwrapped(json: string): unknown {
  return JSON.parse(json);
}
