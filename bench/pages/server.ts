import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** `lanterne`, as a user runs it. */
export const cli = join(import.meta.dirname, '../../bin/lanterne');

/** A server of a benchmark, in a process of its own. */
export interface Started extends AsyncDisposable {
  readonly url: string;
  readonly pid: number;
}

/** Starts a program that prints where it answers. */
export async function startServer(
  name: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<Started> {
  const child = spawn(process.execPath, args, {
    env: { ...process.env, LANTERNE_READS_A_MINUTE: '1000000', ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const url = await addressOf(child, name);
  return {
    url,
    pid: await listener(child.pid ?? 0),
    async [Symbol.asyncDispose]() {
      child.kill('SIGTERM');
      await new Promise((resolve) => child.once('exit', resolve));
    },
  };
}

function addressOf(child: ChildProcess, name: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    child.stdout?.on('data', (part: Buffer) => {
      said += part.toString();
      const [url] = /http:\/\/[\d.:]+/.exec(said) ?? [];
      if (url !== undefined) resolve(url);
    });
    child.once('exit', (code) => reject(new Error(`The server ${name} stopped with code ${code}.`)));
  });
}

/** The process that serves: bin/lanterne starts our own Node as its child. */
async function listener(pid: number): Promise<number> {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ');
  return Number(children[0] || pid);
}

/** Films that the start list shows: all are in the catalogue. */
export async function filmIds(url: string): Promise<string[]> {
  const html = await (await fetch(`${url}/films`)).text();
  return [...new Set([...html.matchAll(/\/film\/(tt\d+)/g)].flatMap(([, id]) => id ?? []))];
}
