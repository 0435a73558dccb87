import { Worker } from 'node:worker_threads';
import { z } from 'zod';
import { errorRegistry, fault, type ErrorCode } from '#errors.ts';

export interface TrainOptions {
  readonly sourcesOff?: readonly string[];
  readonly seed?: number;
  /** Films with fewer votes are not recommended, when the catalogue has votes. */
  readonly minVotes?: number;
  readonly onProgress?: (message: string) => void;
}

const likesShape = z.object({
  path: z.string(),
  bytes: z.number(),
  viewers: z.number(),
  ownVisitors: z.number(),
  publicWeight: z.number(),
  verdict: z.string(),
  replaced: z.boolean(),
});

export interface Trained {
  readonly path: string;
  readonly bytes: number;
  /** The model that learns from likes; null when the data folder holds none. */
  readonly likes: z.infer<typeof likesShape> | null;
}

const answer = z.union([
  z.object({ progress: z.string() }),
  z.object({ done: z.object({ path: z.string(), bytes: z.number(), likes: likesShape.nullable() }) }),
  z.object({
    fault: z.object({
      code: z.custom<ErrorCode>((value) => typeof value === 'string' && value in errorRegistry),
      values: z.record(z.string(), z.union([z.string(), z.number()])),
    }),
  }),
]);

/**
 * Trains the models of a data folder on a thread of its own.
 * @throws CATALOGUE_MISSING, CATALOGUE_UNUSABLE
 */
export function trainFolder(
  folder: string,
  { sourcesOff = [], seed = 1, minVotes = 100, onProgress = () => {} }: TrainOptions = {},
): Promise<Trained> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('train-worker.ts', import.meta.url), {
      workerData: { folder, sourcesOff: [...sourcesOff], seed, minVotes },
    });
    worker.on('message', (message: unknown) => {
      const told = answer.parse(message);
      if ('progress' in told) onProgress(told.progress);
      else if ('done' in told) resolve(told.done);
      else reject(fault(told.fault.code, told.fault.values));
    });
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`training stopped with code ${code}`)));
  });
}
