import type { Pool } from './pool.ts';

/**
 * matrix <- matrix - a·b', in 64 bits, on all threads of the pool.
 * @param matrix rows x columns of the sizes of a and b, allocated in the pool
 * @param lower only cells on or below the diagonal
 */
export async function subtractOuter(
  pool: Pool,
  matrix: Float32Array,
  { a, b, lower = false }: { a: Float64Array; b: Float64Array; lower?: boolean },
): Promise<void> {
  await withDoubles(pool, [a, b], ([x = matrix, y = matrix]) =>
    pool.run('subtractOuter', a.length, b.length, matrix, x, y, Number(lower)),
  );
}

/**
 * Each cell of the matrix times its row's a and its column's b, in 64 bits, on all threads of the pool.
 * @param matrix rows x columns of the sizes of a and b, allocated in the pool
 */
export async function scaleBoth(
  pool: Pool,
  matrix: Float32Array,
  { a, b }: { a: Float64Array; b: Float64Array },
): Promise<void> {
  await withDoubles(pool, [a, b], ([x = matrix, y = matrix]) => pool.run('scale', a.length, b.length, matrix, x, y));
}

async function withDoubles(
  pool: Pool,
  arrays: readonly Float64Array[],
  use: (held: readonly Float32Array[]) => Promise<unknown>,
): Promise<void> {
  const held = arrays.map((array) => {
    const copy = pool.floats(2 * array.length);
    new Float64Array(copy.buffer, copy.byteOffset, array.length).set(array);
    return copy;
  });
  try {
    await use(held);
  } finally {
    for (const copy of held) pool.free(copy);
  }
}
