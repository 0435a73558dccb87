import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** A process of the bench: its lines, and its end. */
export interface Running {
  readonly child: ChildProcess;
  /** Resolves to what follows a word at the head of a line that it writes, this time or before; null when it ends without. */
  said(word: string): Promise<string | null>;
  readonly ended: Promise<void>;
  kill(signal: NodeJS.Signals): Promise<void>;
  /** The most memory that it took until now, in bytes (VmHWM). */
  peak(): number;
}

export function run(file: string, args: readonly string[]): Running {
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', fileURLToPath(new URL(file, import.meta.url)), ...args],
    { stdio: ['pipe', 'pipe', 'inherit'] },
  );
  const lines: string[] = [];
  const waiting: { word: string; tell: (rest: string | null) => void }[] = [];
  let partial = '';
  const look = (): void => {
    for (const one of waiting.slice()) {
      const at = lines.findIndex((line) => line.split(' ')[0] === one.word);
      if (at === -1) continue;
      const [line = ''] = lines.splice(at, 1);
      waiting.splice(waiting.indexOf(one), 1);
      one.tell(line.slice(one.word.length + 1));
    }
  };
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    const parts = (partial + text).split('\n');
    partial = parts.pop() ?? '';
    lines.push(...parts);
    look();
  });
  let over = false;
  const ended = new Promise<void>((resolve) =>
    child.once('close', () => {
      over = true;
      look();
      for (const { tell } of waiting.splice(0)) tell(null);
      resolve();
    }),
  );
  child.stdin.on('error', () => {});
  return {
    child,
    ended,
    said: (word) =>
      new Promise((tell) => {
        waiting.push({ word, tell });
        look();
        if (over) tell(null);
      }),
    async kill(signal) {
      child.kill(signal);
      await ended;
    },
    peak() {
      try {
        return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1] ?? 0) * 1024;
      } catch {
        return 0;
      }
    },
  };
}

/** The sink, listening. */
export async function startSink(
  log: string,
  { seed, stall = 2000, faults }: { readonly seed: number; readonly stall?: number; readonly faults: boolean },
): Promise<{ readonly url: string; readonly sink: Running }> {
  const sink = run('sink-process.ts', [log, `${seed}`, `${stall}`, faults ? 'faults' : 'none']);
  return { sink, url: `smtp://127.0.0.1:${await sink.said('port')}` };
}

export const readLog = (log: string): { id: string; to: string; at: number }[] =>
  readFileSync(log, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const [id = '', to = '', at = ''] = line.split('\t');
      return { id, to, at: Number(at) };
    });
