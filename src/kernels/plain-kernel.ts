import { readFileSync } from 'node:fs';

/** One kernel on one thread, in a memory of its own. */
export interface PlainKernel {
  readonly buffer: SharedArrayBuffer;
  /** The byte address of each block asked for, on 64 bytes. */
  readonly places: readonly number[];
  run(...parameters: readonly number[]): void;
}

const page = 65_536;
let compiled: WebAssembly.Module | undefined;

/**
 * Opens a kernel that is not shared out (wasm/index.ts) over zeroed blocks of so many bytes. Without relaxed SIMD: the same bits on every machine.
 * @throws RangeError when the machine does not give the memory
 */
export function openPlainKernel(name: string, sizes: readonly number[]): PlainKernel {
  const places: number[] = [];
  // The first page is left to the runtime.
  let end = page;
  for (const size of sizes) {
    places.push(end);
    end += 64 * Math.ceil(size / 64);
  }
  const pages = Math.ceil(end / page);
  const memory = new WebAssembly.Memory({ initial: pages, maximum: pages, shared: true });
  compiled ??= new WebAssembly.Module(readFileSync(new URL('wasm/kernels-plain.wasm', import.meta.url)));
  const kernel = new WebAssembly.Instance(compiled, { env: { memory } }).exports[name];
  const buffer: ArrayBufferLike = memory.buffer;
  if (typeof kernel !== 'function' || !(buffer instanceof SharedArrayBuffer))
    throw new TypeError(`The kernels have no ${name}.`);
  return { buffer, places, run: (...parameters) => void Reflect.apply(kernel, undefined, parameters) };
}
