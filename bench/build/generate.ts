import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import { z } from 'zod';
import { fault, LanterneError } from '#errors.ts';
import { dumpFiles } from './dump-files.ts';
import { type Job, type Note, noteSchema } from './job.ts';

/** Which dumps: `scale` 1 is the size of the real files in 2026 (0 < scale <= 1), `out` is their folder. */
export type DumpOptions = { readonly scale?: number; readonly seed?: number; readonly out?: string };

const fileSchema = z.object({ rows: z.number(), bytes: z.number(), gzBytes: z.number() });
const markerSchema = z.object({
  version: z.number(),
  seed: z.number(),
  scale: z.number(),
  seconds: z.number(),
  files: z.record(z.string(), fileSchema),
});
/** What the file COMPLETE says: rows without header and bytes of each file, and what they were made from. */
export type Marker = z.infer<typeof markerSchema>;

/** The name of the file that says that a folder of dumps is whole. */
export const markerName = 'COMPLETE';

/** Raised when the same seed gives other files than before. */
const version = 1;
const filesAtATime = 2;
const secondsBetweenLines = 15;

/**
 * Writes the seven IMDb dump files, invented but of the real formats, proportions and order, two at a time on worker
 * threads; the same seed and scale give the same text. Does nothing when `out` holds them already.
 * @throws USAGE for a scale out of range or a seed that is not whole; CANNOT_WRITE or DISK_FULL
 */
export async function generateDumps(
  options: DumpOptions = {},
  say: (line: string) => void = toStandardError,
): Promise<Marker> {
  const { scale = 1, seed = 1 } = options;
  const out = resolve(options.out ?? defaultFolder(scale));
  if (!(scale > 0 && scale <= 1)) {
    throw fault('USAGE', { problem: `The scale is ${scale}; it must be above 0 and at most 1.`, command: 'bench' });
  }
  if (!Number.isInteger(seed)) {
    throw fault('USAGE', { problem: `The seed is ${seed}; it must be a whole number.`, command: 'bench' });
  }
  const standing = await readMarker(out);
  if (standing !== null && standing.seed === seed && standing.scale === scale && standing.version === version)
    return standing;
  const started = performance.now();
  try {
    await mkdir(out, { recursive: true });
    await rm(join(out, markerName), { force: true });
    const files = await writeAll({ scale, seed, out }, say);
    const marker: Marker = { version, seed, scale, seconds: Math.round((performance.now() - started) / 1000), files };
    await writeFile(join(out, markerName), `${JSON.stringify(marker, null, 2)}\n`);
    return marker;
  } catch (error) {
    throw asFault(error, out);
  }
}

/** `bench/data/full`, or `bench/data/scale-0.01`: from the root of the repository. */
export const defaultFolder = (scale: number): string =>
  join(import.meta.dirname, '..', 'data', scale === 1 ? 'full' : `scale-${scale}`);

async function readMarker(out: string): Promise<Marker | null> {
  const path = join(out, markerName);
  if (!existsSync(path) || ![...dumpFiles.keys()].every((file) => existsSync(join(out, file)))) return null;
  const parsed = markerSchema.safeParse(JSON.parse(await readFile(path, 'utf8')));
  return parsed.success ? parsed.data : null;
}

async function writeAll(job: Omit<Job, 'file'>, say: (line: string) => void): Promise<Marker['files']> {
  const waiting = [...dumpFiles.keys()];
  const done: Marker['files'] = {};
  const writeNext = async (): Promise<void> => {
    for (let file = waiting.shift(); file !== undefined; file = waiting.shift()) {
      const { rows, bytes, gzBytes } = await writeOne(file, job, say);
      done[file] = { rows, bytes, gzBytes };
    }
  };
  await Promise.all(Array.from({ length: filesAtATime }, writeNext));
  return done;
}

function writeOne(file: string, job: Omit<Job, 'file'>, say: (line: string) => void): Promise<Note> {
  const { promise, resolve: succeed, reject } = Promise.withResolvers<Note>();
  const worker = new Worker(new URL('write-dump.ts', import.meta.url), { workerData: { file, ...job } });
  let last: Note | null = null;
  let said = performance.now();
  worker.on('message', (message: unknown) => {
    last = noteSchema.parse(message);
    const now = performance.now();
    if (!last.done && now - said < secondsBetweenLines * 1000) return;
    said = now;
    say(describe(last));
  });
  worker.on('error', reject);
  worker.on('exit', () => {
    if (last?.done === true) succeed(last);
    else reject(new Error(`the thread that wrote ${file} ended early`));
  });
  return promise;
}

function describe({ file, done, rows, bytes, gzBytes }: Note): string {
  const packed = done ? `, ${megabytes(gzBytes)} MB compressed, done` : '';
  return `${file}: ${rows.toLocaleString('en')} rows, ${megabytes(bytes)} MB${packed}`;
}

const megabytes = (bytes: number): string => (bytes / 1e6).toFixed(1);

function asFault(error: unknown, out: string): LanterneError {
  if (error instanceof LanterneError) return error;
  const reason = error instanceof Error ? error.message : String(error);
  if (reason.includes('ENOSPC')) return fault('DISK_FULL', { file: out, needed: '3 GB' }, error);
  return fault('CANNOT_WRITE', { file: out, reason }, error);
}

function toStandardError(line: string): void {
  process.stderr.write(`${line}\n`);
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { scale: { type: 'string' }, seed: { type: 'string' }, out: { type: 'string' } },
  });
  const marker = await generateDumps({
    scale: Number(values.scale ?? 1),
    seed: Number(values.seed ?? 1),
    ...(values.out === undefined ? {} : { out: values.out }),
  });
  process.stdout.write(`${JSON.stringify(marker, null, 2)}\n`);
}

if (import.meta.main) {
  await main().catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = error instanceof LanterneError ? error.exit : 1;
  });
}
