import { readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fault } from '#errors.ts';

// Between its creation and its content, a lock is empty for a moment: another's, not a dead one's. Its holder's name is waited for.
const freshMilliseconds = 2000;
const waits = { times: 40, milliseconds: 5 };
const sleeper = new Int32Array(new SharedArrayBuffer(4));
const held = new Set<string>();

/**
 * Holds the right to build in a folder; released by `using`. A lock left by a process that is no more is taken over.
 * @throws BUILD_RUNNING while another process, or another build of this one, holds it
 */
export function lockFolder(path: string): Disposable {
  const key = resolve(path);
  if (held.has(key)) throw fault('BUILD_RUNNING', { file: path, pid: process.pid });
  for (let waited = 0; ; waited++) {
    try {
      writeFileSync(path, String(process.pid), { flag: 'wx' });
      held.add(key);
      return { [Symbol.dispose]: () => release(path, key) };
    } catch (error) {
      if (codeOf(error) === 'ENOSPC') rmSync(path, { force: true }); // created, and left empty by the full disk
      if (codeOf(error) !== 'EEXIST') throw error;
      const holder = readHolder(path);
      if (holder === 'gone') continue;
      const unnamed = holder.text === '';
      if (holder.alive && unnamed && waited < waits.times) Atomics.wait(sleeper, 0, 0, waits.milliseconds);
      else if (holder.alive)
        throw fault('BUILD_RUNNING', { file: path, pid: unnamed ? 'unknown' : holder.text }, error);
      else takeAway(path, holder.text);
    }
  }
}

function release(path: string, key: string): void {
  held.delete(key);
  rmSync(path, { force: true });
}

function readHolder(path: string): { text: string; alive: boolean } | 'gone' {
  try {
    const text = readFileSync(path, 'utf8');
    const fresh = Date.now() - statSync(path).mtimeMs < freshMilliseconds;
    return { text, alive: text === '' ? fresh : Number(text) !== process.pid && isAlive(Number(text)) };
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return 'gone';
    throw error;
  }
}

/** Only one of several takers can rename the dead lock; whoever finds that it moved a live one puts it back. */
function takeAway(path: string, expected: string): void {
  const aside = `${path}.${process.pid}`;
  try {
    renameSync(path, aside);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return;
    throw error;
  }
  if (readFileSync(aside, 'utf8') === expected) rmSync(aside, { force: true });
  else renameSync(aside, path);
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : null;
}

function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}
