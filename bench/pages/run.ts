import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import autocannon from 'autocannon';
import { seededRandom } from '#kernels/random.ts';

export interface PagesBenchOptions {
  /** The data folder that is served. */
  readonly data: string;
  /** Seconds of each load. */
  readonly seconds?: number;
  /** Requests of the memory run. */
  readonly requests?: number;
  readonly seed?: number;
  readonly onProgress?: (message: string) => void;
}

/** One load of one server. */
export interface Load {
  readonly name: string;
  readonly perSecond: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
  readonly errors: number;
}

export interface PagesReport {
  readonly processor: string;
  readonly load: readonly [number, number];
  readonly loads: readonly Load[];
  /** Resident memory of the server, MB, after so many requests. */
  readonly memory: readonly { readonly requests: number; readonly megabytes: number }[];
}

const CONNECTIONS = 32;
const BASKETS = 2000;
const cli = join(import.meta.dirname, '../../bin/lanterne');

/**
 * Loads the page of recommendations by autocannon on the same machine: one address over and over (the page is ready), an address of its own each
 * time (the page is made), at 200 requests a second; beside a bare Hono handler that returns a constant of the same bytes. Then the server's memory
 * over many requests, one in twenty of them for a basket of its own.
 */
export async function runPagesBench(options: PagesBenchOptions): Promise<PagesReport> {
  const { data, seconds = 10, requests = 200_000, seed = 1, onProgress = () => {} } = options;
  const before = loadavg()[0] ?? 0;
  const loads: Load[] = [];
  const memory: { requests: number; megabytes: number }[] = [];
  const note = (load: Load): void => {
    loads.push(load);
    onProgress(`${load.name}: ${load.perSecond.toFixed(0)} a second, p99 ${load.p99} ms, ${load.errors} errors`);
  };
  await using server = await startServer('ours', [cli, 'start', '--port', '0'], { LANTERNE_DATA: data });
  const ids = await filmIds(server.url);
  const baskets = Array.from({ length: BASKETS }, (_, at) => pathOf(ids, seed * BASKETS + at));
  const one = `/films?${ids
    .slice(0, 3)
    .map((id) => `liked=${id}`)
    .join('&')}`;
  const bytes = await (await fetch(server.url + one, { headers: { 'Accept-Encoding': 'identity' } })).text();
  {
    await using bare = await startServer('bare', [
      join(import.meta.dirname, 'bare.ts'),
      String(Buffer.byteLength(bytes)),
    ]);
    note(await cannon('a constant by a bare Hono handler', bare.url, { paths: ['/'], seconds }));
  }
  note(await cannon('one page of recommendations', server.url, { paths: [one], seconds }));
  note(await cannon('the same, at 200 a second', server.url, { paths: [one], seconds, rate: 200 }));
  note(await cannon('a basket of its own each time', server.url, { paths: baskets, seconds }));
  note(
    await cannon('two in three ready, at 200 a second', server.url, { paths: mixed(one, baskets), seconds, rate: 200 }),
  );
  memory.push({ requests: 0, megabytes: residentMB(server.pid) });
  const steps = 10;
  for (let step = 1; step <= steps; step++) {
    const paths = Array.from({ length: 200 }, (_, at) =>
      at % 20 === 0 ? pathOf(ids, (seed + step) * BASKETS * 100 + at) : one,
    );
    await cannon('memory', server.url, { paths, amount: Math.round(requests / steps) });
    memory.push({ requests: Math.round((requests * step) / steps), megabytes: residentMB(server.pid) });
    onProgress(`${memory.at(-1)?.requests} requests: ${memory.at(-1)?.megabytes.toFixed(0)} MB`);
  }
  return { processor: cpus()[0]?.model ?? '?', load: [before, loadavg()[0] ?? 0], loads, memory };
}

/** A table of the loads, and one of the memory. */
export function formatPagesReport({ processor, load, loads, memory }: PagesReport): string {
  return [
    `${processor}, load ${load[0].toFixed(1)} before; ${CONNECTIONS} connections, the generator on the same machine.`,
    '',
    '| asked | pages a second | p50, ms | p99, ms | errors |',
    '|---|---|---|---|---|',
    ...loads.map(
      ({ name, perSecond, p50, p99, errors }) => `| ${name} | ${perSecond.toFixed(0)} | ${p50} | ${p99} | ${errors} |`,
    ),
    '',
    `| requests | ${memory.map(({ requests }) => requests).join(' | ')} |`,
    `|---|${'---|'.repeat(memory.length)}`,
    `| resident, MB | ${memory.map(({ megabytes }) => megabytes.toFixed(0)).join(' | ')} |`,
  ].join('\n');
}

async function cannon(
  name: string,
  url: string,
  { paths, seconds, rate, amount }: { paths: readonly string[]; seconds?: number; rate?: number; amount?: number },
): Promise<Load> {
  const result = await autocannon({
    url,
    connections: CONNECTIONS,
    headers: { 'accept-encoding': 'gzip, br' },
    requests: paths.map((path) => ({ path })),
    ...(seconds === undefined ? {} : { duration: seconds }),
    ...(rate === undefined ? {} : { overallRate: rate }),
    ...(amount === undefined ? {} : { amount }),
  });
  const { errors, non2xx, latency } = result;
  return { name, perSecond: result.requests.average, p50: latency.p50, p99: latency.p99, errors: errors + non2xx };
}

interface Started extends AsyncDisposable {
  readonly url: string;
  readonly pid: number;
}

async function startServer(
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

function residentMB(pid: number): number {
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
}

/** Films that the start list shows: all are in the catalogue. */
async function filmIds(url: string): Promise<string[]> {
  const html = await (await fetch(`${url}/films`)).text();
  return [...new Set([...html.matchAll(/\/film\/(tt\d+)/g)].flatMap(([, id]) => id ?? []))];
}

function pathOf(ids: readonly string[], seed: number): string {
  const random = seededRandom(seed);
  const picked = new Set(Array.from({ length: 4 }, () => ids[Math.floor(random() * ids.length)] ?? ''));
  return `/films?${[...picked].map((id) => `liked=${id}`).join('&')}`;
}

const mixed = (one: string, baskets: readonly string[]): string[] => baskets.flatMap((basket) => [one, one, basket]);
