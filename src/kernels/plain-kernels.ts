import { readFileSync } from 'node:fs';

/** The kernels that are not shared out, for one thread in a memory of its own. */
export interface PlainKernels {
  readonly buffer: SharedArrayBuffer;
  /** The byte address of each block asked for, on 64 bytes. */
  readonly places: readonly number[];
  run(kernel: PlainKernelName, ...parameters: readonly number[]): number;
}

export type PlainKernelName =
  | 'addSquares'
  | 'closest'
  | 'factorise'
  | 'rowDots'
  | 'rowDotsFloat'
  | 'sparseTimes'
  | 'timesUpper';

const page = 65_536;
let compiled: WebAssembly.Module | undefined;

/**
 * Opens the kernels over zeroed blocks of so many bytes. Without relaxed SIMD: the same bits on every machine.
 * @throws RangeError when the machine does not give the memory
 */
export function openPlainKernels(sizes: readonly number[]): PlainKernels {
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
  const { exports } = new WebAssembly.Instance(compiled, { env: { memory } });
  const buffer: ArrayBufferLike = memory.buffer;
  if (!(buffer instanceof SharedArrayBuffer)) throw new TypeError('The memory of the kernels is not shared.');
  return {
    buffer,
    places,
    run(name, ...parameters) {
      const kernel = exports[name];
      if (typeof kernel !== 'function') throw new TypeError(`The kernels have no ${name}.`);
      return Number(Reflect.apply(kernel, undefined, parameters));
    },
  };
}
