import { randomBytes } from 'node:crypto';
import { hostname } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Channel } from '#notify/channel.ts';
import { mailKey } from '#notify/deliver/mail-key.ts';
import { deliverOne, type Compose, type LetterTools, type NotBefore, type OnDone } from '#notify/deliver/one-letter.ts';
import { usualPolicy, type Policy } from '#notify/deliver/policy.ts';
import { createRate } from '#notify/deliver/rate.ts';
import { createTurnstile } from '#notify/deliver/turnstile.ts';
import { circuitsOf } from '#state/circuit.ts';
import { momentOf } from '#state/clock.ts';
import { claimDue, renewClaims, workersAtWork, type ClaimedRow } from '#state/outbox-claim.ts';
import { putBack, sweepOutbox } from '#state/outbox-finish.ts';
import type { Db } from '#state/schema.ts';
import { linkKeyOf } from '#state/signed-links.ts';
import type { ChannelName } from '#state/tables/customers.ts';

export interface DeliveryOptions {
  readonly db: Db;
  readonly channels: ReadonlyMap<ChannelName, Channel>;
  readonly compose: Compose;
  /** The most letters a second, of all workers together. */
  readonly mailsASecond: number;
  /** A person's quiet hours; nobody's unless given. */
  readonly notBefore?: NotBefore;
  readonly policy?: Policy;
  readonly now?: () => Temporal.Instant;
  readonly random?: () => number;
  readonly worker?: string;
  /** How long a claim holds when its worker is heard of no more. */
  readonly lease?: Temporal.Duration;
  /** Letters under way at a time. */
  readonly atOnce?: number;
  /** Letters between the final dot and our commit at a time: as many as a kill may double. */
  readonly unacknowledged?: number;
  /** Milliseconds between two looks at an empty queue. */
  readonly poll?: number;
  readonly patience?: readonly number[];
  readonly onProblem?: (message: string) => void;
  readonly onDone?: OnDone;
}

/** A worker at work; disposing of it lets what is under way end, and puts the rest back. */
export interface Delivery extends AsyncDisposable {
  readonly worker: string;
  /** Looks at the queue now. */
  wake(): void;
  /** Resolves once nothing that is due is left, and nothing is under way. */
  drained(): Promise<void>;
}

/** Starts a worker on the outbox: any number may run, in one process or in several. */
export async function startDelivery(options: DeliveryOptions): Promise<Delivery> {
  const {
    db,
    channels,
    now = () => Temporal.Now.instant(),
    lease = Temporal.Duration.from({ minutes: 2 }),
    atOnce = 8,
    poll = 1000,
    onProblem = () => {},
    onDone = () => {},
  } = options;
  const worker = options.worker ?? `${hostname()}:${process.pid}:${randomBytes(4).toString('hex')}`;
  const secret = await linkKeyOf(db);
  const rate = createRate(options.mailsASecond);
  const tools: LetterTools = {
    db,
    worker,
    lease,
    channels,
    now,
    onProblem,
    onDone,
    rate,
    compose: options.compose,
    notBefore: options.notBefore ?? ((_row, _to, at) => at),
    policy: options.policy ?? usualPolicy,
    random: options.random ?? Math.random,
    turnstile: createTurnstile(options.unacknowledged ?? 1),
    keyOf: (outbox) => mailKey(secret, outbox),
    patience: options.patience ?? [50, 200, 1000, 5000, 15_000, 30_000, 60_000],
  };
  const stop = new AbortController();
  let nap = new AbortController();
  const queue: ClaimedRow[] = [];
  const held = new Map<number, ClaimedRow>();
  const running = new Set<Promise<void>>();
  const awaited: (() => void)[] = [];
  const wake = (): void => nap.abort();

  const renewed = (): Promise<void> =>
    renewClaims(db, { worker, now: now(), lease }, [...held.keys()]).catch((error: unknown) =>
      onProblem(`claims are not renewed: ${String(error)}`),
    );
  const renewal = setInterval(renewed, lease.total('milliseconds') / 3).unref();

  const run = async (row: ClaimedRow): Promise<void> => {
    try {
      await deliverOne(tools, row, stop.signal);
    } catch (error) {
      // its claim ends by itself, and the row is taken again
      onProblem(`letter ${row.id}: ${String(error)}`);
    } finally {
      held.delete(row.id);
    }
  };
  const startQueued = (): void => {
    while (running.size < atOnce && !stop.signal.aborted) {
      const row = queue.shift();
      if (row === undefined) return;
      const task = run(row).finally(() => {
        running.delete(task);
        startQueued();
        if (queue.length === 0 || running.size === 0) wake();
      });
      running.add(task);
    }
  };
  const feed = async (): Promise<number> => {
    const open = new Set(
      (await circuitsOf(db)).flatMap(({ domain, openUntil }) =>
        openUntil !== null && openUntil > momentOf(now()) ? [domain] : [],
      ),
    );
    const usable = [...channels].filter(([, { server }]) => server === undefined || !open.has(server));
    const rows = await claimDue(
      db,
      { worker, now: now(), lease },
      { channels: usable.map(([name]) => name), limit: 2 * atOnce - queue.length },
    );
    for (const row of rows) {
      held.set(row.id, row);
      queue.push(row);
    }
    startQueued();
    return rows.length;
  };
  let lastCare = -Infinity;
  const care = async (): Promise<void> => {
    if (performance.now() - lastCare < 10_000) return;
    lastCare = performance.now();
    onDone('suppressed', await sweepOutbox(db, now()));
    rate.share(await workersAtWork(db, now(), worker));
  };
  const loop = async (): Promise<void> => {
    while (!stop.signal.aborted) {
      let found = 0;
      try {
        await care();
        if (queue.length < atOnce) found = await feed();
        if (found === 0 && held.size === 0) for (const tell of awaited.splice(0)) tell();
      } catch (error) {
        onProblem(`the outbox does not answer: ${String(error)}`);
      }
      if (stop.signal.aborted || (found > 0 && queue.length < atOnce)) continue;
      await sleep(poll, undefined, { signal: nap.signal }).catch(() => {});
      nap = new AbortController();
    }
  };
  const looping = loop();

  return {
    worker,
    wake,
    drained: () =>
      new Promise((resolve) => {
        awaited.push(resolve);
        wake();
      }),
    async [Symbol.asyncDispose]() {
      stop.abort();
      wake();
      await looping;
      await Promise.all(running);
      clearInterval(renewal);
      for (const row of queue.splice(0))
        await putBack(db, row, { worker, now: now(), due: now(), reason: null }).catch(() => {});
    },
  };
}
