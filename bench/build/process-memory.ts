import { readdirSync, readFileSync } from 'node:fs';

/** Peak memory of a process and its descendants, in MB (10^6 bytes); null where there is no /proc. */
export type PeakMemory = {
  /** the largest sum of resident memory over the tree, seen at any poll */
  readonly tree: number | null;
  /** the largest high-water mark (VmHWM) of any one process, which no poll can miss unless the process ends between two */
  readonly largest: number | null;
};

/** Polls /proc every `everyMs` for the process and its descendants until the returned function is called. */
export function watchMemory(pid: number, everyMs = 100): () => PeakMemory {
  let tree = 0;
  let largest = 0;
  const poll = (): void => {
    let resident = 0;
    for (const process of withDescendants(pid)) {
      const status = readOrEmpty(`/proc/${process}/status`);
      resident += kilobytes(status, 'VmRSS');
      largest = Math.max(largest, kilobytes(status, 'VmHWM'));
    }
    tree = Math.max(tree, resident);
  };
  poll();
  const timer = setInterval(poll, everyMs);
  return () => {
    clearInterval(timer);
    if (tree === 0) return { tree: null, largest: null };
    return { tree: megabytes(Math.max(tree, largest)), largest: megabytes(largest) };
  };
}

function withDescendants(pid: number): number[] {
  const found = [pid];
  for (let k = 0; k < found.length; k++) {
    const tasks = `/proc/${found[k]}/task`;
    for (const task of listOrEmpty(tasks)) {
      const children = readOrEmpty(`${tasks}/${task}/children`).split(' ').filter(Boolean).map(Number);
      found.push(...children);
    }
  }
  return found;
}

const kilobytes = (status: string, field: string): number =>
  Number(new RegExp(`^${field}:\\s+(\\d+) kB`, 'm').exec(status)?.[1] ?? 0);

const megabytes = (kB: number): number => Math.round((kB * 1024) / 1e5) / 10;

/** A process may end between the listing and the reading. */
function readOrEmpty(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

function listOrEmpty(path: string): string[] {
  try {
    return readdirSync(path);
  } catch {
    return [];
  }
}
