import { availableParallelism } from 'node:os';
import { transpose, type Csr } from '#kernels/csr.ts';
import { createTeam, sharedDoubles, sharedFloats, sharedIntegers } from '#kernels/team.ts';
import { prepareWalk, walked } from '#kernels/walk.ts';

export interface Rp3betaOptions {
  /** The power of the transition probabilities: below 1 it flattens them. */
  readonly alpha?: number;
  /** How much the popularity of the film reached is held against it: 0 is P3alpha, 1 divides by its likes. */
  readonly beta?: number;
  /** The power of a viewer's number of likes that a step through him is divided by; alpha by default, 0 lets all viewers count alike for each of their likes. */
  readonly viewer?: number;
  /** The most films kept a row. */
  readonly top?: number;
  /** Divides each row by its sum, after the cut. */
  readonly normalise?: boolean;
  readonly threads?: number;
}

/**
 * RP3beta: the chance of a walk film -> viewer -> film, re-ranked by the popularity of where it ends. With d the sum of a row or column,
 * w(i, j) = sum over viewers u of (x(u,i) / d(i))^alpha · x(u,j)^alpha / d(u)^viewer / d(j)^beta, w(i, i) = 0. Takes the sum over the viewers of the
 * square of their likes, in operations, and one row of films a thread beside the result.
 * Sources: Cooper, Lee, Radzik, Siantos 2014 (P3alpha); Paudel, Christoffel, Newell, Bernstein 2016, "Updatable, accurate, diverse, and scalable
 * recommendations for interactive applications", eq. 5.
 * @param likes viewers x films, values above 0
 * @returns films x films: row i holds the weights of what follows from liking film i; the score of a basket is the sum of its rows
 * @throws RangeError, a sentence, when a value is not above 0
 */
export async function fitRp3beta(likes: Csr, options: Rp3betaOptions = {}): Promise<Csr> {
  const { alpha = 1, beta = 0.5, viewer = alpha, top = 200, normalise = false } = options;
  if (likes.values.some((value) => !(value > 0)))
    throw new RangeError('A walk follows likes alone: every value of the matrix must be above 0.');
  const byFilm = transpose(likes);
  const filmSums = rowSums(byFilm);
  const out = powered(byFilm, alpha, (film) => (filmSums[film] ?? 1) ** -alpha);
  const viewerSums = rowSums(likes);
  const back = powered(likes, alpha, (row) => (viewerSums[row] ?? 1) ** -viewer);
  const reach = sharedDoubles(likes.columns);
  for (const [film, sum] of filmSums.entries()) reach[film] = sum > 0 ? sum ** -beta : 0;
  const walk = prepareWalk(out, back, reach, top);
  await using team = createTeam(
    new URL('../../kernels/walk-thread.ts', import.meta.url),
    walk,
    options.threads ?? availableParallelism(),
  );
  await team.round('walk');
  const weights = walked(walk);
  if (!normalise) return weights;
  const sums = rowSums(weights);
  return powered(weights, 1, (film) => 1 / (sums[film] ?? 1));
}

function rowSums({ rows, indptr, values }: Csr): Float64Array {
  const sums = new Float64Array(rows);
  for (let row = 0; row < rows; row++) {
    const end = indptr[row + 1] ?? 0;
    let sum = 0;
    for (let k = indptr[row] ?? 0; k < end; k++) sum += values[k] ?? 0;
    sums[row] = sum;
  }
  return sums;
}

/** In shared memory, each value to a power, times the factor of its row. */
function powered(matrix: Csr, power: number, factor: (row: number) => number): Csr {
  const indptr = sharedIntegers(matrix.indptr.length);
  const indices = sharedIntegers(matrix.indices.length);
  const values = sharedFloats(matrix.values.length);
  indptr.set(matrix.indptr);
  indices.set(matrix.indices);
  for (let row = 0; row < matrix.rows; row++) {
    const end = matrix.indptr[row + 1] ?? 0;
    const times = factor(row);
    for (let k = matrix.indptr[row] ?? 0; k < end; k++) {
      const value = matrix.values[k] ?? 0;
      // Most likes are 1, and a power costs fifty products.
      values[k] = value === 1 ? times : times * value ** power;
    }
  }
  return { rows: matrix.rows, columns: matrix.columns, indptr, indices, values };
}
