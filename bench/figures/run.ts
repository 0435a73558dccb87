import { gzipSync } from 'node:zlib';
import type { Hono } from 'hono';
import { readConfig } from '#config.ts';
import { indicators } from '#indicators/registry.ts';
import { openLanterne } from '#lanterne.ts';
import { createApp } from '#web/app.ts';

/** What a page of figures costs, in milliseconds: median of the rounds. */
export interface FigureCost {
  readonly path: string;
  /** The first time after a start, before anything was measured. */
  readonly cold: number;
  /** Drawn anew from the answer that is kept: what a reader with a cookie waits. */
  readonly warm: number;
  /** The page that is kept ready for readers of whom nothing is known. */
  readonly ready: number;
  /** Of HTML, gzip. */
  readonly bytes: number;
}

export interface FiguresReport {
  readonly films: number;
  readonly rounds: number;
  readonly costs: readonly FigureCost[];
}

/** Times the page of each indicator on a data folder, and that of them all, without a network. */
export async function runFiguresBench(data: string, { rounds }: { readonly rounds: number }): Promise<FiguresReport> {
  await using lanterne = await openLanterne(readConfig({}, { dataFolder: data }));
  const often = { ...lanterne, config: { ...lanterne.config, readsAMinute: 1_000_000 } };
  const app = createApp(() => often);
  // what any first page of a process needs is not of the figures
  await ask(app, '/mentions');
  const costs: FigureCost[] = [];
  for (const path of [...indicators.map(({ name }) => `/chiffres/${name}`), '/chiffres']) {
    const cold = await ask(app, path, 'some=reader');
    const warm = await times(rounds, () => ask(app, path, 'some=reader'));
    const { bytes } = await ask(app, path);
    const ready = await times(rounds, () => ask(app, path));
    costs.push({ path, cold: cold.time, warm, ready, bytes });
  }
  return { films: lanterne.films, rounds, costs };
}

export function formatFiguresReport({ films, rounds, costs }: FiguresReport): string {
  const ms = (value: number): string => (value < 10 ? value.toFixed(1) : value.toFixed(0));
  return [
    `${films.toLocaleString('en')} films; milliseconds, median of ${rounds}`,
    '',
    '| page | first time | from the kept answer | kept ready | HTML, gzip |',
    '|---|---:|---:|---:|---:|',
    ...costs.map(
      ({ path, cold, warm, ready, bytes }) =>
        `| \`${path}\` | ${ms(cold)} | ${ms(warm)} | ${ms(ready)} | ${(bytes / 1000).toFixed(1)} kB |`,
    ),
  ].join('\n');
}

async function ask(app: Hono, path: string, cookie?: string): Promise<{ time: number; bytes: number }> {
  const start = performance.now();
  const answer = await app.request(path, cookie === undefined ? {} : { headers: { Cookie: cookie } });
  const body = await answer.arrayBuffer();
  const time = performance.now() - start;
  if (answer.status !== 200) throw new Error(`${path} answers ${answer.status}`);
  return { time, bytes: gzipSync(new Uint8Array(body)).byteLength };
}

async function times(rounds: number, work: () => Promise<{ time: number }>): Promise<number> {
  const taken: number[] = [];
  for (let round = 0; round < rounds; round++) taken.push((await work()).time);
  return taken.toSorted((a, b) => a - b)[Math.floor(rounds / 2)] ?? 0;
}
