import type { ArtefactArray } from '#kernels/artefact.ts';
import type { KeptRow } from '#kernels/keep-rows.ts';

/**
 * A sparse matrix of weights in 4 bytes a weight (6 beyond 65 536 columns): row r holds the columns `columns[starts[r]..starts[r + 1])`, rising,
 * and their weights as multiples of `scales[r]`, which is a 32 767th of the largest.
 */
export interface PackedRows {
  readonly starts: Int32Array;
  readonly columns: Uint16Array | Int32Array;
  readonly values: Int16Array;
  readonly scales: Float32Array;
}

/** @param width columns of the matrix */
export function packRows(rows: readonly KeptRow[], width: number): PackedRows {
  const starts = new Int32Array(rows.length + 1);
  for (const [r, { columns }] of rows.entries()) starts[r + 1] = (starts[r] ?? 0) + columns.length;
  const size = starts[rows.length] ?? 0;
  const columns = width <= 65_536 ? new Uint16Array(size) : new Int32Array(size);
  const values = new Int16Array(size);
  const scales = new Float32Array(rows.length);
  for (const [r, row] of rows.entries()) {
    let largest = 0;
    for (let at = 0; at < row.values.length; at++) largest = Math.max(largest, Math.abs(row.values[at] ?? 0));
    const scale = Math.fround(largest / 32_767);
    scales[r] = scale;
    const start = starts[r] ?? 0;
    for (let at = 0; at < row.values.length; at++) {
      columns[start + at] = row.columns[at] ?? 0;
      values[start + at] = scale > 0 ? Math.round((row.values[at] ?? 0) / scale) : 0;
    }
  }
  return { starts, columns, values, scales };
}

/** The matrix as arrays of an artefact, their names led by a prefix. */
export function packedArrays(
  prefix: string,
  { starts, columns, values, scales }: PackedRows,
): Record<string, ArtefactArray> {
  return {
    [`${prefix}.starts`]: starts,
    [`${prefix}.columns`]: columns,
    [`${prefix}.values`]: values,
    [`${prefix}.scales`]: scales,
  };
}

/** Reads it back; null when an array is missing, of another type or of a wrong length. */
export function packedFrom(
  prefix: string,
  arrays: Readonly<Record<string, ArtefactArray>>,
  height: number,
): PackedRows | null {
  const starts = arrays[`${prefix}.starts`];
  const columns = arrays[`${prefix}.columns`];
  const values = arrays[`${prefix}.values`];
  const scales = arrays[`${prefix}.scales`];
  if (!(starts instanceof Int32Array && values instanceof Int16Array && scales instanceof Float32Array)) return null;
  if (!(columns instanceof Uint16Array || columns instanceof Int32Array)) return null;
  const size = starts[height];
  if (starts.length !== height + 1 || scales.length !== height || size === undefined) return null;
  return columns.length === size && values.length === size ? { starts, columns, values, scales } : null;
}

/** The bytes that it holds. */
export const packedBytes = ({ starts, columns, values, scales }: PackedRows): number =>
  starts.byteLength + columns.byteLength + values.byteLength + scales.byteLength;

/** The weight of one cell, 0 when it is not kept. */
export function packedWeight({ starts, columns, values, scales }: PackedRows, row: number, column: number): number {
  let low = starts[row] ?? 0;
  let high = (starts[row + 1] ?? 0) - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = columns[middle] ?? 0;
    if (found === column) return (values[middle] ?? 0) * (scales[row] ?? 0);
    if (found < column) low = middle + 1;
    else high = middle - 1;
  }
  return 0;
}
