import type { Generated } from 'kysely';
import type { CustomerId, StaffId } from '#brand.ts';
import type { ChannelName } from '#state/tables/customers.ts';

/** `reminder`: the digest's Friday; `account`: letters that a person asked for this minute (sign in, confirm), which no cap, pause or quiet hour holds back. */
export const messageKinds = ['wish', 'digest', 'reminder', 'new', 'last-days', 'account'] as const;
export type MessageKind = (typeof messageKinds)[number];

export const outboxStates = ['queued', 'claimed', 'sent', 'delivered', 'bounced', 'failed', 'suppressed'] as const;
export type OutboxState = (typeof outboxStates)[number];

export const attemptOutcomes = ['sent', 'later', 'refused', 'delivered', 'bounced', 'suppressed'] as const;
export type AttemptOutcome = (typeof attemptOutcomes)[number];

export interface OutboxTables {
  /** What is told to many at once: held until somebody of the house lets it go, where the house wants that. */
  campaign: {
    /** `digest:2026-W48`. */
    id: string;
    kind: Exclude<MessageKind, 'account'>;
    week: string;
    state: 'held' | 'released' | 'cancelled';
    /** A word of the house, at the head of each letter. */
    note: string;
    due: string;
    created: string;
    author: StaffId | null;
  };
  /** One row a recipient, message and channel: a unique index says so. */
  outbox: {
    id: Generated<number>;
    /** A CustomerId, `staff:` and a StaffId, or `address:` and an e-mail address. */
    recipient: string;
    /** Who is erased, is no longer written to: the row goes with them. */
    customer: CustomerId | null;
    /** What is told, so that it is told once: `digest:2026-W48`, `wish:tt0000001:2026-W48`. */
    message: string;
    channel: ChannelName;
    kind: MessageKind;
    campaign: string | null;
    /** JSON of a Payload (src/notify/payload.ts); emptied (`{}`) when a letter of kind `account` is done. */
    payload: string;
    state: OutboxState;
    /** Not before. */
    due: string;
    /** After which it is no longer worth saying: the guard of late runs. */
    stale: string;
    attempts: number;
    claimed_by: string | null;
    claimed_until: string | null;
    /** When it was about to be handed to the next server: whoever takes over a claim that has it cannot know whether that server took it. */
    handed: string | null;
    /** The Message-ID, or what the push service answered. */
    sent_id: string | null;
    /** Why it is where it is, for a person to read. */
    reason: string | null;
    created: string;
    changed: string;
  };
  /** Append-only: what each try came to. */
  attempt: {
    id: Generated<number>;
    outbox: number;
    worker: string;
    outcome: AttemptOutcome;
    /** `250 2.0.0`, `451 4.3.0`, `ETIMEDOUT`, `410`. */
    code: string;
    detail: string;
    at: string;
  };
  /** Domains that are left alone for a while. */
  circuit: { domain: string; failures: number; open_until: string | null; changed: string };
}

export const outboxColumns = {
  campaign: ['id', 'kind', 'week', 'state', 'note', 'due', 'created', 'author'],
  outbox: [
    'id',
    'recipient',
    'customer',
    'message',
    'channel',
    'kind',
    'campaign',
    'payload',
    'state',
    'due',
    'stale',
    'attempts',
    'claimed_by',
    'claimed_until',
    'handed',
    'sent_id',
    'reason',
    'created',
    'changed',
  ],
  attempt: ['id', 'outbox', 'worker', 'outcome', 'code', 'detail', 'at'],
  circuit: ['domain', 'failures', 'open_until', 'changed'],
} as const satisfies { [T in keyof OutboxTables]: readonly (keyof OutboxTables[T])[] };
