import { readFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import autocannon from 'autocannon';
import { cli, filmIds, startServer } from './server.ts';
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
  let drawn = seed * 1_000_003;
  const another = (): string => pathOf(ids, drawn++);
  const one = another();
  let asked = 0;
  const oneIn = (many: number) => (): string => (++asked % many === 0 ? another() : one);
  const html = await (await fetch(server.url + one, { headers: { 'Accept-Encoding': 'identity' } })).arrayBuffer();
  {
    await using bare = await startServer('bare', [join(import.meta.dirname, 'bare.ts'), String(html.byteLength)]);
    note(await cannon('a constant of as many bytes by a bare Hono handler', bare.url, { path: () => '/', seconds }));
  }
  note(await cannon('one page of recommendations', server.url, { path: () => one, seconds }));
  note(await cannon('the same, at 200 a second', server.url, { path: () => one, seconds, rate: 200 }));
  note(await cannon('a basket of its own each time', server.url, { path: another, seconds }));
  note(await cannon('one in five of its own, at 200 a second', server.url, { path: oneIn(5), seconds, rate: 200 }));
  memory.push({ requests: 0, megabytes: residentMB(server.pid) });
  const steps = 10;
  for (let step = 1; step <= steps; step++) {
    await cannon('memory', server.url, { path: oneIn(20), amount: Math.round(requests / steps) });
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
  { path, seconds, rate, amount }: { path: () => string; seconds?: number; rate?: number; amount?: number },
): Promise<Load> {
  const result = await autocannon({
    url,
    connections: CONNECTIONS,
    headers: { 'accept-encoding': 'gzip, br' },
    requests: [{ setupRequest: (request) => ({ ...request, path: path() }) }],
    ...(seconds === undefined ? {} : { duration: seconds }),
    ...(rate === undefined ? {} : { overallRate: rate }),
    ...(amount === undefined ? {} : { amount }),
  });
  const { errors, non2xx, latency } = result;
  return { name, perSecond: result.requests.average, p50: latency.p50, p99: latency.p99, errors: errors + non2xx };
}

function residentMB(pid: number): number {
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
}

function pathOf(ids: readonly string[], seed: number): string {
  const random = seededRandom(seed);
  const picked = new Set(Array.from({ length: 4 }, () => ids[Math.floor(random() * ids.length)] ?? ''));
  return `/films?${[...picked].map((id) => `liked=${id}`).join('&')}`;
}
