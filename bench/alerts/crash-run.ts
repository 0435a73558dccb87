import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { seededRandom } from '#kernels/random.ts';
import { openState, type StatePlace } from '#state/open-state.ts';
import { isPermanent } from './manners.ts';
import { readLog, run, startSink, type Running } from './process.ts';
import { addressOf, fillOutbox } from './world.ts';

export interface CrashRun {
  readonly recipients: number;
  readonly kills: number;
  /** Those that were aimed between the server's answer and our commit. */
  readonly aimed: number;
  readonly workers: number;
  /** People whom the server took a letter for. */
  readonly sent: number;
  /** People who should have got it and did not. */
  readonly skipped: number;
  /** Copies beyond the first. */
  readonly duplicates: number;
  /** Of those, at most as many come of an answer that was waited for in vain, and not of a kill. */
  readonly answersLost: number;
  /** Copies with another Message-ID than the first: a receiver could not tell. */
  readonly strangers: number;
  /** People whom the server refuses for good: how many, how many of them are dead letters with a reason, how many got a letter. */
  readonly refused: number;
  readonly failed: number;
  readonly refusedSent: number;
  /** Rows whose state says other than what the server knows. */
  readonly untrue: number;
  readonly seconds: number;
  readonly peakMemoryMB: number;
}

/**
 * Sends to everybody by a server that fails now and then, while workers are ended without a word: every second kill at a random moment, every other one while
 * the server has taken a letter and holds its answer. Compares what the server wrote down with what the ledger says.
 */
export async function crashRun(
  place: StatePlace,
  folder: string,
  {
    recipients,
    kills,
    workers,
    seed,
    onProgress,
  }: { recipients: number; kills: number; workers: number; seed: number; onProgress: (text: string) => void },
): Promise<CrashRun> {
  await fillOutbox(place, recipients);
  const log = join(folder, `crash-${workers}.log`);
  const { sink, url } = await startSink(log, { seed, faults: true, stall: 1500 });
  const where = 'file' in place ? place.file : place.databaseUrl;
  const start = (): Running => run('worker-process.ts', [where, url, '3000', '1000', '20000']);
  const draw = seededRandom(seed);
  const started = performance.now();
  const alive: Running[] = Array.from({ length: workers }, start);
  let [done, aimed, peak] = [0, 0, 0];
  // the kills are spread over the letters; the last ones fall among those that wait to be tried again
  const moments = Array.from({ length: kills }, () => draw() * recipients * 0.97).sort((a, b) => a - b);
  for (const moment of moments) {
    while (readLog(log).length < moment) await sleep(10);
    const at = Math.floor(draw() * alive.length);
    const victim = alive[at];
    if (victim === undefined) break;
    await victim.said('ready');
    if (done % 2 === 0) await sleep(draw() * 200);
    else {
      sink.child.stdin?.write('hold\n');
      const held = await Promise.race([sink.said('held'), sleep(1500, null)]);
      if (held !== null) aimed++;
    }
    peak = Math.max(peak, ...alive.map((one) => one.peak()));
    await victim.kill('SIGKILL');
    alive[at] = start();
    done++;
    if (done % 10 === 0) onProgress(`${done} kills, ${readLog(log).length} letters taken`);
  }
  await using state = await openState(place);
  const left = async (): Promise<number> =>
    Number(
      (
        await state.db
          .selectFrom('outbox')
          .select((eb) => eb.fn.countAll().as('rows'))
          .where('state', 'in', ['queued', 'claimed'])
          .executeTakeFirstOrThrow()
      ).rows,
    );
  while ((await left()) > 0) {
    await sleep(200);
    peak = Math.max(peak, ...alive.map((one) => one.peak()));
  }
  const seconds = (performance.now() - started) / 1000;
  for (const worker of alive) await worker.kill('SIGTERM');
  await sink.kill('SIGTERM');

  const taken = new Map<string, string[]>();
  for (const { id, to } of readLog(log)) taken.set(to, [...(taken.get(to) ?? []), id]);
  const rows = await state.db
    .selectFrom('outbox')
    .innerJoin('customer', 'customer.id', 'outbox.customer')
    .select(['customer.email', 'outbox.state', 'outbox.reason'])
    .execute();
  const people = Array.from({ length: recipients }, (_, one) => addressOf(one));
  const refused = people.filter((address) => isPermanent(seed, address) !== null);
  const wanted = people.filter((address) => isPermanent(seed, address) === null);
  const ids = [...taken.values()];
  const lost = await state.db
    .selectFrom('attempt')
    .innerJoin('outbox', 'outbox.id', 'attempt.outbox')
    .innerJoin('customer', 'customer.id', 'outbox.customer')
    .select('customer.email')
    .where('attempt.outcome', '=', 'later')
    .where('attempt.detail', 'like', 'after the final dot%')
    .execute();
  return {
    recipients,
    kills: done,
    aimed,
    workers,
    sent: taken.size,
    skipped: wanted.filter((address) => !taken.has(address)).length,
    duplicates: ids.reduce((sum, one) => sum + one.length - 1, 0),
    answersLost: lost.filter(({ email }) => (taken.get(email ?? '')?.length ?? 0) > 1).length,
    strangers: ids.reduce((sum, one) => sum + new Set(one).size - 1, 0),
    refused: refused.length,
    failed: rows.filter(
      ({ email, state: standing, reason }) => standing === 'failed' && reason !== null && refused.includes(email ?? ''),
    ).length,
    refusedSent: refused.filter((address) => taken.has(address)).length,
    untrue: rows.filter(({ email, state: standing }) => (standing === 'sent') !== taken.has(email ?? '')).length,
    seconds: Math.round(seconds * 10) / 10,
    peakMemoryMB: Math.round(peak / 1e6),
  };
}
