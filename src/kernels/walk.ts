import type { Csr } from './csr.ts';
import { sharedFloats, sharedIntegers } from './team.ts';
import { topK } from './top-k.ts';

/** Two steps on a graph, out·back·diag(reach), of which each row keeps its largest values; arrays shared by the threads that walk it. */
export interface Walk {
  /** n x m: from here to the middle. */
  readonly out: Csr;
  /** m x n: from the middle on. */
  readonly back: Csr;
  /** n factors, one an end. */
  readonly reach: Float64Array;
  /** The most values a row keeps. */
  readonly top: number;
  /** The next row that nobody has taken. */
  readonly next: Int32Array;
  /** What was found: of row r, `counts[r]` cells from r x top on. */
  readonly counts: Int32Array;
  readonly ends: Int32Array;
  readonly weights: Float32Array;
}

/** Rows taken at a time: few, as those of famous films are a thousand times longer than those of others. */
const rowsAtOnce = 8;

/** The walk with its results still empty. */
export function prepareWalk(out: Csr, back: Csr, reach: Float64Array, top: number): Walk {
  const n = out.rows;
  const kept = Math.min(top, n);
  return {
    out,
    back,
    reach,
    top: kept,
    next: sharedIntegers(1),
    counts: sharedIntegers(n),
    ends: sharedIntegers(n * kept),
    weights: sharedFloats(n * kept),
  };
}

/**
 * Walks rows until none is left, one dense row of n sums in 64 bits at a time (Gustavson 1978). A row leaves out its own place, and ends that
 * cannot be reached; ties at the limit go to the lower index. The result does not depend on how many threads walk.
 */
export function walkRows({ out, back, reach, top, next, counts, ends, weights }: Walk): void {
  const n = back.columns;
  const sums = new Float64Array(n);
  for (;;) {
    const first = Atomics.add(next, 0, rowsAtOnce);
    if (first >= n) return;
    for (let row = first; row < Math.min(n, first + rowsAtOnce); row++) {
      sums.fill(0);
      addProducts(out, back, row, sums);
      for (let end = 0; end < n; end++) {
        const weight = sums[end]! * reach[end]!;
        sums[end] = weight > 0 && end !== row ? weight : -Infinity;
      }
      const found = topK(sums, top).sort();
      counts[row] = found.length;
      for (let k = 0; k < found.length; k++) {
        ends[row * top + k] = found[k]!;
        weights[row * top + k] = sums[found[k]!]!;
      }
    }
  }
}

/** What was found, as one matrix. */
export function walked({ out, top, counts, ends, weights }: Walk): Csr {
  const n = out.rows;
  const indptr = new Int32Array(n + 1);
  for (let row = 0; row < n; row++) indptr[row + 1] = indptr[row]! + counts[row]!;
  const indices = new Int32Array(indptr[n]!);
  const values = new Float32Array(indices.length);
  for (let row = 0; row < n; row++) {
    const end = row * top + counts[row]!;
    indices.set(ends.subarray(row * top, end), indptr[row]);
    values.set(weights.subarray(row * top, end), indptr[row]);
  }
  return { rows: n, columns: n, indptr, indices, values };
}

function addProducts(out: Csr, back: Csr, row: number, sums: Float64Array): void {
  const { indptr, indices, values } = back;
  for (let k = out.indptr[row]!; k < out.indptr[row + 1]!; k++) {
    const middle = out.indices[k]!;
    const weight = out.values[k]!;
    const end = indptr[middle + 1]!;
    for (let at = indptr[middle]!; at < end; at++) sums[indices[at]!]! += weight * values[at]!;
  }
}
