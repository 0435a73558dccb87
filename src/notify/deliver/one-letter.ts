import { setTimeout as sleep } from 'node:timers/promises';
import { withheld, type Channel, type Gate, type Letter, type Outcome } from '#notify/channel.ts';
import { askCircuits, noteCircuit, type CircuitTools } from '#notify/deliver/circuits.ts';
import { domainOf } from '#notify/deliver/smtp-outcome.ts';
import type { Rate } from '#notify/deliver/rate.ts';
import { retryAt } from '#notify/deliver/policy.ts';
import type { Turnstile } from '#notify/deliver/turnstile.ts';
import { momentOf } from '#state/clock.ts';
import { handOver, type ClaimedRow } from '#state/outbox-claim.ts';
import { finishFailed, finishLater, finishSent, finishSuppressed, putBack, type Tried } from '#state/outbox-finish.ts';
import { reachOf, type Reach } from '#state/outbox-recipient.ts';
import { suppressAddress } from '#state/suppression.ts';
import { inTransaction } from '#state/transaction.ts';
import type { ChannelName } from '#state/tables/customers.ts';

/** Puts words to a row as things stand now; null when nothing that it tells is true any more. */
export type Compose = (row: ClaimedRow, to: Reach) => Letter | null | Promise<Letter | null>;

/** When a row may leave at the earliest: its person's quiet hours. */
export type NotBefore = (
  row: ClaimedRow,
  to: Reach,
  now: Temporal.Instant,
) => Temporal.Instant | Promise<Temporal.Instant>;

/** Told of rows that are done with, once it is written down: some of them are gone by then. */
export type OnDone = (what: 'sent' | 'failed' | 'suppressed', rows: number) => void;

export interface LetterTools extends CircuitTools {
  readonly worker: string;
  readonly lease: Temporal.Duration;
  readonly channels: ReadonlyMap<ChannelName, Channel>;
  readonly compose: Compose;
  readonly notBefore: NotBefore;
  readonly random: () => number;
  readonly turnstile: Turnstile;
  readonly rate: Rate;
  readonly keyOf: (outbox: number) => string;
  readonly onDone: OnDone;
  /** Milliseconds between tries to write down that a letter left, when the state does not answer. */
  readonly patience: readonly number[];
}

/** Sends one row that this worker has claimed, and writes down what came of it. It throws only when the state cannot be written. */
export async function deliverOne(tools: LetterTools, row: ClaimedRow, stop: AbortSignal): Promise<void> {
  const { db, worker } = tools;
  const now = tools.now();
  const tried = (code: string, detail: string): Tried => ({ worker, code, detail, now: tools.now() });
  const wait = (due: Temporal.Instant, reason: string | null): Promise<void> =>
    putBack(db, row, { worker, now: tools.now(), due, reason });
  const withdraw = async (why: string): Promise<void> => {
    await finishSuppressed(db, row, tried('', why));
    tools.onDone('suppressed', 1);
  };
  if (row.stale <= momentOf(now)) return withdraw('too late');

  const reach = await reachOf(db, row, now);
  if ('nobody' in reach) return withdraw(reach.nobody);
  const earliest = row.kind === 'account' ? now : await tools.notBefore(row, reach, now);
  if (Temporal.Instant.compare(earliest, now) > 0) return wait(earliest, 'quiet hours');

  const channel = tools.channels.get(row.channel);
  if (channel === undefined) return wait(now.add({ minutes: 5 }), `no channel ${row.channel}`);
  const servers = serversOf(channel, reach);
  const { until: opens, failing: failedLately } = await askCircuits(tools, servers);
  if (opens !== null) return wait(opens, 'its server is left alone for a while');

  const letter = await composed(tools, row, reach);
  if (letter === null) return withdraw('no longer true');
  if ('code' in letter) return settle(tools, row, letter, { reach, servers: [], failedLately, handed: false });
  if (!(await tools.rate.take(stop))) return wait(now, null);

  const over = new AbortController();
  const door: Door = { leave: null, handed: false, asked: null };
  const pass = async (): Promise<boolean> => {
    door.leave = await tools.turnstile.enter(over.signal);
    if (door.leave === null) return false;
    door.handed = await handOver(db, { worker, now: tools.now(), lease: tools.lease }, row.id);
    return door.handed && !over.signal.aborted;
  };
  const gate: Gate = () => (door.asked ??= pass());
  try {
    const open = channel.gated === true || (await gate());
    const delivery = { outbox: row.id, key: tools.keyOf(row.id), to: reach, letter };
    const outcome = open ? await channel.send(delivery, stop, gate) : withheld;
    over.abort();
    // taken over, unsubscribed or stopped at the last moment: the next claim finds out which
    if (outcome.kind === 'later' && outcome.code === 'WITHHELD') await wait(now, null);
    else await settle(tools, row, outcome, { reach, servers, failedLately, handed: door.handed });
  } finally {
    over.abort();
    await door.asked?.catch(() => {});
    door.leave?.();
  }
}

