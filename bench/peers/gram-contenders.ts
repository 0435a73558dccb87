import type { Csr } from '#kernels/csr.ts';
import { gram } from '#kernels/gram.ts';
import type { Pool } from '#kernels/pool.ts';
import { spdInverse } from '#kernels/spd-inverse.ts';
import type { Contender } from './contender.ts';
import { cosines, sumOfRows } from './item-cosine.ts';

/** What one linear autoencoder is told. */
export interface Autoencoder {
  readonly name: string;
  readonly l2: number;
  /** Share of the basket hidden in training, 0 to 1 (excluded); 0 is EASE. */
  readonly dropout: number;
}

/** The peers that need the Gram matrix of the training likes alone. It is computed once, and lives in the pool. */
export async function gramContenders(
  pool: Pool,
  train: Csr,
  { autoencoders, neighbours = [] }: { autoencoders: readonly Autoencoder[]; neighbours?: readonly number[] },
): Promise<{ contenders: Contender[]; [Symbol.dispose](): void }> {
  const films = train.columns;
  const together = await gram(pool, train);
  const popularity = Float32Array.from({ length: films }, (_, film) => together[film * films + film] ?? 0);
  return {
    contenders: [
      { name: 'popularity', make: async () => ({ name: 'popularity', score: (_, into) => into.set(popularity) }) },
      {
        name: 'item cosine',
        make: async () => ({ name: 'item cosine', score: sumOfRows(cosines(together, films), films) }),
      },
      ...neighbours.map((most) => ({
        name: `item cosine, ${most} neighbours`,
        make: async () => ({
          name: `item cosine, ${most} neighbours`,
          score: sumOfRows(cosines(together, films, most), films),
        }),
      })),
      ...autoencoders.map((which) => ({
        name: which.name,
        make: async () => ({
          name: which.name,
          score: sumOfRows(await autoencoder(pool, together, films, which), films),
        }),
      })),
    ],
    [Symbol.dispose]: () => pool.free(together),
  };
}

/**
 * Zero-diagonal denoising linear autoencoder in closed form: P = (G + l2·I + p/(1-p)·diag G)⁻¹, B = -P / diag(P).
 * Source: Steck 2019 (EASE, p = 0) and Steck 2020, "Autoencoders that don't overfit towards the identity".
 * @param together the Gram matrix G, films x films
 * @returns B by rows: what a liked film (row) gives each film (column)
 */
export async function autoencoder(
  pool: Pool,
  together: Float32Array,
  films: number,
  { l2, dropout }: Pick<Autoencoder, 'l2' | 'dropout'>,
): Promise<Float32Array> {
  const matrix = pool.floats(films * films);
  matrix.set(together);
  for (let film = 0; film < films; film++) {
    const at = film * films + film;
    matrix[at] = (matrix[at] ?? 0) * (1 + dropout / (1 - dropout)) + l2;
  }
  try {
    await spdInverse(pool, matrix, films);
    const weights = new Float32Array(films * films);
    const scale = Float64Array.from({ length: films }, (_, film) => -1 / (matrix[film * films + film] ?? 1));
    for (let row = 0; row < films; row++) {
      for (let film = 0; film < films; film++)
        weights[row * films + film] = row === film ? 0 : (matrix[row * films + film] ?? 0) * (scale[film] ?? 0);
    }
    return weights;
  } finally {
    pool.free(matrix);
  }
}
