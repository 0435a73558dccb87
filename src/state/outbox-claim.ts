import { sql } from 'kysely';
import type { CustomerId } from '#brand.ts';
import { momentOf } from '#state/clock.ts';
import type { Db } from '#state/schema.ts';
import type { ChannelName } from '#state/tables/customers.ts';
import type { MessageKind } from '#state/tables/outbox.ts';
import { engineOf } from '#state/transaction.ts';

/** A row of the outbox that a worker has for itself until its lease ends. */
export interface ClaimedRow {
  readonly id: number;
  readonly recipient: string;
  readonly customer: CustomerId | null;
  readonly message: string;
  readonly channel: ChannelName;
  readonly kind: MessageKind;
  readonly campaign: string | null;
  /** JSON. */
  readonly payload: string;
  readonly stale: string;
  readonly attempts: number;
  /** Set when whoever had it before ended right before or after the next server took it: it may arrive twice. */
  readonly handed: string | null;
}

/** Who claims, until when. */
export interface Claim {
  readonly worker: string;
  readonly now: Temporal.Instant;
  /** How long the claim holds unless it is renewed. */
  readonly lease: Temporal.Duration;
}

/**
 * Takes rows that are due, or whose claim has ended: letters that a person waits for (`account`) first, then by their moment. Of several workers each gets
 * others: SQLite lets one write at a time, PostgreSQL passes over the rows that another transaction holds. Nothing of a campaign that is held.
 * @param channels those that the worker can send by
 */
export async function claimDue(
  db: Db,
  { worker, now, lease }: Claim,
  { channels, limit }: { readonly channels: readonly ChannelName[]; readonly limit: number },
): Promise<ClaimedRow[]> {
  if (channels.length === 0 || limit < 1) return [];
  const [at, until] = [momentOf(now), momentOf(now.add(lease))];
  const alone = engineOf(db) === 'postgresql' ? sql`for update of outbox skip locked` : sql``;
  const take = async (kinds: typeof asked, most: number): Promise<ClaimedRow[]> => {
    // the conditions of the partial indexes are written out: an engine does not look into a parameter for them
    const { rows } = await sql<ClaimedRow>`
      with due as materialized (
        select outbox.id from outbox
        where outbox.state in ('queued', 'claimed') and ${kinds}
          and outbox.due <= ${at} and (outbox.state = 'queued' or outbox.claimed_until <= ${at})
          and outbox.channel in (${sql.join(channels)})
          and not exists (select 1 from campaign where campaign.id = outbox.campaign and campaign.state <> 'released')
        order by outbox.due, outbox.id limit ${most} ${alone}
      )
      update outbox set state = 'claimed', claimed_by = ${worker}, claimed_until = ${until}, changed = ${at}
      where id in (select id from due)
      returning id, recipient, customer, message, channel, kind, campaign, payload, stale, attempts, handed`.execute(
      db,
    );
    return rows.toSorted((a, b) => a.id - b.id);
  };
  const first = await take(asked, limit);
  return first.length === limit ? first : [...first, ...(await take(told, limit - first.length))];
}

const asked = sql`outbox.kind = 'account'`;
const told = sql`outbox.kind <> 'account'`;

/** Holds on to claims for another lease; those that somebody else took over are left alone. */
export async function renewClaims(db: Db, { worker, now, lease }: Claim, ids: readonly number[]): Promise<void> {
  if (ids.length === 0) return;
  await db
    .updateTable('outbox')
    .set({ claimed_until: momentOf(now.add(lease)) })
    .where('id', 'in', ids)
    .where('claimed_by', '=', worker)
    .where('state', '=', 'claimed')
    .execute();
}

/**
 * Written down right before the one step that cannot be taken back (the final dot of SMTP): the row is still this worker's, still worth saying, its campaign
 * is neither held nor called off, and the person still wants it, and now. Counts one try.
 * @returns false: do not send
 */
export async function handOver(db: Db, { worker, now, lease }: Claim, id: number): Promise<boolean> {
  const [at, until] = [momentOf(now), momentOf(now.add(lease))];
  // a server that crashes may forget this line, which harms nothing: PostgreSQL need not wait for its disk here, as it does when the letter left
  const quick =
    engineOf(db) === 'postgresql'
      ? sql`with quick as materialized (select set_config('synchronous_commit', 'off', true) as told)`
      : sql`with quick as (select 1 as told)`;
  const { rows } = await sql<{ id: number }>`${quick}
    update outbox set handed = ${at}, claimed_until = ${until}, attempts = attempts + 1, changed = ${at}
    where id = ${id} and claimed_by = ${worker} and state = 'claimed' and stale > ${at}
      and (select count(told) from quick) = 1
      and not exists (select 1 from campaign where campaign.id = outbox.campaign and campaign.state <> 'released')
      and (kind = 'account' or customer is null or (
        exists (
          select 1 from subscription where subscription.customer = outbox.customer and subscription.channel = outbox.channel
            and subscription.kind = case outbox.kind when 'reminder' then 'digest' else outbox.kind end)
        and not exists (select 1 from customer where customer.id = outbox.customer and customer.paused_until > ${at})))
    returning id`.execute(db);
  return rows.length === 1;
}

/** How many workers hold a claim now, this one included: each takes its share of what may be sent in a second. */
export async function workersAtWork(db: Db, now: Temporal.Instant, self: string): Promise<number> {
  const rows = await db
    .selectFrom('outbox')
    .select('claimed_by')
    .distinct()
    .where(sql<boolean>`state in ('queued', 'claimed')`)
    .where('state', '=', 'claimed')
    .where('claimed_until', '>', momentOf(now))
    .execute();
  return new Set([self, ...rows.map((row) => row.claimed_by)]).size;
}
