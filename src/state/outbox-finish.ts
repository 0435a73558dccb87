import { sql } from 'kysely';
import { momentOf } from '#state/clock.ts';
import type { ClaimedRow } from '#state/outbox-claim.ts';
import type { Db } from '#state/schema.ts';
import type { AttemptOutcome } from '#state/tables/outbox.ts';
import { engineOf, inTransaction } from '#state/transaction.ts';

/** What one try came to, as it is written down. */
export interface Tried {
  readonly worker: string;
  /** `250 2.0.0`, `451 4.3.0`, `ETIMEDOUT`. */
  readonly code: string;
  readonly detail: string;
  readonly now: Temporal.Instant;
}

/** The next server has it: true whoever holds the row by now, so that nobody sends it again. */
export async function finishSent(db: Db, row: ClaimedRow, tried: Tried, sentId: string): Promise<void> {
  const at = momentOf(tried.now);
  const id = sentId.slice(0, 500);
  // one letter at a time is between the server's answer and this commit: on PostgreSQL one question and not four
  if (engineOf(db) === 'postgresql' && row.kind !== 'account' && !db.isTransaction)
    return void (await sql`
      with done as (
        update outbox set state = 'sent', sent_id = ${id}, reason = null, claimed_by = null, claimed_until = null, handed = null, changed = ${at}
        where id = ${row.id} and state in ('queued', 'claimed')
      )
      insert into attempt (outbox, worker, outcome, code, detail, at)
      select id, ${tried.worker}, 'sent', ${tried.code.slice(0, 60)}, ${tried.detail.slice(0, 500)}, ${at} from outbox where id = ${row.id}`.execute(
      db,
    ));
  await inTransaction(db, async (within) => {
    await within
      .updateTable('outbox')
      .set({ ...free, state: 'sent', sent_id: id, reason: null, changed: at })
      .where('id', '=', row.id)
      .where('state', 'in', ['queued', 'claimed'])
      .execute();
    await writeAttempt(within, row.id, 'sent', tried);
    await forgetAsked(within, row);
  });
}

/** Not now: back in the queue, one try spent. @param handed whether `handOver` counted that try already */
export const finishLater = (
  db: Db,
  row: ClaimedRow,
  tried: Tried,
  { due, handed }: { readonly due: Temporal.Instant; readonly handed: boolean },
): Promise<void> =>
  inTransaction(db, async (within) => {
    await own(within, row, tried.worker)
      .set((eb) => ({
        ...free,
        state: 'queued',
        due: momentOf(due),
        attempts: handed ? eb.ref('attempts') : eb('attempts', '+', 1),
        reason: `${tried.code} ${tried.detail}`.slice(0, 500),
        changed: momentOf(tried.now),
      }))
      .execute();
    await writeAttempt(within, row.id, 'later', tried);
  });

/** Never: a dead letter, which a person may send again. */
export const finishFailed = (
  db: Db,
  row: ClaimedRow,
  tried: Tried,
  { outcome, handed }: { readonly outcome: 'refused' | 'later'; readonly handed: boolean },
): Promise<void> =>
  inTransaction(db, async (within) => {
    await own(within, row, tried.worker)
      .set((eb) => ({
        ...free,
        state: 'failed',
        attempts: handed ? eb.ref('attempts') : eb('attempts', '+', 1),
        reason: `${tried.code} ${tried.detail}`.slice(0, 500),
        changed: momentOf(tried.now),
      }))
      .execute();
    await writeAttempt(within, row.id, outcome, tried);
    await forgetAsked(within, row);
  });

/** It must not be said (any more), for this reason. */
export const finishSuppressed = (db: Db, row: ClaimedRow, tried: Tried): Promise<void> =>
  inTransaction(db, async (within) => {
    await own(within, row, tried.worker)
      .set({ ...free, state: 'suppressed', reason: tried.detail.slice(0, 500), changed: momentOf(tried.now) })
      .execute();
    await writeAttempt(within, row.id, 'suppressed', tried);
    await forgetAsked(within, row);
  });

/** Back in the queue as it was: nothing was tried. */
export const putBack = async (
  db: Db,
  row: ClaimedRow,
  { worker, now, due, reason }: { worker: string; now: Temporal.Instant; due: Temporal.Instant; reason: string | null },
): Promise<void> =>
  void (await own(db, row, worker)
    .set({ ...free, state: 'queued', due: momentOf(due), reason, changed: momentOf(now) })
    .execute());

/**
 * What is past its time, or of a campaign that was called off, is not said: counted, with its reason; what a worker left behind, too, once its claim has
 * ended. @returns how many
 */
export async function sweepOutbox(db: Db, now: Temporal.Instant): Promise<number> {
  const at = momentOf(now);
  const ended = (reason: string) =>
    db
      .updateTable('outbox')
      .set({ ...free, state: 'suppressed', reason, changed: at })
      .where(sql<boolean>`state in ('queued', 'claimed') and (state = 'queued' or claimed_until <= ${at})`);
  const over = await ended('too late').where('stale', '<=', at).executeTakeFirst();
  const calledOff = await ended('campaign cancelled')
    .where('campaign', 'in', db.selectFrom('campaign').select('id').where('state', '=', 'cancelled'))
    .executeTakeFirst();
  await db.deleteFrom('outbox').where('state', '=', 'suppressed').where('recipient', 'like', 'address:%').execute();
  await db
    .updateTable('outbox')
    .set({ payload: '{}' })
    .where('kind', '=', 'account')
    .where('state', '=', 'suppressed')
    .where('payload', '<>', '{}')
    .execute();
  return Number(over.numUpdatedRows) + Number(calledOff.numUpdatedRows);
}

const free = { claimed_by: null, claimed_until: null, handed: null } as const;

const own = (db: Db, { id }: ClaimedRow, worker: string) =>
  db.updateTable('outbox').where('id', '=', id).where('claimed_by', '=', worker).where('state', '=', 'claimed');

/** Adds a line to the log of tries of a row that still exists: who is erased takes both with them. */
export async function writeAttempt(
  db: Db,
  id: number,
  outcome: AttemptOutcome,
  { worker, code, detail, now }: Tried,
): Promise<void> {
  const at = momentOf(now);
  await db
    .insertInto('attempt')
    .columns(['outbox', 'worker', 'outcome', 'code', 'detail', 'at'])
    .expression((eb) =>
      eb
        .selectFrom('outbox')
        .select([
          'outbox.id',
          eb.val(worker).as('worker'),
          eb.val(outcome).as('outcome'),
          eb.val(code.slice(0, 60)).as('code'),
          eb.val(detail.slice(0, 500)).as('detail'),
          eb.val(at).as('at'),
        ])
        .where('outbox.id', '=', id),
    )
    .execute();
}

/** A letter with a code or a link holds a secret that has done its work; a letter to an address of nobody's is gone once it left. */
async function forgetAsked(db: Db, { id, kind, recipient }: ClaimedRow): Promise<void> {
  if (recipient.startsWith('address:')) await db.deleteFrom('outbox').where('id', '=', id).execute();
  else if (kind === 'account')
    await db
      .updateTable('outbox')
      .set({ payload: '{}' })
      .where('id', '=', id)
      .where('state', 'not in', ['queued', 'claimed'])
      .execute();
}
