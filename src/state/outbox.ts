import type { CustomerId } from '#brand.ts';
import { momentOf, type Clock } from '#state/clock.ts';
import type { Db } from '#state/schema.ts';
import type { ChannelName } from '#state/tables/customers.ts';
import type { MessageKind } from '#state/tables/outbox.ts';

/** Something to be told to one recipient by one channel. */
export interface ToTell {
  /** A CustomerId, `staff:` and a StaffId, or `address:` and an e-mail address for the one letter that says that an account is erased. */
  readonly recipient: string;
  readonly customer: CustomerId | null;
  /** What is told, so that it is told once. */
  readonly message: string;
  readonly channel: ChannelName;
  readonly kind: MessageKind;
  readonly campaign: string | null;
  /** A JSON value: a Payload of src/notify/payload.ts. */
  readonly payload: unknown;
  readonly due: Temporal.Instant;
  readonly stale: Temporal.Instant;
}

/**
 * Writes what is to be told, in the transaction of whoever decides it; what the recipient is told already by that channel is left as it stands.
 * @returns how many rows are new
 */
export async function enqueue(
  db: Db,
  messages: readonly ToTell[],
  { now = Temporal.Now.instant() }: Clock = {},
): Promise<number> {
  const at = momentOf(now);
  let added = 0;
  for (let start = 0; start < messages.length; start += rowsAtOnce) {
    const rows = messages.slice(start, start + rowsAtOnce).map(({ payload, due, stale, ...told }) => ({
      ...told,
      payload: JSON.stringify(payload),
      state: 'queued' as const,
      due: momentOf(due),
      stale: momentOf(stale),
      attempts: 0,
      created: at,
      changed: at,
    }));
    const written = await db
      .insertInto('outbox')
      .values(rows)
      .onConflict((conflict) => conflict.columns(['recipient', 'message', 'channel']).doNothing())
      .executeTakeFirst();
    added += Number(written.numInsertedOrUpdatedRows ?? 0);
  }
  return added;
}

const rowsAtOnce = 500; // twelve values a row, far below what either engine takes
