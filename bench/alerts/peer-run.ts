import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { seededRandom } from '#kernels/random.ts';
import { readLog, run, startSink } from './process.ts';

export interface PeerRun {
  readonly rule: 'ahead' | 'behind';
  readonly batch: number;
  readonly recipients: number;
  readonly kills: number;
  readonly skipped: number;
  readonly duplicates: number;
}

/**
 * The peer under kills: the same letters, a server that takes all, at most as many kills, at random moments. It ends when its number says that the list is
 * over.
 */
export async function peerRun(
  folder: string,
  {
    rule,
    batch,
    recipients,
    kills,
    seed,
  }: { rule: 'ahead' | 'behind'; batch: number; recipients: number; kills: number; seed: number },
): Promise<PeerRun> {
  const log = join(folder, `peer-${rule}-${batch}.log`);
  const { sink, url } = await startSink(log, { seed, faults: false });
  const draw = seededRandom(seed);
  const moments = Array.from({ length: kills }, () => draw() * recipients * 0.97).sort((a, b) => a - b);
  let done = 0;
  for (;;) {
    const peer = run('peer-process.ts', [
      join(folder, `peer-${rule}-${batch}.mark`),
      url,
      `${recipients}`,
      `${batch}`,
      rule,
    ]);
    await peer.said('ready');
    const moment = moments[done];
    if (moment === undefined) {
      await peer.ended;
      break;
    }
    // the moments of our own run, as far as its list lasts
    const over = (): boolean => peer.child.exitCode !== null;
    while (!over() && readLog(log).length < moment) await sleep(10);
    if (!over()) await Promise.race([peer.ended, sleep(draw() * 200)]);
    if (over()) break;
    await peer.kill('SIGKILL');
    done++;
  }
  await sink.kill('SIGTERM');
  const lines = readLog(log);
  const people = new Set(lines.map(({ to }) => to)).size;
  return { rule, batch, recipients, kills: done, skipped: recipients - people, duplicates: lines.length - people };
}
