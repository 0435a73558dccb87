import { parentPort, workerData } from 'node:worker_threads';
import type { ThreadAnswer, ThreadCall, ThreadStart } from './pool.ts';

// One thread of the pool: an instance of the kernels over the shared memory, asleep until it is called.
const { module, memory, scratch }: ThreadStart = workerData;
const { exports } = new WebAssembly.Instance(module, { env: { memory } });

parentPort?.on('message', ({ kernel, parameters }: ThreadCall) => parentPort?.postMessage(answer(kernel, parameters)));

function answer(name: string, parameters: readonly number[]): ThreadAnswer {
  const kernel = exports[name];
  if (typeof kernel !== 'function') return { failure: 'it does not exist' };
  try {
    return { value: Number(Reflect.apply(kernel, undefined, [...parameters, scratch])) };
  } catch (error) {
    return { failure: String(error) };
  }
}
