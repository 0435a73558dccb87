import { spawn } from 'node:child_process';
import { fault } from '#errors.ts';
import { type PeakMemory, watchMemory } from './process-memory.ts';

/** What a finished command took: wall seconds, its memory, and what it printed. */
export type Measured = { readonly seconds: number; readonly memory: PeakMemory; readonly output: string };

const keptOfErrors = 2000;

/**
 * Runs a command to its end, its standard output kept, or thrown away unread when `discard` is set.
 * @throws UNEXPECTED when it cannot be started or does not end with 0; the reason holds the end of its standard error
 */
export function measureCommand(
  command: readonly string[],
  { discard = false, cwd = process.cwd() } = {},
): Promise<Measured> {
  const { promise, resolve, reject } = Promise.withResolvers<Measured>();
  const [program = '', ...rest] = command;
  const started = performance.now();
  const child = spawn(program, rest, { cwd, stdio: ['ignore', discard ? 'ignore' : 'pipe', 'pipe'] });
  const peak = child.pid === undefined ? () => ({ tree: null, largest: null }) : watchMemory(child.pid);
  let output = '';
  let errors = '';
  child.stdout?.setEncoding('utf8').on('data', (text: string) => (output += text));
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (errors = (errors + text).slice(-keptOfErrors)));
  let seconds = 0;
  child.on('exit', () => (seconds = (performance.now() - started) / 1000));
  child.on('error', (error) => {
    peak();
    reject(fault('UNEXPECTED', { reason: `${program} cannot be started (${error.message})` }, error));
  });
  child.on('close', (code, signal) => {
    const memory = peak();
    if (code === 0) resolve({ seconds, memory, output });
    else reject(fault('UNEXPECTED', { reason: `${command.join(' ')} ended with ${signal ?? code}: ${errors.trim()}` }));
  });
  return promise;
}
