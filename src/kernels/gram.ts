import { transpose, type Csr } from './csr.ts';
import { scratchBytes, type Pool } from './pool.ts';

/**
 * The Gram matrix G = X'·diag(w)·X of a sparse X (rows = viewers, columns = films) on all threads of the pool: the sum over the rows of
 * half the square of their lengths, in operations. Each value is summed in 64 bits, always in the same order.
 * @param weights one a row of X; 1 each when left out
 * @returns columns x columns by rows, symmetric, allocated in the pool (the caller frees it)
 * @throws RangeError, a sentence, when an index or the number of weights does not fit, or the memory cannot hold the result
 */
export async function gram(pool: Pool, matrix: Csr, weights?: Float32Array): Promise<Float32Array<SharedArrayBuffer>> {
  const { rows, columns, indices } = matrix;
  const fits = weights === undefined || weights.length === rows;
  if (!fits) throw new RangeError(`The matrix has ${rows} rows, there are ${weights.length} weights.`);
  if (columns * 8 > scratchBytes)
    throw new RangeError(`A dense matrix of ${columns} x ${columns} is too large. Take fewer films.`);
  checkIndices(indices, columns);
  const byColumn = transpose(matrix);
  const out = pool.floats(columns * columns);
  const held = [
    weights ?? new Float32Array(rows).fill(1),
    matrix.indptr,
    indices,
    matrix.values,
    byColumn.indptr,
    byColumn.indices,
    byColumn.values,
  ].map((array) => copied(pool, array));
  const [
    weight = out,
    starts = out,
    columnOf = out,
    values = out,
    columnStarts = out,
    rowOf = out,
    columnValues = out,
  ] = held;
  try {
    await pool.run('gram', columns, starts, columnOf, values, columnStarts, rowOf, columnValues, weight, out);
    await pool.run('mirror', out, columns, 1);
  } finally {
    for (const array of held) pool.free(array);
  }
  return out;
}

/** @throws RangeError, a sentence, when an index lies outside the columns */
export function checkIndices(indices: Int32Array, columns: number): void {
  for (const column of indices) {
    if (column < 0 || column >= columns)
      throw new RangeError(`The index ${column} of the sparse matrix is not between 0 and ${columns - 1}.`);
  }
}

function copied(pool: Pool, array: Float32Array | Int32Array): Float32Array | Int32Array {
  const copy = array instanceof Int32Array ? pool.integers(array.length) : pool.floats(array.length);
  copy.set(array);
  return copy;
}
