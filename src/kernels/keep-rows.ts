import type { Pool } from './pool.ts';

/** What is kept of one row: columns rising, values beside them. */
export interface KeptRow {
  readonly columns: Int32Array;
  readonly values: Float32Array;
}

/**
 * Of each row of a square matrix, the `most` values that are largest in size, its cell on the diagonal left out, on all threads of the pool. Zeros
 * and what is no number are left out; ties go to the lower column.
 * @param matrix n x n by rows, allocated in the pool
 */
export async function keepRows(pool: Pool, matrix: Float32Array, n: number, most: number): Promise<KeptRow[]> {
  const columns = pool.integers(n * most);
  const counts = pool.integers(n);
  try {
    await pool.run('keepRows', n, n, matrix, most, columns, counts);
    const rows: KeptRow[] = [];
    for (let r = 0; r < n; r++) {
      const kept = columns.slice(r * most, r * most + counts[r]!);
      const values = new Float32Array(kept.length);
      for (let at = 0; at < kept.length; at++) values[at] = matrix[r * n + kept[at]!]!;
      rows.push({ columns: kept, values });
    }
    return rows;
  } finally {
    for (const array of [columns, counts]) pool.free(array);
  }
}
