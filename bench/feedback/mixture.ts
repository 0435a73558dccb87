import { ndcg } from '#evaluate/ndcg.ts';
import type { Csr } from '#kernels/csr.ts';
import { gram } from '#kernels/gram.ts';
import type { Pool } from '#kernels/pool.ts';
import { spdInverse } from '#kernels/spd-inverse.ts';
import { topK } from '#kernels/top-k.ts';
import { basketsOf } from './world.ts';

/** How many own visitors one public viewer counts for; 0: the house alone. */
export type Tau = number | 'public';

/** Share of a basket's films thought missing (the dropout of EDLAE), and the ridge over the mean of the diagonal. */
const dropout = 0.9;
const ridge = 0.05;

export async function gramOf(pool: Pool, likes: Csr): Promise<Float32Array> {
  const held = await gram(pool, likes);
  const copy = Float32Array.from(held);
  pool.free(held);
  return copy;
}

/** tau x public + own. The public part is computed once: at night only the house's own, small one changes. */
export function mix(publicGram: Float32Array, ownGram: Float32Array, tau: Tau): Float32Array {
  if (tau === 'public') return publicGram;
  return publicGram.map((value, at) => tau * value + (ownGram[at] ?? 0));
}

/**
 * Item weights from a Gram matrix: B = I - P · diag(1 / diag P), P = (G + diag(dropout / (1 - dropout) · G) + ridge · I)^-1.
 * Both terms grow with G, so that B depends on the proportions of its parts alone, never on how many people they count.
 * Source: Steck 2020, "Autoencoders that don't overfit towards the identity" (EDLAE), eq. 7 with a zero diagonal.
 * @returns films x films by rows: row i is what a liked film i brings to each
 */
export async function itemWeights(pool: Pool, gramian: Float32Array, films: number): Promise<Float32Array> {
  const held = pool.floats(films * films);
  held.set(gramian);
  let trace = 0;
  for (let film = 0; film < films; film++) trace += gramian[film * films + film] ?? 0;
  const floor = Math.max(1e-6, (ridge * trace) / films);
  for (let film = 0; film < films; film++) {
    const own = gramian[film * films + film] ?? 0;
    held[film * films + film] = own / (1 - dropout) + floor;
  }
  await spdInverse(pool, held, films);
  const weights = new Float32Array(films * films);
  for (let row = 0; row < films; row++)
    for (let column = 0; column < films; column++)
      if (row !== column)
        weights[row * films + column] = -(held[row * films + column] ?? 0) / (held[column * films + column] ?? 1);
  pool.free(held);
  return weights;
}

/** nDCG@10 of each person, from a basket of k of their likes. */
export function ndcgs(weights: Float32Array, people: Csr, { k, seed }: { k: number; seed: number }): number[] {
  const films = people.columns;
  const scores = new Float32Array(films);
  return basketsOf(people, k, seed).map(({ basket, targets }) => {
    scores.fill(0);
    for (const liked of basket)
      for (let film = 0; film < films; film++)
        scores[film] = (scores[film] ?? 0) + (weights[liked * films + film] ?? 0);
    for (const liked of basket) scores[liked] = -Infinity;
    return ndcg(topK(scores, 10), targets, 10);
  });
}
