import { createSquares, panelRows, substitute } from './squares.ts';

export interface RidgeProblem {
  /** G, d x d by rows, of which the lower triangle is read. */
  readonly gram: Float64Array;
  readonly lambda: number;
  /** Rows of d values, y. */
  readonly factors: Float32Array;
  /** The rows seen: indices[first..end). */
  readonly indices: Int32Array;
  readonly first: number;
  readonly end: number;
  /** What each should give, by place in `indices`; 1 when left out. */
  readonly targets?: Float32Array;
}

/** Regularised least squares of d unknowns, one after the other in the same scratch. */
export interface Ridge {
  /**
   * (G + lambda·I + sum of y·y') x = sum of target·y, over the rows seen.
   * @returns x, in scratch that the next call overwrites
   * @throws RangeError, a sentence, when the sum is not positive definite
   */
  solve(problem: RidgeProblem): Float64Array;
  /** Solves the last system for another right-hand side, in place. */
  again(side: Float64Array): void;
}

/** @param d unknowns, a multiple of 4 */
export function createRidge(d: number): Ridge {
  if (!Number.isInteger(d) || d < 4 || d % 4 !== 0)
    throw new RangeError(`The number of factors is a multiple of 4, not ${d}.`);
  const { matrix, panel, add, factorise } = createSquares(d);
  const side = new Float64Array(d);
  return {
    solve({ gram, lambda, factors, indices, first, end, targets }) {
      matrix.set(gram);
      for (let r = 0; r < d; r++) matrix[r * d + r]! += lambda;
      side.fill(0);
      for (let start = first; start < end; start += panelRows) {
        const rows = Math.min(panelRows, end - start);
        for (let k = 0; k < rows; k++) {
          const from = indices[start + k]! * d;
          const target = targets === undefined ? 1 : targets[start + k]!;
          for (let c = 0; c < d; c++) {
            const value = factors[from + c]!;
            panel[k * d + c] = value;
            side[c]! += target * value;
          }
        }
        add(rows);
      }
      factorise();
      substitute(matrix, d, side);
      return side;
    },
    again: (other) => substitute(matrix, d, other),
  };
}
