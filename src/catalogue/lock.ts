import { closeSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { fault } from '#errors.ts';

/**
 * Holds the right to build in a folder; released by `using`. A lock left by a process that is no more is taken over.
 * @throws BUILD_RUNNING while another process holds it
 */
export function lockFolder(path: string): Disposable {
  for (;;) {
    try {
      const descriptor = openSync(path, 'wx');
      writeSync(descriptor, String(process.pid));
      closeSync(descriptor);
      return { [Symbol.dispose]: () => rmSync(path, { force: true }) };
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
      const pid = Number(readFileSync(path, 'utf8'));
      if (pid !== process.pid && isAlive(pid)) throw fault('BUILD_RUNNING', { file: path, pid }, error);
      rmSync(path, { force: true });
    }
  }
}

function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
