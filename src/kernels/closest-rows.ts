import { transpose, type Csr } from './csr.ts';
import { openPlainKernels } from './plain-kernels.ts';
import { latentDot } from './profile.ts';

/** Rows that are as like as the dot product of their terms plus `scale` x that of their latent vectors. */
export interface LikeRows {
  readonly terms: Csr;
  /** rows x depth. */
  readonly latent: Int8Array;
  readonly depth: number;
  /** At least 0. */
  readonly scale: number;
}

/** `most` places a row asked, the likest first; -1 and 0 where there are no more. */
export interface Closest {
  /** Places in `among`. */
  readonly places: Int32Array;
  readonly likeness: Float32Array;
}

/**
 * Of the rows of `among`, the likest to each row of `asked`, when they are more than 0 like it; of equals, those that come first in `among`. Terms are
 * added in 32 bits in the order of the columns, then the latent part: bit for bit what `profileScores` and `latentScores` add up to. One row
 * at a time through an inverted index of `among` (Gustavson 1978), with SIMD for the latent part, which is left out where all that it could add would
 * not do.
 * @param asked, among indices of rows
 * @param most at least 1
 */
export function closestRows(rows: LikeRows, asked: Int32Array, among: Int32Array, most: number): Closest {
  const { indptr, indices, values } = rows.terms;
  const n = among.length;
  const deep = 8 * Math.ceil(rows.depth / 8);
  const listed = transpose(taken(rows.terms, among));
  const longest = asked.reduce((length, row) => Math.max(length, indptr[row + 1]! - indptr[row]!), 0);
  const { buffer, places, run } = openPlainKernels([
    4 * longest,
    4 * longest,
    4 * listed.indptr.length,
    4 * listed.indices.length,
    4 * listed.values.length,
    2 * deep,
    n * deep,
    4 * most,
    4 * most,
    4 * n,
  ]);
  const [idsAt = 0, weightsAt = 0, startsAt = 0, holdersAt = 0, valuesAt = 0] = places;
  const [queryAt = 0, latentAt = 0, columnsAt = 0, sumsAt = 0, scratchAt = 0] = places.slice(5);
  new Int32Array(buffer, startsAt).set(listed.indptr);
  new Int32Array(buffer, holdersAt).set(listed.indices);
  new Float32Array(buffer, valuesAt).set(listed.values);
  const latent = new Int8Array(buffer, latentAt, n * deep);
  for (let at = 0; at < n; at++) latent.set(latentOf(rows, among[at]!), at * deep);
  const ids = new Int32Array(buffer, idsAt, longest);
  const weights = new Float32Array(buffer, weightsAt, longest);
  const query = new Int16Array(buffer, queryAt, deep);
  const columns = new Int32Array(buffer, columnsAt, most);
  const sums = new Float32Array(buffer, sumsAt, most);
  const reach = rows.scale * lengthOf(among.reduce((longer, row) => Math.max(longer, squareOf(rows, row)), 0));

  const found = { places: new Int32Array(asked.length * most), likeness: new Float32Array(asked.length * most) };
  for (let at = 0; at < asked.length; at++) {
    const row = asked[at]!;
    const [start, end] = [indptr[row]!, indptr[row + 1]!];
    ids.set(indices.subarray(start, end));
    weights.set(values.subarray(start, end));
    query.set(latentOf(rows, row));
    run(
      'closest',
      n,
      end - start,
      idsAt,
      weightsAt,
      startsAt,
      holdersAt,
      valuesAt,
      deep,
      queryAt,
      latentAt,
      rows.scale,
      reach * lengthOf(squareOf(rows, row)),
      most,
      columnsAt,
      sumsAt,
      scratchAt,
    );
    found.places.set(columns, at * most);
    found.likeness.set(sums, at * most);
  }
  return found;
}

const latentOf = ({ latent, depth }: LikeRows, row: number): Int8Array =>
  latent.subarray(row * depth, (row + 1) * depth);

const squareOf = ({ latent, depth }: LikeRows, row: number): number => latentDot(latent, depth, row, row);

/** A length that no rounding makes too short. */
const lengthOf = (square: number): number => Math.sqrt(square) * (1 + 1e-9);

/** Some rows, in the order given. */
function taken({ columns, indptr, indices, values }: Csr, wanted: Int32Array): Csr {
  const starts = new Int32Array(wanted.length + 1);
  for (let at = 0; at < wanted.length; at++)
    starts[at + 1] = starts[at]! + indptr[wanted[at]! + 1]! - indptr[wanted[at]!]!;
  const [outIndices, outValues] = [new Int32Array(starts[wanted.length]!), new Float32Array(starts[wanted.length]!)];
  for (let at = 0; at < wanted.length; at++) {
    const [start, end] = [indptr[wanted[at]!]!, indptr[wanted[at]! + 1]!];
    outIndices.set(indices.subarray(start, end), starts[at]);
    outValues.set(values.subarray(start, end), starts[at]);
  }
  return { rows: wanted.length, columns, indptr: starts, indices: outIndices, values: outValues };
}
