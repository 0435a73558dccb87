import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { setFlagsFromString } from 'node:v8';
import { Worker } from 'node:worker_threads';
import { createArena, type Arena } from './arena.ts';

/** What a thread is given when it starts. */
export interface ThreadStart {
  readonly module: WebAssembly.Module;
  readonly memory: WebAssembly.Memory;
  /** The byte address of the scratch memory of this thread alone. */
  readonly scratch: number;
}

/** One call of one kernel, made by every thread at once. */
export interface ThreadCall {
  readonly kernel: KernelName;
  readonly parameters: readonly number[];
}

export type ThreadAnswer = { readonly value: number } | { readonly failure: string };

/** The exports of src/kernels/wasm/index.ts. */
export type KernelName =
  | 'drawnMoments'
  | 'factorPivot'
  | 'gatherPanel'
  | 'gemm'
  | 'gram'
  | 'gramPair'
  | 'invertPivot'
  | 'keepRows'
  | 'mirror'
  | 'scale'
  | 'subtractOuter'
  | 'writePanel';

/** Worker threads over one shared memory, in which the arrays that they work on are allocated. */
export interface Pool extends Omit<Arena, 'memory' | 'address'>, AsyncDisposable {
  readonly threads: number;
  /** Whether the kernels use fused multiply-add (relaxed SIMD): one rounding instead of two where the hardware has it. */
  readonly fused: boolean;
  /**
   * Has every thread run a kernel, which shares the work out by a counter; calls wait for one another. Arrays are given as addresses.
   * @returns what each thread returned
   * @throws Error when a thread failed or the pool is closed
   */
  run(kernel: KernelName, ...parameters: readonly (number | Float32Array | Int32Array)[]): Promise<number[]>;
}

/** Bytes of scratch a thread: the packed panels of the largest tile (gemm.ts), the pivot in 64 bits (spd-inverse.ts), a row of sums (gram.ts) or of
 * pairs of sums (gram-pair.ts). */
export const scratchBytes = 1_310_720;

/**
 * Starts the threads. They sleep between calls, and do not keep the process alive unless a call runs; disposing the pool ends them.
 * @param threads how many; by default as many as the machine runs at once
 * @param fused false takes the kernels without relaxed SIMD even where the runtime has it
 * @param wide has the runtime pair vectors of 128 bits into 256 where the processor has them: half as fast again or better, the same results bit
 * for bit, but by an option that V8 calls experimental and sets for the whole process. By default, when LANTERNE_ACCELERATOR is `wide`
 */
export function createPool({
  threads = availableParallelism(),
  fused = true,
  wide = process.env['LANTERNE_ACCELERATOR'] === 'wide',
}: { threads?: number; fused?: boolean; wide?: boolean } = {}): Pool {
  if (!Number.isInteger(threads) || threads < 1) throw new RangeError(`A pool has 1 thread or more, not ${threads}.`);
  const arena = createArena();
  const counter = arena.integers(1);
  const kernels = loadKernels(fused, wide);
  const workers = Array.from({ length: threads }, () => {
    const start: ThreadStart = {
      module: kernels.module,
      memory: arena.memory,
      scratch: arena.address(arena.floats(scratchBytes / 4)),
    };
    const worker = new Worker(new URL('pool-thread.ts', import.meta.url), { workerData: start, execArgv: [] });
    worker.on('error', () => {});
    worker.unref();
    return worker;
  });
  let closed = false;
  let tail: Promise<unknown> = Promise.resolve();

  return {
    threads,
    fused: kernels.fused,
    floats: arena.floats,
    integers: arena.integers,
    free: (array) => arena.free(array),
    run(kernel, ...parameters) {
      const call: ThreadCall = {
        kernel,
        parameters: [
          arena.address(counter),
          ...parameters.map((value) => (typeof value === 'number' ? value : arena.address(value))),
        ],
      };
      const done = tail.then(async () => {
        if (closed) throw new Error('The pool of the kernels is closed.');
        counter[0] = 0;
        // All threads have answered before the next call, also when one has failed.
        const answers = await Promise.allSettled(workers.map((worker) => ask(worker, call)));
        return answers.map((answer) => {
          if (answer.status === 'rejected') throw answer.reason;
          return answer.value;
        });
      });
      tail = done.catch(() => {});
      return done;
    },
    async [Symbol.asyncDispose]() {
      closed = true;
      await Promise.all(workers.map((worker) => worker.terminate()));
    },
  };
}

function loadKernels(fused: boolean, wide: boolean): { module: WebAssembly.Module; fused: boolean } {
  if (wide) setFlagsFromString('--experimental-wasm-revectorize');
  const relaxed = readWasm(wide ? 'kernels-wide.wasm' : 'kernels.wasm');
  const able = fused && WebAssembly.validate(relaxed);
  return { module: new WebAssembly.Module(able ? relaxed : readWasm('kernels-plain.wasm')), fused: able };
}

function readWasm(name: string): Buffer<ArrayBuffer> {
  return readFileSync(new URL(`wasm/${name}`, import.meta.url));
}

async function ask(worker: Worker, call: ThreadCall): Promise<number> {
  worker.ref();
  try {
    return await new Promise<number>((resolve, reject) => {
      const settle = (act: () => void): void => {
        worker.off('message', answered).off('error', reject).off('exit', ended);
        act();
      };
      const answered = (answer: ThreadAnswer): void =>
        settle(() =>
          'value' in answer
            ? resolve(answer.value)
            : reject(new Error(`The kernel ${call.kernel} failed: ${answer.failure}.`)),
        );
      const ended = (code: number): void =>
        settle(() => reject(new Error(`A thread of the kernels stopped with code ${code}.`)));
      // A thread that could not start, or died between two calls, has no event left to send.
      if (worker.threadId < 0) return ended(1);
      worker.on('message', answered).on('error', reject).on('exit', ended);
      worker.postMessage(call);
    });
  } finally {
    worker.unref();
  }
}
