import { sql } from 'kysely';
import type { StaffId } from '#brand.ts';
import { writeAudit } from '#state/audit.ts';
import { circuitsOf, type Circuit } from '#state/circuit.ts';
import { momentOf } from '#state/clock.ts';
import type { Db } from '#state/schema.ts';
import type { ChannelName } from '#state/tables/customers.ts';
import { outboxStates, type MessageKind, type OutboxState } from '#state/tables/outbox.ts';
import { inTransaction } from '#state/transaction.ts';

/** How the outbox stands; it names no person. */
export interface OutboxStatus {
  readonly states: Readonly<Record<OutboxState, number>>;
  /** Of those due, the one that has waited longest. */
  readonly oldest: { readonly id: number; readonly due: string; readonly seconds: number } | null;
  /** Letters that were handed over by a worker that then fell silent: each may arrive twice. */
  readonly maybeTwice: number;
  /** The latest of those that are given up. */
  readonly dead: readonly DeadLetter[];
  /** Servers that failed lately; `openUntil`: left alone until then. */
  readonly circuits: readonly Circuit[];
}

export interface DeadLetter {
  readonly id: number;
  readonly message: string;
  readonly channel: ChannelName;
  readonly kind: MessageKind;
  readonly attempts: number;
  readonly reason: string | null;
  readonly changed: string;
  /** Whether it is too late to say it. */
  readonly late: boolean;
}

export async function outboxStatus(
  db: Db,
  { now = Temporal.Now.instant(), most = 20 }: { readonly now?: Temporal.Instant; readonly most?: number } = {},
): Promise<OutboxStatus> {
  const at = momentOf(now);
  const counted = await db
    .selectFrom('outbox')
    .select((eb) => ['state', eb.fn.countAll<number>().as('rows')])
    .groupBy('state')
    .execute();
  const count = (state: OutboxState): number => Number(counted.find((row) => row.state === state)?.rows ?? 0);
  const oldest = await db
    .selectFrom('outbox')
    .select(['id', 'due'])
    .where(sql<boolean>`state in ('queued', 'claimed')`)
    .where('due', '<=', at)
    .orderBy('due')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst();
  const handed = await db
    .selectFrom('outbox')
    .select((eb) => eb.fn.countAll<number>().as('rows'))
    .where('state', '=', 'claimed')
    .where('handed', 'is not', null)
    .where('claimed_until', '<=', at)
    .executeTakeFirstOrThrow();
  const dead = await db
    .selectFrom('outbox')
    .select(['id', 'message', 'channel', 'kind', 'attempts', 'reason', 'changed', 'stale'])
    .where('state', '=', 'failed')
    .orderBy('changed', 'desc')
    .orderBy('id', 'desc')
    .limit(most)
    .execute();
  return {
    states: {
      queued: count('queued'),
      claimed: count('claimed'),
      sent: count('sent'),
      delivered: count('delivered'),
      bounced: count('bounced'),
      failed: count('failed'),
      suppressed: count('suppressed'),
    } satisfies Record<(typeof outboxStates)[number], number>,
    oldest:
      oldest === undefined
        ? null
        : { ...oldest, seconds: Math.round(now.since(Temporal.Instant.from(oldest.due)).total('seconds')) },
    maybeTwice: Number(handed.rows),
    dead: dead.map(({ stale, ...row }) => ({ ...row, late: stale <= at })),
    circuits: await circuitsOf(db),
  };
}

/** What became of the wish to send dead letters again. */
export interface Resent {
  readonly queued: readonly number[];
  /** Left as they are, and why. */
  readonly left: readonly { readonly id: number; readonly why: string }[];
}

/**
 * Puts dead letters back in the queue, with all their tries. Never what was suppressed, nor what left, nor what it is too late to say, nor what is of a cancelled
 * campaign, nor a letter whose code is gone.
 * @param ids those; null: every dead letter
 */
export const resendDead = (
  db: Db,
  ids: readonly number[] | null,
  { staff, now = Temporal.Now.instant() }: { readonly staff: StaffId | null; readonly now?: Temporal.Instant },
): Promise<Resent> =>
  inTransaction(db, async (within) => {
    const at = momentOf(now);
    const asked = within
      .selectFrom('outbox')
      .leftJoin('campaign', 'campaign.id', 'outbox.campaign')
      .select(['outbox.id', 'outbox.state', 'outbox.stale', 'outbox.payload', 'outbox.kind'])
      .select('campaign.state as campaign')
      .orderBy('outbox.id');
    const rows = await (
      ids === null ? asked.where('outbox.state', '=', 'failed') : asked.where('outbox.id', 'in', [-1, ...ids])
    ).execute();
    const whyNot = ({ state, stale, payload, kind, campaign }: (typeof rows)[number]): string | null =>
      state !== 'failed'
        ? `it is ${state}`
        : stale <= at
          ? 'it is too late to say it'
          : campaign === 'cancelled'
            ? 'its campaign was cancelled'
            : kind === 'account' && payload === '{}'
              ? 'its code is gone: they ask for another'
              : null;
    const queued = rows.filter((row) => whyNot(row) === null).map(({ id }) => id);
    for (const id of queued) {
      await within
        .updateTable('outbox')
        .set({ state: 'queued', due: at, attempts: 0, reason: null, changed: at })
        .where('id', '=', id)
        .where('state', '=', 'failed')
        .execute();
      await writeAudit(within, { staff, action: 'outbox.resend', subject: `outbox:${id}` }, { now });
    }
    const known = new Set(rows.map(({ id }) => id));
    return {
      queued,
      left: [
        ...rows.flatMap((row) => {
          const why = whyNot(row);
          return why === null ? [] : [{ id: row.id, why }];
        }),
        ...(ids ?? []).filter((id) => !known.has(id)).map((id) => ({ id, why: 'there is no such message' })),
      ],
    };
  });
