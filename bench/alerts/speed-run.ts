import { join } from 'node:path';
import type { StatePlace } from '#state/open-state.ts';
import { readLog, run, startSink, type Running } from './process.ts';
import { fillOutbox } from './world.ts';

export interface Speed {
  readonly recipients: number;
  readonly perSecond: number;
  readonly peakMemoryMB: number;
}

/** Letters a second without a kill or a fault, from the worker's first breath to its last letter. */
export async function speedRun(
  place: StatePlace,
  folder: string,
  { recipients, seed }: { recipients: number; seed: number },
): Promise<Speed> {
  await fillOutbox(place, recipients);
  const where = 'file' in place ? place.file : place.databaseUrl;
  return measured(folder, `speed-${'file' in place ? 'sqlite' : 'postgresql'}`, { recipients, seed }, (url) =>
    run('worker-process.ts', [where, url, '120000', '60000', '60000', 'until drained']),
  );
}

/** The same of nodemailer's pool alone, from a list. */
export const peerSpeed = (folder: string, { recipients, seed }: { recipients: number; seed: number }): Promise<Speed> =>
  measured(folder, 'speed-peer', { recipients, seed }, (url) =>
    run('peer-process.ts', [join(folder, 'speed-peer.mark'), url, `${recipients}`, `${recipients}`, 'ahead']),
  );

async function measured(
  folder: string,
  name: string,
  { recipients, seed }: { recipients: number; seed: number },
  start: (url: string) => Running,
): Promise<Speed> {
  const log = join(folder, `${name}.log`);
  const { sink, url } = await startSink(log, { seed, faults: false });
  const worker = start(url);
  await worker.said('ready');
  const from = Date.now();
  const until = Number(await worker.said('drained'));
  const peak = Number(await worker.said('peak'));
  await worker.ended;
  await sink.kill('SIGTERM');
  const taken = readLog(log).length;
  if (taken !== recipients) throw new Error(`${name}: ${taken} letters of ${recipients} arrived`);
  return {
    recipients,
    perSecond: Math.round(recipients / ((until - from) / 1000)),
    peakMemoryMB: Math.round(peak / 1e6),
  };
}
