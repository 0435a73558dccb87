import { readFileSync } from 'node:fs';

/** The dot product of each flagged row with a query; of the others, 0. What it returns is overwritten by the next call. */
export type RowDots = (query: Float32Array, flags: Uint8Array) => Float32Array;

const page = 65_536;
const copies = new WeakMap<Int8Array, RowDots>();
let compiled: WebAssembly.Module | undefined;

/**
 * A matrix of 8-bit whole numbers ready to be multiplied by queries with SIMD: it is copied once, at the first call, into a memory of its own that
 * lives as long as the array.
 */
export function latentRows(latent: Int8Array, depth: number, rows: number): RowDots {
  const known = copies.get(latent);
  if (known !== undefined) return known;
  const made = copied(latent, depth, rows);
  copies.set(latent, made);
  return made;
}

function copied(latent: Int8Array, depth: number, rows: number): RowDots {
  const wide = 16 * Math.ceil(depth / 16);
  const [queryAt, dotsAt] = [page, page + 64 * Math.ceil((4 * wide) / 64)];
  const flagsAt = dotsAt + 4 * rows;
  const rowsAt = 64 * Math.ceil((flagsAt + rows) / 64);
  const pages = Math.ceil((rowsAt + rows * wide) / page);
  const memory = new WebAssembly.Memory({ initial: pages, maximum: pages, shared: true });
  // The kernels without relaxed SIMD: the same bits on every machine.
  compiled ??= new WebAssembly.Module(readFileSync(new URL('wasm/kernels-plain.wasm', import.meta.url)));
  const { rowDots } = new WebAssembly.Instance(compiled, { env: { memory } }).exports;
  if (typeof rowDots !== 'function') throw new TypeError('The kernels have no rowDots.');
  const bytes = new Int8Array(memory.buffer, rowsAt, rows * wide);
  for (let r = 0; r < rows; r++) bytes.set(latent.subarray(r * depth, (r + 1) * depth), r * wide);
  const asked = new Float32Array(memory.buffer, queryAt, wide);
  const flagged = new Uint8Array(memory.buffer, flagsAt, rows);
  const dots = new Float32Array(memory.buffer, dotsAt, rows);
  return (query, flags) => {
    asked.set(query);
    flagged.set(flags);
    Reflect.apply(rowDots, undefined, [rowsAt, wide, rows, flagsAt, queryAt, dotsAt]);
    return dots;
  };
}
