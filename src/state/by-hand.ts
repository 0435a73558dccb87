import type { CustomerId, StaffId } from '#brand.ts';
import { writeAudit } from '#state/audit.ts';
import { momentOf, type Clock } from '#state/clock.ts';
import type { Db } from '#state/schema.ts';
import { inTransaction } from '#state/transaction.ts';
import type { AttemptOutcome, OutboxState } from '#state/tables/outbox.ts';

/** Channels that a person of the house carries: a call, a sheet handed over. */
export type HandChannel = 'phone' | 'paper';

/** A message that somebody of the house is to tell, or has told. */
export interface HandRow {
  /** The row of the outbox. */
  readonly id: number;
  readonly channel: HandChannel;
  readonly state: OutboxState;
  /** JSON of a Payload. */
  readonly payload: string;
  readonly attempts: number;
  /** Calls without an answer. */
  readonly calls: number;
  /** Whether its sheet was given to be printed. */
  readonly printed: boolean;
  readonly changed: string;
  readonly customer: CustomerId;
  readonly name: string | null;
  readonly phone: string | null;
  readonly commune: string | null;
  readonly language: 'fr' | 'en';
}

/** Calls without an answer after which a message is given up. */
export const mostCalls = 3;

/** Days after the guard of late runs in which the showings of what was handed to the house may still be to come: its week, and what was moved. */
const daysAfter = 28;

/**
 * What is to be told by hand, the first due first: due, not yet too late unless the house has it already (it ends with its showings), and to people who
 * still want it and are not away; nothing of a campaign that is held or cancelled. Told ones since `since` too,
 * the latest of them first.
 */
export async function listByHand(
  db: Db,
  channel: HandChannel,
  { since, now = Temporal.Now.instant() }: Clock & { readonly since: Temporal.Instant },
): Promise<{ readonly open: readonly HandRow[]; readonly told: readonly HandRow[] }> {
  const [at, longAgo] = [momentOf(now), momentOf(now.subtract({ hours: 24 * daysAfter }))];
  const rows = db
    .selectFrom('outbox')
    .innerJoin('customer', 'customer.id', 'outbox.customer')
    .where('outbox.channel', '=', channel)
    .where('outbox.kind', '<>', 'account')
    .select([
      'outbox.id',
      'outbox.state',
      'outbox.kind',
      'outbox.payload',
      'outbox.attempts',
      'outbox.changed',
      'customer.id as customer',
      'customer.name',
      'customer.phone',
      'customer.commune',
      'customer.language',
    ]);
  const open = await rows
    .where(({ and, eb, or }) =>
      or([
        and([eb('outbox.state', '=', 'queued'), eb('outbox.due', '<=', at), eb('outbox.stale', '>', at)]),
        and([eb('outbox.state', 'in', ['sent', 'failed']), eb('outbox.stale', '>', longAgo)]),
      ]),
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('campaign')
            .select('campaign.id')
            .whereRef('campaign.id', '=', 'outbox.campaign')
            .where('campaign.state', '<>', 'released'),
        ),
      ),
    )
    .where(({ eb, or }) => or([eb('customer.paused_until', 'is', null), eb('customer.paused_until', '<=', at)]))
    .orderBy('outbox.due')
    .orderBy('outbox.id')
    .execute();
  const told = await rows
    .where('outbox.state', '=', 'delivered')
    .where('outbox.changed', '>=', momentOf(since))
    .orderBy('outbox.changed', 'desc')
    .orderBy('outbox.id')
    .execute();
  const wanted = new Set(
    (await db.selectFrom('subscription').select(['customer', 'kind']).where('channel', '=', channel).execute()).map(
      ({ customer, kind }) => `${customer} ${kind}`,
    ),
  );
  const asked = ({ customer, kind }: { customer: CustomerId; kind: string }): boolean =>
    wanted.has(`${customer} ${kind === 'reminder' ? 'digest' : kind}`);
  const ids = open.map(({ id }) => id);
  const [calls, printed] = [await timesOf(db, 'no-answer', ids), await timesOf(db, 'printed', ids)];
  const asRow = (row: (typeof open)[number]): HandRow => ({
    ...row,
    channel,
    calls: calls.get(row.id) ?? 0,
    printed: printed.has(row.id),
  });
  return { open: open.filter(asked).map(asRow), told: told.map(asRow) };
}

