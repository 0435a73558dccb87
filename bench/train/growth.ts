import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { keptOf } from '#models/collaborative/fit.ts';
import { defaultParameters } from '#models/collaborative/parameters.ts';
import { generatedLikes } from '../kernels/measure.ts';
import { cpuModel, loadNow } from '../machine.ts';
import { writeLikes } from './likes-folder.ts';
import { runOurs, type ChildRun } from './run-child.ts';

export interface GrowthOptions {
  /** Sizes of the catalogue, at the middle number of viewers. */
  readonly films?: readonly number[];
  /** Numbers of viewers, at the second number of films. */
  readonly viewers?: readonly number[];
  readonly seed?: number;
  readonly onProgress?: (line: string) => void;
}

export interface GrowthReport {
  readonly seed: number;
  readonly threads: number;
  readonly processor: string;
  /** The kernels asked for by LANTERNE_ACCELERATOR. */
  readonly kernels: 'wide' | 'usual';
  readonly load: readonly [number, number];
  readonly rows: readonly GrowthRow[];
}

export interface GrowthRow {
  /** What grows from the row of its kind before it. */
  readonly grows: 'films' | 'viewers';
  readonly films: number;
  readonly viewers: number;
  readonly likes: number;
  readonly run: ChildRun;
}

/** The five matrices trained on generated likes, about 100 a viewer, each size in a process of its own: seconds a step and peak memory. */
export async function runGrowthBench(options: GrowthOptions = {}): Promise<GrowthReport> {
  const { films = [2000, 4000, 8000, 16_000], viewers = [10_000, 40_000, 160_000], seed = 1 } = options;
  const { onProgress = () => {} } = options;
  const middle = viewers[Math.floor(viewers.length / 2)] ?? 1;
  const catalogue = films[1] ?? films[0] ?? 1;
  const wide = process.env['LANTERNE_ACCELERATOR'] === 'wide';
  const sizes = [
    ...films.map((n) => ({ grows: 'films' as const, films: n, viewers: middle })),
    ...viewers.map((n) => ({ grows: 'viewers' as const, films: catalogue, viewers: n })),
  ];
  const before = loadNow();
  const rows = sizes.map((size): GrowthRow => {
    const { likes, run } = measure(size, seed, wide ? 'wide' : 'off');
    onProgress(
      `${size.films} films, ${size.viewers} viewers: ${run.seconds.toFixed(1)} s, ${run.cpuSeconds.toFixed(1)} s of processors, ${run.peakMB.toFixed(0)} MB.`,
    );
    return { ...size, likes, run };
  });
  return {
    seed,
    threads: availableParallelism(),
    processor: cpuModel(),
    kernels: wide ? 'wide' : 'usual',
    load: [before, loadNow()],
    rows,
  };
}

function measure(
  { films, viewers }: { films: number; viewers: number },
  seed: number,
  accelerator: 'off' | 'wide',
): { likes: number; run: ChildRun } {
  const folder = mkdtempSync(join(tmpdir(), 'lanterne-growth-'));
  try {
    const likes = generatedLikes(viewers, films, seed).matrix;
    writeLikes(folder, { likes, keep: keptOf(films), shown: [] }, defaultParameters);
    return { likes: likes.indices.length, run: runOurs(folder, { accelerator }) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The exponent p with which a figure grows, figure ~ size^p, from one size to another. */
export function exponent(figures: readonly [number, number], sizes: readonly [number, number]): number {
  return Math.log(figures[1] / figures[0]) / Math.log(sizes[1] / sizes[0]);
}

/** As text: a line a size; in brackets, the exponent of the growth from the line before in what grows. Seconds are of all processors. */
export function formatGrowthReport({ seed, threads, processor, kernels, load, rows }: GrowthReport): string {
  const steps = rows[0]?.run.steps.map(({ step }) => step) ?? [];
  const lines = [
    `Generated likes, about 100 a viewer, seed ${seed}; seconds of all processors a step, in brackets the exponent with which each grows from the line before. ${kernels} kernels, ${threads} threads, ${processor}, load ${load.map((one) => one.toFixed(1)).join(' before, ')} after.`,
    '',
    `| films | viewers | likes | ${steps.join(' | ')} | all | all, by the clock | peak memory, MB |`,
    `|---|---|---|${'---|'.repeat(steps.length + 3)}`,
  ];
  for (const [at, row] of rows.entries()) {
    const past = rows[at - 1]?.grows === row.grows ? rows[at - 1] : undefined;
    const cell = (of: (run: ChildRun) => number, digits = 1): string => {
      const now = of(row.run);
      const text = now.toFixed(digits);
      if (past === undefined) return text;
      return `${text} (${exponent([of(past.run), now], [past[row.grows], row[row.grows]]).toFixed(1)})`;
    };
    const cells = [
      ...steps.map((step) => cell((run) => run.steps.find((one) => one.step === step)?.cpuSeconds ?? Number.NaN)),
      cell((run) => run.cpuSeconds),
      cell((run) => run.seconds),
      cell((run) => run.peakMB, 0),
    ];
    lines.push(`| ${row.films} | ${row.viewers} | ${row.likes} | ${cells.join(' | ')} |`);
  }
  return lines.join('\n');
}
