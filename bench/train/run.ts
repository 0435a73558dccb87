import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { readLikes, setRules } from '#evaluate/rating-sets.ts';
import type { Csr } from '#kernels/csr.ts';
import { bucketNames } from '#models/collaborative/buckets.ts';
import { keptOf } from '#models/collaborative/fit.ts';
import { defaultParameters } from '#models/collaborative/parameters.ts';
import { generatedLikes } from '../kernels/measure.ts';
import { cpuModel, defaultPython, loadNow } from '../machine.ts';
import { writeLikes } from './likes-folder.ts';
import type { TrainReport } from './report.ts';
import { compareShown, hasModules, runOurs, runPeer, type ChildRun } from './run-child.ts';

export const trainSets = ['letterboxd', 'ml-1m', 'generated'] as const;
export type TrainSet = (typeof trainSets)[number];

export interface TrainBenchOptions {
  readonly set?: TrainSet;
  /** Films and viewers of the generated set. */
  readonly films?: number;
  readonly viewers?: number;
  readonly rounds?: number;
  readonly seed?: number;
  readonly python?: string;
  /** Also one run of iALS: ours, and implicit's when it is installed. */
  readonly ials?: boolean;
  readonly onProgress?: (line: string) => void;
}

/** Films of the public sets with fewer likes are left out. */
const leastLikes = 50;
const rowsShown = 64;

/**
 * Trains the five matrices beside NumPy and SciPy (OpenBLAS) that do the same algebra, each in a process of its own, by turns: ours as
 * the commands train (wide kernels), ours with the usual ones, NumPy's. Reading the likes is not counted.
 * @param ratings the folder of the rating sets
 * @throws REFERENCE_MISSING
 */
export async function runTrainBench(ratings: string, options: TrainBenchOptions = {}): Promise<TrainReport> {
  const { set = 'letterboxd', films = 4000, viewers = 20_000, rounds = 1, seed = 1, ials = false } = options;
  const { python = defaultPython(), onProgress = () => {} } = options;
  const likes = set === 'generated' ? generatedLikes(viewers, films, seed).matrix : await publicLikes(ratings, set);
  const folder = mkdtempSync(join(tmpdir(), 'lanterne-train-'));
  try {
    const shown = Array.from({ length: rowsShown }, (_, k) => Math.floor((k * likes.columns) / rowsShown));
    writeLikes(folder, { likes, keep: keptOf(likes.columns), shown }, defaultParameters);
    const hasNumpy = hasModules(python, 'numpy, scipy');
    const systems = contenders(folder, hasNumpy ? python : undefined).map((one) => ({
      ...one,
      runs: [] as ChildRun[],
    }));
    const before = loadNow();
    for (let round = 0; round < rounds; round++)
      for (const { name, run, runs } of round % 2 === 0 ? systems : systems.toReversed()) {
        const done = run();
        runs.push(done);
        onProgress(`${name}: ${done.seconds.toFixed(1)} s, ${done.cpuSeconds.toFixed(1)} s of processors.`);
      }
    return {
      set,
      viewers: likes.rows,
      films: likes.columns,
      likes: likes.indices.length,
      seed,
      threads: availableParallelism(),
      processor: cpuModel(),
      differences: hasNumpy ? bucketNames.map((bucket, at) => ({ bucket, ...compareShown(folder, at) })) : [],
      ials: ials ? ialsRuns(folder, python) : [],
      load: [before, loadNow()],
      systems: systems.map(({ name, runs }) => ({ name, runs })),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function contenders(folder: string, python: string | undefined): { name: string; run: () => ChildRun }[] {
  return [
    { name: 'ours', run: () => runOurs(folder, { accelerator: 'wide' }) },
    { name: 'ours, usual kernels', run: () => runOurs(folder, { accelerator: 'off' }) },
    ...(python === undefined
      ? []
      : [{ name: 'NumPy and SciPy', run: () => runPeer(python, 'numpy_buckets.py', [folder]) }]),
  ];
}

function ialsRuns(folder: string, python: string): TrainReport['ials'][number][] {
  const ours = runOurs(folder, { accelerator: 'off', ials: true });
  const runs = [{ name: 'iALS of ours (64 factors, 10 epochs)', ...timing(ours) }];
  if (!hasModules(python, 'implicit')) return runs;
  for (const factors of [64, 512]) {
    const theirs = runPeer(python, 'implicit_als_time.py', [folder, String(factors), '15']);
    runs.push({ name: `iALS of implicit (${factors} factors, 15 iterations)`, ...timing(theirs) });
  }
  return runs;
}

const timing = ({ seconds, cpuSeconds }: ChildRun): { seconds: number; cpuSeconds: number } => ({
  seconds,
  cpuSeconds,
});

async function publicLikes(ratings: string, set: Exclude<TrainSet, 'generated'>): Promise<Csr> {
  return (await readLikes(ratings, { ...setRules[set], minLikes: leastLikes })).likes;
}
