import { openPlainKernels } from './plain-kernels.ts';

/** The dot product of each row flagged 1 with a query of 32 bits; of the others, 0. What it returns is overwritten by the next call. */
export type RowDots = (query: ArrayLike<number>, flags?: Uint8Array) => Float32Array;

/**
 * A matrix ready to be multiplied by one query after the other, with SIMD: it is copied into a memory of its own. Sums are in 32 bits, in the same order
 * on every machine.
 * @param matrix by rows; it may be let go
 * @returns all rows are flagged until told otherwise
 */
export function createRowDots(matrix: Int8Array | Float32Array, rows: number, depth: number): RowDots {
  const wide = 16 * Math.ceil(depth / 16);
  const { buffer, places, run } = openPlainKernels([4 * wide, 4 * rows, rows, rows * wide * matrix.BYTES_PER_ELEMENT]);
  const kernel = matrix instanceof Int8Array ? 'rowDots' : 'rowDotsFloat';
  const [queryAt = 0, dotsAt = 0, flagsAt = 0, rowsAt = 0] = places;
  const held =
    matrix instanceof Int8Array
      ? new Int8Array(buffer, rowsAt, rows * wide)
      : new Float32Array(buffer, rowsAt, rows * wide);
  for (let r = 0; r < rows; r++) held.set(matrix.subarray(r * depth, (r + 1) * depth), r * wide);
  const asked = new Float32Array(buffer, queryAt, wide);
  const flagged = new Uint8Array(buffer, flagsAt, rows).fill(1);
  const dots = new Float32Array(buffer, dotsAt, rows);
  return (query, flags) => {
    asked.set(query);
    if (flags !== undefined) flagged.set(flags);
    run(kernel, rowsAt, wide, rows, flagsAt, queryAt, dotsAt);
    return dots;
  };
}
