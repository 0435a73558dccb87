import { readFileSync } from 'node:fs';

/** The dot product of each row flagged 1 with a query of 32 bits; of the others, 0. What it returns is overwritten by the next call. */
export type RowDots = (query: ArrayLike<number>, flags?: Uint8Array) => Float32Array;

const page = 65_536;
let compiled: WebAssembly.Module | undefined;

/**
 * A matrix ready to be multiplied by one query after the other, with SIMD: it is copied into a memory of its own. Sums are in 32 bits, in the same order
 * on every machine.
 * @param matrix by rows; it may be let go
 * @returns all rows are flagged until told otherwise
 */
export function createRowDots(matrix: Int8Array | Float32Array, rows: number, depth: number): RowDots {
  const wide = 16 * Math.ceil(depth / 16);
  const place = layout([4 * wide, 4 * rows, rows, rows * wide * matrix.BYTES_PER_ELEMENT]);
  const [queryAt = 0, dotsAt = 0, flagsAt = 0, rowsAt = 0] = place.starts;
  const pages = Math.ceil(place.end / page);
  const memory = new WebAssembly.Memory({ initial: pages, maximum: pages, shared: true });
  // The kernels without relaxed SIMD: the same bits on every machine.
  compiled ??= new WebAssembly.Module(readFileSync(new URL('wasm/kernels-plain.wasm', import.meta.url)));
  const { exports } = new WebAssembly.Instance(compiled, { env: { memory } });
  const kernel = exports[matrix instanceof Int8Array ? 'rowDots' : 'rowDotsFloat'];
  if (typeof kernel !== 'function') throw new TypeError('The kernels have no dot products of rows.');
  const held =
    matrix instanceof Int8Array
      ? new Int8Array(memory.buffer, rowsAt, rows * wide)
      : new Float32Array(memory.buffer, rowsAt, rows * wide);
  for (let r = 0; r < rows; r++) held.set(matrix.subarray(r * depth, (r + 1) * depth), r * wide);
  const asked = new Float32Array(memory.buffer, queryAt, wide);
  const flagged = new Uint8Array(memory.buffer, flagsAt, rows).fill(1);
  const dots = new Float32Array(memory.buffer, dotsAt, rows);
  return (query, flags) => {
    asked.set(query);
    if (flags !== undefined) flagged.set(flags);
    Reflect.apply(kernel, undefined, [rowsAt, wide, rows, flagsAt, queryAt, dotsAt]);
    return dots;
  };
}

/** Places for blocks of so many bytes one after the other, each on 64 bytes; the first page is left to the runtime. */
function layout(sizes: readonly number[]): { starts: number[]; end: number } {
  const starts: number[] = [];
  let end = page;
  for (const size of sizes) {
    starts.push(end);
    end += 64 * Math.ceil(size / 64);
  }
  return { starts, end };
}
