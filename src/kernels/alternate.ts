import type { Csr } from './csr.ts';
import type { Ridge } from './ridge.ts';

/** One half of alternating least squares: the factors of the rows of a sparse matrix, those of its columns held; arrays shared by the threads. */
export interface Half {
  /** Of which the pattern alone counts: who liked what. */
  readonly likes: Csr;
  /** rows x d, overwritten. */
  readonly solved: Float32Array;
  /** columns x d. */
  readonly held: Float32Array;
}

export interface Alternation {
  readonly halves: readonly [Half, Half];
  readonly depth: number;
  /** The weight of what is not liked, alpha0. */
  readonly unobserved: number;
  readonly regularisation: number;
  /** nu: the regularisation of a row is multiplied by (likes + alpha0·columns)^nu. */
  readonly exponent: number;
  /** alpha0·Y'·Y of the factors held, d x d: set before each half. */
  readonly gram: Float64Array;
  /** The next row that nobody has taken: 0 before each half. */
  readonly next: Int32Array;
}

/** Rows taken at a time. */
const rowsAtOnce = 16;

/** Solves rows of one half until none is left. Each row is a problem of its own: the result does not depend on how many threads solve. @param ridge of `depth` unknowns */
export function solveHalf(alternation: Alternation, which: 0 | 1, ridge: Ridge): void {
  const { halves, depth: d, gram, next } = alternation;
  const { likes, solved, held } = halves[which];
  for (;;) {
    const start = Atomics.add(next, 0, rowsAtOnce);
    if (start >= likes.rows) return;
    for (let row = start; row < Math.min(likes.rows, start + rowsAtOnce); row++) {
      const [first, end] = [likes.indptr[row]!, likes.indptr[row + 1]!];
      const lambda = lambdaFor(alternation, end - first, likes.columns);
      if (first === end) solved.fill(0, row * d, (row + 1) * d);
      else solved.set(ridge.solve({ gram, lambda, factors: held, indices: likes.indices, first, end }), row * d);
    }
  }
}

/** The regularisation of a row of `likes` likes among `columns`. */
export function lambdaFor(
  { regularisation, unobserved, exponent }: Pick<Alternation, 'regularisation' | 'unobserved' | 'exponent'>,
  likes: number,
  columns: number,
): number {
  return regularisation * (likes + unobserved * columns) ** exponent;
}
