import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { LanterneError } from '#errors.ts';
import { defaultFolder, type DumpOptions, generateDumps, type Marker } from './generate.ts';
import { measureCommand } from './measure.ts';
import {
  type BuildFile,
  type BuildReport,
  type BuildRound,
  formatBuildReport,
  median,
  type PandasRun,
} from './report.ts';

export type BuildBenchOptions = DumpOptions & {
  readonly rounds?: number;
  /** the build; `{imdb}` and `{data}` stand for the folder of the dumps and an empty folder */
  readonly command?: readonly string[];
  /** a Python that may have pandas */
  readonly python?: string;
};

const root = join(import.meta.dirname, '..', '..');
const lanterne = [join(root, 'bin', 'lanterne'), 'build', '--imdb', '{imdb}', '--data', '{data}', '--json'];

/**
 * Builds the catalogue from generated dumps beside its physical limit, `zcat` of the same files one after another, in
 * alternating order; the ratio is taken within each round and its median reported. The dumps are generated when they are
 * missing, and read once beforehand so that neither side pays for the disk. pandas reads the same files once when installed.
 * @throws UNEXPECTED when a command fails; what `generateDumps` throws
 */
export async function runBuildBench(options: BuildBenchOptions = {}): Promise<BuildReport> {
  const { scale = 1, seed = 1, rounds = 2, command = lanterne } = options;
  const out = resolve(options.out ?? defaultFolder(scale));
  const marker = await generateDumps({ scale, seed, out });
  const files = Object.keys(marker.files).toSorted();
  await zcatEach(out, files, 'cat');
  const zcats: number[][] = [];
  const done: BuildRound[] = [];
  for (let round = 0; round < rounds; round++) {
    const buildFirst = round % 2 === 1 ? await measureBuild(command, out) : null;
    const zcat = await zcatEach(out, files, 'zcat');
    const build = buildFirst ?? (await measureBuild(command, out));
    const zcatSeconds = zcat.reduce((sum, seconds) => sum + seconds, 0);
    zcats.push(zcat);
    done.push({
      zcatSeconds,
      buildSeconds: build.seconds,
      ratio: build.seconds / zcatSeconds,
      peakMB: build.memory.tree,
    });
  }
  const peaks = done.map((round) => round.peakMB).filter((peak) => peak !== null);
  return {
    seed,
    scale,
    files: files.map((file, k) => describe(file, marker, median(zcats.map((zcat) => zcat[k] ?? NaN)))),
    rounds: done,
    zcatSeconds: median(done.map((round) => round.zcatSeconds)),
    buildSeconds: median(done.map((round) => round.buildSeconds)),
    ratio: median(done.map((round) => round.ratio)),
    peakMB: peaks.length === 0 ? null : Math.max(...peaks),
    pandas: await measurePandas(out, options.python ?? defaultPython()),
  };
}

async function zcatEach(out: string, files: readonly string[], program: 'zcat' | 'cat'): Promise<number[]> {
  const seconds: number[] = [];
  for (const file of files) {
    const measured = await measureCommand([program, join(out, file)], { discard: true });
    seconds.push(measured.seconds);
  }
  return seconds;
}

async function measureBuild(command: readonly string[], out: string): ReturnType<typeof measureCommand> {
  const data = await mkdtemp(join(dirname(out), 'catalogue-'));
  try {
    const filled = command.map((part) => part.replaceAll('{imdb}', out).replaceAll('{data}', data));
    return await measureCommand(filled, { cwd: root });
  } finally {
    await rm(data, { recursive: true, force: true });
  }
}

function describe(file: string, marker: Marker, zcatSeconds: number): BuildFile {
  const { rows = 0, bytes = 0, gzBytes = 0 } = marker.files[file] ?? {};
  return { file, rows, gzMB: gzBytes / 1e6, textMB: bytes / 1e6, zcatSeconds };
}

const pandasSchema = z.object({ version: z.string() });

async function measurePandas(out: string, python: string): Promise<PandasRun | 'not installed'> {
  const installed = await measureCommand([python, '-c', 'import pandas'], { discard: true }).then(
    () => true,
    () => false,
  );
  if (!installed) return 'not installed';
  const script = join(root, 'bench', 'peers', 'pandas_build.py');
  const { seconds, memory, output } = await measureCommand([python, script, out]);
  return { version: pandasSchema.parse(JSON.parse(output)).version, seconds, peakMB: memory.tree };
}

function defaultPython(): string {
  const own = join(root, 'bench', '.venv', 'bin', 'python');
  return existsSync(own) ? own : 'python3';
}

async function main(): Promise<void> {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({
    options: {
      scale: text,
      seed: text,
      out: text,
      rounds: text,
      command: text,
      python: text,
      json: { type: 'boolean' },
    },
  });
  const report = await runBuildBench({
    scale: Number(values.scale ?? 1),
    seed: Number(values.seed ?? 1),
    rounds: Number(values.rounds ?? 2),
    ...(values.out === undefined ? {} : { out: values.out }),
    ...(values.command === undefined ? {} : { command: values.command.split(' ') }),
    ...(values.python === undefined ? {} : { python: values.python }),
  });
  process.stdout.write(values.json === true ? `${JSON.stringify(report)}\n` : formatBuildReport(report));
}

if (import.meta.main) {
  await main().catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = error instanceof LanterneError ? error.exit : 1;
  });
}
