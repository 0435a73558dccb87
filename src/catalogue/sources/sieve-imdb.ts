import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { z } from 'zod';
import { errorRegistry, fault, type ErrorCode } from '#errors.ts';
import { imdbFiles, type ImdbFile } from '#catalogue/sources/files.ts';
import { idDifference, idSet } from '#kernels/id-set.ts';
import { tsvWriter } from '#catalogue/sources/tsv-writer.ts';
import type { SieveReport, SieveTask } from '#catalogue/sources/sieve-file.ts';

// Identifiers are handed out in order: in 2026 the highest title is near tt40 000 000 and the highest name near nm18 000 000.
const idLimit = 1 << 27;

/**
 * Sieves the dumps that are there, two at a time: titles first, what refers to them next, people last.
 * @param paths the dumps found; `folder` receives the kept lines as `STEM.tsv`
 * @param onDone is told each report as it comes
 * @returns the kept lines' paths by dump; 'nameless' lists the people that a title names and name.basics does not
 */
export async function sieveImdb(
  paths: ReadonlyMap<ImdbFile, string>,
  folder: string,
  onDone: (report: SieveReport) => void,
): Promise<Map<ImdbFile | 'nameless', string>> {
  const titles = idSet(idLimit);
  const people = idSet(idLimit);
  const named = idSet(idLimit);
  const outs = new Map<ImdbFile | 'nameless', string>();
  const stop = new AbortController();
  const run = async (file: ImdbFile): Promise<void> => {
    const path = paths.get(file);
    if (path === undefined || stop.signal.aborted) return;
    const out = join(folder, `${file}.tsv`);
    try {
      onDone(await sieveInWorker({ file, path, out, titles, people, named }, stop.signal));
    } catch (error) {
      stop.abort(error);
    }
    outs.set(file, out);
  };
  await run('title.basics');
  const others = imdbFiles.filter(
    (file) => file !== 'title.basics' && file !== 'title.principals' && file !== 'name.basics',
  );
  await Promise.all([run('title.principals'), inTurn(others, run)]);
  await run('name.basics');
  // Both readers have ended: nothing writes to the folder any more, whatever the caller does with it.
  stop.signal.throwIfAborted();
  using nameless = tsvWriter(join(folder, 'nameless.tsv'));
  for (const person of idDifference(people, named)) nameless.row([person]);
  nameless.close();
  outs.set('nameless', join(folder, 'nameless.tsv'));
  return outs;
}

async function inTurn<T>(items: readonly T[], run: (item: T) => Promise<void>): Promise<void> {
  for (const item of items) await run(item);
}

const answerShape = z.union([
  z.object({
    report: z.custom<SieveReport>((value) => typeof value === 'object' && value !== null && 'kept' in value),
  }),
  z.object({
    fault: z.object({
      code: z.custom<ErrorCode>((value) => typeof value === 'string' && value in errorRegistry),
      values: z.record(z.string(), z.union([z.string(), z.number()])),
    }),
  }),
  z.object({ crash: z.object({ message: z.string(), code: z.unknown() }) }),
]);

function sieveInWorker(task: SieveTask, stop: AbortSignal): Promise<SieveReport> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('sieve-worker.ts', import.meta.url), { workerData: task });
    stop.addEventListener('abort', () => void worker.terminate(), { once: true });
    worker.once('message', (message: unknown) => {
      const answer = answerShape.parse(message);
      if ('report' in answer) resolve(answer.report);
      else if ('fault' in answer) reject(fault(answer.fault.code, answer.fault.values));
      else reject(Object.assign(new Error(answer.crash.message), { code: answer.crash.code }));
    });
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`the reader of ${task.file} stopped with code ${code}`)));
  });
}