/** A row as a page showed it: what is done to it is done once, also when a form is sent twice. */
export interface SeenRow {
  readonly id: number;
  readonly attempts: number;
}

/** `printed`: the sheet is on paper; `told`; `no-answer`: to be called again, until it was tried often enough; `again`: told or given up by mistake. */
export const handSteps = ['printed', 'told', 'no-answer', 'again'] as const;
export type HandStep = (typeof handSteps)[number];

/**
 * Writes down what somebody of the house did with messages: their state, a line of their history, and who did it. What another did meanwhile stands.
 * @param options.staff null: the command line
 * @returns how many rows it changed
 */
export const settleByHand = (
  db: Db,
  rows: readonly SeenRow[],
  step: HandStep,
  { staff, now = Temporal.Now.instant() }: Clock & { readonly staff: StaffId | null },
): Promise<number> =>
  inTransaction(db, async (within) => {
    let changed = 0;
    for (const { id, attempts } of rows) {
      const calls = step === 'no-answer' ? ((await timesOf(within, 'no-answer', [id])).get(id) ?? 0) : 0;
      const { from, to, outcome, reason, tries } = changes(step, calls);
      const done = await within
        .updateTable('outbox')
        .set({
          state: to,
          reason,
          attempts: attempts + tries,
          claimed_by: null,
          claimed_until: null,
          changed: momentOf(now),
        })
        .where('id', '=', id)
        .where('attempts', '=', attempts)
        .where('channel', 'in', ['phone', 'paper'])
        .where('state', 'in', from)
        .executeTakeFirst();
      if (Number(done.numUpdatedRows) === 0) continue;
      changed++;
      await within
        .insertInto('attempt')
        .values({
          outbox: id,
          worker: staff === null ? 'command' : `staff:${staff}`,
          outcome,
          code: step,
          detail: '',
          at: momentOf(now),
        })
        .execute();
      await writeAudit(within, { staff, action: `by-hand.${step}`, subject: `outbox:${id}` }, { now });
    }
    return changed;
  });

const idsAtOnce = 500;

/** How often a step was taken, by row. */
async function timesOf(db: Db, step: HandStep, ids: readonly number[]): Promise<ReadonlyMap<number, number>> {
  const counts = new Map<number, number>();
  for (let start = 0; start < ids.length; start += idsAtOnce) {
    const rows = await db
      .selectFrom('attempt')
      .select(({ fn }) => ['outbox', fn.countAll().as('times')])
      .where('outbox', 'in', ids.slice(start, start + idsAtOnce))
      .where('code', '=', step)
      .groupBy('outbox')
      .execute();
    for (const { outbox, times } of rows) counts.set(outbox, Number(times));
  }
  return counts;
}

interface Change {
  readonly from: readonly OutboxState[];
  readonly to: OutboxState;
  readonly outcome: AttemptOutcome;
  readonly reason: string | null;
  readonly tries: 0 | 1;
}

function changes(step: HandStep, calls: number): Change {
  if (step === 'printed') return { from: ['queued', 'sent'], to: 'sent', outcome: 'sent', reason: null, tries: 1 };
  if (step === 'told')
    return { from: ['queued', 'sent', 'failed'], to: 'delivered', outcome: 'delivered', reason: null, tries: 1 };
  if (step === 'again') return { from: ['delivered', 'failed'], to: 'sent', outcome: 'later', reason: null, tries: 0 };
  const last = calls + 1 >= mostCalls;
  return {
    from: ['queued', 'sent'],
    to: last ? 'failed' : 'sent',
    outcome: last ? 'refused' : 'later',
    reason: 'no answer',
    tries: 1,
  };
}
