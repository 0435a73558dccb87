import { Worker } from 'node:worker_threads';
import { z } from 'zod';
import type { Catalogue } from '#catalogue/catalogue.ts';
import { fault } from '#errors.ts';
import { encodeFacts, factsKey, loadFacts, openFacts } from '#features/facts/facts-file.ts';
import type { CatalogueFacts } from '#features/facts/film-facts.ts';
import { readFacts } from '#features/facts/read-facts.ts';

export interface FactsOptions {
  readonly sourcesOff?: readonly string[];
  readonly onProgress?: (message: string) => void;
}

/**
 * The facts of the films of a data folder: from their file when it is of this build, else read from the catalogue on a thread of its own
 * and kept for the next time.
 */
export async function factsOf(
  folder: string,
  catalogue: Catalogue,
  { sourcesOff = [], onProgress = () => {} }: FactsOptions = {},
): Promise<CatalogueFacts> {
  const key = factsKey(catalogue);
  const kept = loadFacts(folder, key);
  if (kept !== null) return kept;
  onProgress('Gathering the facts of the films, once a catalogue…');
  const gathered = openFacts(await gather(folder, sourcesOff), key);
  if (typeof gathered !== 'string') return gathered;
  // Another build took the file's place meanwhile: the one that is open still answers, on this thread.
  const read = openFacts(encodeFacts(await readFacts(catalogue), key), key);
  if (typeof read === 'string') throw fault('UNEXPECTED', { reason: `the facts of the films: ${read}` });
  return read;
}

function gather(folder: string, sourcesOff: readonly string[]): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('facts-worker.ts', import.meta.url), {
      workerData: { folder, sourcesOff: [...sourcesOff] },
    });
    worker.once('message', (message: unknown) => resolve(Buffer.from(z.instanceof(Uint8Array).parse(message))));
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`the facts stopped with code ${code}`)));
  });
}
