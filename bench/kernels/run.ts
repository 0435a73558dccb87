import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { createPool } from '#kernels/pool.ts';
import { seededRandom } from '#kernels/random.ts';
import { type Ask, generatedLikes, type KernelMeasure, measureGemm, measureGram, measureInverse } from './measure.ts';
import { formatKernelsReport } from './report.ts';

export interface KernelsReport {
  readonly threads: number;
  readonly fused: boolean;
  readonly seed: number;
  readonly measures: readonly KernelMeasure[];
}

export interface KernelsBenchOptions {
  readonly sizes?: readonly number[];
  readonly viewers?: number;
  readonly films?: number;
  readonly threads?: number;
  readonly seed?: number;
  /** A Python that may have NumPy and SciPy. */
  readonly python?: string;
}

const root = join(import.meta.dirname, '..', '..');
const peerScript = join(root, 'bench', 'peers', 'numpy_kernels.py');

/** The kernels beside NumPy and SciPy on all cores, one after the other for each task and size, on generated matrices. */
export async function runKernelsBench(options: KernelsBenchOptions = {}): Promise<KernelsReport> {
  const {
    sizes = [1000, 2000, 4000],
    viewers = 20_000,
    films = 4000,
    threads = availableParallelism(),
    seed = 1,
  } = options;
  const python = options.python ?? defaultPython();
  const installed = spawnSync(python, ['-c', 'import numpy, scipy'], { stdio: 'ignore' }).status === 0;
  const ask: Ask = (task, argument) =>
    installed
      ? answer.parse(JSON.parse(execFileSync(python, [peerScript, task, argument], { encoding: 'utf8' })))
      : null;
  await using pool = createPool({ threads });
  const measures: KernelMeasure[] = [];
  for (const n of sizes) {
    const random = seededRandom(seed);
    const ours = n > 4000 ? null : await measureGemm(pool, n, random);
    if (ours !== null) measures.push({ task: 'gemm', n, operations: 2 * n ** 3, ours, peer: ask('gemm', String(n)) });
    measures.push({
      task: 'inverse',
      n,
      operations: n ** 3,
      ...(await measureInverse(pool, n, random)),
      peer: ask('inverse', String(n)),
    });
  }
  if (films > 0) measures.push(await measureGram(pool, generatedLikes(viewers, films, seed), ask));
  return { threads, fused: pool.fused, seed, measures };
}

const answer = z.record(z.string(), z.union([z.number(), z.object({ seconds: z.number(), cpuSeconds: z.number() })]));

function defaultPython(): string {
  const own = join(root, 'bench', '.venv', 'bin', 'python');
  return existsSync(own) ? own : 'python3';
}

if (import.meta.main) {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({
    options: {
      sizes: text,
      viewers: text,
      films: text,
      threads: text,
      seed: text,
      python: text,
      json: { type: 'boolean' },
    },
  });
  const number = (name: 'viewers' | 'films' | 'threads' | 'seed'): Record<string, number> =>
    values[name] === undefined ? {} : { [name]: Number(values[name]) };
  const report = await runKernelsBench({
    ...(values.sizes === undefined ? {} : { sizes: values.sizes.split(',').filter(Boolean).map(Number) }),
    ...number('viewers'),
    ...number('films'),
    ...number('threads'),
    ...number('seed'),
    ...(values.python === undefined ? {} : { python: values.python }),
  });
  console.log(values.json === true ? JSON.stringify(report) : formatKernelsReport(report));
}
