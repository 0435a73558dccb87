import { existsSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';

/** What the processors are called. */
export const cpuModel = (): string => cpus()[0]?.model ?? 'unknown processor';

/** The mean number of runnable processes over the last minute: what else the machine was doing. */
export const loadNow = (): number => loadavg()[0] ?? Number.NaN;

/** The interpreter of the peers when it is installed (bench/peers/create-venv.sh), else the system's. */
export function defaultPython(): string {
  const own = join(import.meta.dirname, '.venv', 'bin', 'python');
  return existsSync(own) ? own : 'python3';
}
