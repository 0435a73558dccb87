import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { StateEngine } from '#state/schema.ts';
import { findPostgresql, startPostgresql } from '../test/helpers/throw-away-postgresql.ts';
import { crashRun, type CrashRun } from './alerts/crash-run.ts';
import { peerRun, type PeerRun } from './alerts/peer-run.ts';
import { peerSpeed, speedRun, type Speed } from './alerts/speed-run.ts';
import { cpuModel } from './machine.ts';

export interface AlertsReport {
  /** The figures of protocol P8, over the engines: sums, the slowest, the largest. */
  readonly recipients: number;
  readonly kills: number;
  readonly sent: number;
  readonly skipped: number;
  readonly duplicates: number;
  readonly perSecond: number;
  readonly peakMemoryMB: number;
  readonly runs: readonly { readonly engine: StateEngine; readonly crash: CrashRun; readonly speed: Speed }[];
  readonly peers: readonly PeerRun[];
  readonly peerSpeed: Speed;
  readonly seed: number;
  readonly machine: string;
}

export interface AlertsOptions {
  readonly recipients: number;
  readonly kills: number;
  readonly engines: readonly StateEngine[];
  readonly seed: number;
  readonly onProgress: (text: string) => void;
}

/** Protocol P8: nobody skipped and at most one copy a kill, on SQLite with one worker and on PostgreSQL with two, beside sending from a list. */
export async function runAlertsBench({
  recipients,
  kills,
  engines,
  seed,
  onProgress,
}: AlertsOptions): Promise<AlertsReport> {
  const folder = mkdtempSync(join(tmpdir(), 'lanterne-alerts-'));
  const binaries = findPostgresql();
  if (engines.includes('postgresql') && binaries === null)
    throw new Error('There is no PostgreSQL on this machine: install postgresql, or ask for --engine sqlite.');
  // what is measured is on the disk when it is acknowledged, as in service
  const server =
    engines.includes('postgresql') && binaries !== null ? await startPostgresql(binaries, { fsync: true }) : null;
  try {
    const runs: { engine: StateEngine; crash: CrashRun; speed: Speed }[] = [];
    for (const engine of engines) {
      const place = async (name: string) =>
        server !== null && engine === 'postgresql'
          ? { databaseUrl: await server.database() }
          : { file: join(folder, `${name}.sqlite`) };
      const workers = engine === 'postgresql' ? 2 : 1;
      onProgress(`${engine}: ${recipients} recipients, ${kills} kills, ${workers} at work…`);
      const crash = await crashRun(await place('crash'), folder, { recipients, kills, workers, seed, onProgress });
      onProgress(`${engine}: ${crash.skipped} skipped, ${crash.duplicates} copies; now without kills…`);
      runs.push({ engine, crash, speed: await speedRun(await place('speed'), folder, { recipients, seed }) });
    }
    onProgress('the peer…');
    const peers: PeerRun[] = [];
    for (const rule of ['ahead', 'behind'] as const)
      peers.push(await peerRun(folder, { rule, batch: 1000, recipients, kills, seed }));
    const alone = await peerSpeed(folder, { recipients, seed });
    const [first] = runs;
    if (first === undefined) throw new Error('No engine was asked for.');
    const total = (of: (run: (typeof runs)[number]) => number): number => runs.reduce((sum, one) => sum + of(one), 0);
    return {
      recipients: total(({ crash }) => crash.recipients),
      kills: total(({ crash }) => crash.kills),
      sent: total(({ crash }) => crash.sent),
      skipped: total(({ crash }) => crash.skipped),
      duplicates: total(({ crash }) => crash.duplicates),
      perSecond: Math.min(...runs.map(({ speed }) => speed.perSecond)),
      peakMemoryMB: Math.max(...runs.map(({ crash, speed }) => Math.max(crash.peakMemoryMB, speed.peakMemoryMB))),
      runs,
      peers,
      peerSpeed: alone,
      seed,
      machine: `${availableParallelism()} processors, ${cpuModel()}, shared with the mail server and the database`,
    };
  } finally {
    await server?.[Symbol.asyncDispose]();
    rmSync(folder, { recursive: true, force: true });
  }
}