/** Where a letter stands at the step that cannot be taken back. */
interface Door {
  leave: (() => void) | null;
  /** The try is counted, and written down. */
  handed: boolean;
  asked: Promise<boolean> | null;
}

async function composed(tools: LetterTools, row: ClaimedRow, reach: Reach): Promise<Letter | Outcome | null> {
  try {
    return await tools.compose(row, reach);
  } catch (error) {
    // our own fault: tried again, for it may be mended by then, and told
    tools.onProblem(`letter ${row.id} cannot be written: ${String(error)}`);
    return { kind: 'later', code: 'COMPOSE', detail: String(error).slice(0, 300), domain: null };
  }
}

interface Settling {
  readonly reach: Reach;
  readonly servers: readonly string[];
  readonly failedLately: readonly string[];
  readonly handed: boolean;
}

/** Writes down what came of a try; that a letter left is written again and again until the state takes it, for a letter that is not known to have left is sent again. */
async function settle(tools: LetterTools, row: ClaimedRow, outcome: Outcome, settling: Settling): Promise<void> {
  for (const pause of [...tools.patience, null]) {
    try {
      return await settleOnce(tools, row, outcome, settling);
    } catch (error) {
      if (pause === null) throw error;
      tools.onProblem(`what came of letter ${row.id} is not written down yet: ${String(error)}`);
      await sleep(pause);
    }
  }
}

async function settleOnce(
  tools: LetterTools,
  row: ClaimedRow,
  outcome: Outcome,
  { reach, servers, failedLately, handed }: Settling,
): Promise<void> {
  const { db, worker, policy } = tools;
  const now = tools.now();
  const tried: Tried = { worker, code: outcome.code, detail: outcome.detail, now };
  if (outcome.kind === 'sent') {
    await finishSent(db, row, tried, outcome.id);
    tools.onDone('sent', 1);
  } else if (outcome.kind === 'refused') {
    await inTransaction(db, async (within) => {
      await finishFailed(within, row, tried, { outcome: 'refused', handed });
      if (outcome.address && reach.email !== null && row.channel === 'email')
        await suppressAddress(
          within,
          reach.email,
          {
            reason: 'bounced',
            detail: `${outcome.code} ${outcome.detail}`,
            customer: isOwn(reach) ? row.customer : null,
          },
          { now },
        );
    });
    tools.onDone('failed', 1);
  } else {
    const attempts = row.attempts + 1;
    const due = retryAt(now, attempts, tools.random(), policy, outcome.after);
    const inTime = momentOf(due) < row.stale;
    const last = inTime ? tried : { ...tried, detail: `too late to try again: ${tried.detail}` };
    if (attempts >= policy.mostAttempts || !inTime) {
      await finishFailed(db, row, last, { outcome: 'later', handed });
      tools.onDone('failed', 1);
    } else await finishLater(db, row, tried, { due, handed });
  }
  // the letter's own standing is what must not be lost
  await noteCircuit(tools, { servers, failedLately }, outcome).catch((error: unknown) =>
    tools.onProblem(`circuits: ${String(error)}`),
  );
}

/** The address is the one of their account: of a letter to another, their own is not to be blamed. */
const isOwn = ({ email, customer }: Reach): boolean => customer !== null && customer.email === email;

/** The servers that a letter meets: the one that takes all our letters, and the addressee's own. */
function serversOf(channel: Channel, { email, push }: Reach): string[] {
  const own = channel.name === 'email' && email !== null ? [domainOf(email)] : [];
  const hosts = channel.name === 'push' ? push.map(({ endpoint }) => hostOf(endpoint)) : [];
  return [...new Set([...(channel.server === undefined ? [] : [channel.server]), ...own, ...hosts])];
}

const hostOf = (endpoint: string): string => (URL.canParse(endpoint) ? new URL(endpoint).host : endpoint);
