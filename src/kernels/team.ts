import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

/** Threads that hold the same data and take their parts of the same work, one round after the other. */
export interface Team extends AsyncDisposable {
  /** Sends every thread the message and waits until each has answered. @throws what a thread threw */
  round(message: unknown): Promise<void>;
}

/**
 * Starts threads on a module that answers each message with one of its own. For plain code on shared arrays; the WASM kernels have their pool.
 * @param data what each thread finds as `workerData`; arrays over a SharedArrayBuffer are shared, others copied
 */
export function createTeam(module: URL, data: unknown, threads: number): Team {
  if (!Number.isInteger(threads) || threads < 1) throw new RangeError(`A team has 1 thread or more, not ${threads}.`);
  const workers = Array.from({ length: threads }, () => new Worker(module, { workerData: data, execArgv: [] }));
  // A failure before the first round, or of a second thread, is told by the round that waits for it.
  for (const worker of workers) worker.on('error', () => {});
  return {
    async round(message) {
      await Promise.all(
        workers.map((worker) => {
          const answered = once(worker, 'message');
          worker.postMessage(message);
          return answered;
        }),
      );
    },
    async [Symbol.asyncDispose]() {
      await Promise.all(workers.map((worker) => worker.terminate()));
    },
  };
}

/** Arrays of zeros that threads share. */
export const sharedFloats = (length: number): Float32Array<SharedArrayBuffer> =>
  new Float32Array(new SharedArrayBuffer(length * 4));
export const sharedDoubles = (length: number): Float64Array<SharedArrayBuffer> =>
  new Float64Array(new SharedArrayBuffer(length * 8));
export const sharedIntegers = (length: number): Int32Array<SharedArrayBuffer> =>
  new Int32Array(new SharedArrayBuffer(length * 4));
