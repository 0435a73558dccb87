import type { Csr } from '#kernels/csr.ts';
import { createRowDots, type RowDots } from '#kernels/row-dots.ts';

/** Scratch for `profileScores`: a dense vector of terms, and the terms that it holds, each once. */
export interface Profile {
  readonly weight: Float32Array;
  /** 1 for the terms in `touched`: a weight may come back to 0, by a dislike or a family that weighs nothing. */
  readonly held: Uint8Array;
  readonly touched: Int32Array;
  size: number;
}

/** An empty profile over `terms` terms. Allocated once a model: clearing it costs what it holds. */
export function emptyProfile(terms: number): Profile {
  return { weight: new Float32Array(terms), held: new Uint8Array(terms), touched: new Int32Array(terms), size: 0 };
}

/** Adds weight x the terms of one row. */
export function addToProfile(profile: Profile, { indptr, indices, values }: Csr, row: number, weight: number): void {
  for (let k = indptr[row]!; k < indptr[row + 1]!; k++) {
    const term = indices[k]!;
    if (profile.held[term] === 0) {
      profile.held[term] = 1;
      profile.touched[profile.size++] = term;
    }
    profile.weight[term]! += weight * values[k]!;
  }
}

/** into[row] += profile · row, for every row, through the transpose (terms x rows); then the profile is emptied. */
export function profileScores(profile: Profile, transposed: Csr, into: Float32Array): void {
  const { indptr, indices, values } = transposed;
  for (let t = 0; t < profile.size; t++) {
    const term = profile.touched[t]!;
    const weight = profile.weight[term]!;
    profile.weight[term] = 0;
    profile.held[term] = 0;
    if (weight === 0) continue;
    for (let k = indptr[term]!; k < indptr[term + 1]!; k++) into[indices[k]!]! += weight * values[k]!;
  }
  profile.size = 0;
}

const prepared = new WeakMap<Int8Array, RowDots>();

/** into[r] += scale x (row r of the n x depth int8 matrix · query), for the rows flagged 1. The matrix must not change between calls. */
export function latentScores(
  latent: Int8Array,
  depth: number,
  query: Float32Array,
  scale: number,
  flags: Uint8Array,
  into: Float32Array,
): void {
  const ready = prepared.get(latent) ?? createRowDots(latent, into.length, depth);
  prepared.set(latent, ready);
  const dots = ready(query, flags);
  for (let r = 0; r < into.length; r++) if (flags[r] === 1) into[r]! += scale * dots[r]!;
}

/** The dot product of two rows of an int8 matrix. */
export function latentDot(latent: Int8Array, depth: number, a: number, b: number): number {
  let sum = 0;
  for (let d = 0; d < depth; d++) sum += latent[a * depth + d]! * latent[b * depth + d]!;
  return sum;
}

/** into[r] = taste x ln(max(into[r], 0) + 0.001) + prior[r] for the rows flagged 1, -Infinity for the others. */
export function tasteTimesPrior(into: Float32Array, taste: number, prior: Float32Array, flags: Uint8Array): void {
  for (let r = 0; r < into.length; r++)
    into[r] = flags[r] === 1 ? taste * Math.log(Math.max(into[r]!, 0) + 0.001) + prior[r]! : -Infinity;
}

/** The cells that two rows share: their columns and the products of their values. */
export function sharedCells(
  { indptr, indices, values }: Csr,
  a: number,
  b: number,
): { column: number; product: number }[] {
  const shared: { column: number; product: number }[] = [];
  let i = indptr[a]!;
  let j = indptr[b]!;
  while (i < indptr[a + 1]! && j < indptr[b + 1]!) {
    const difference = indices[i]! - indices[j]!;
    if (difference === 0) shared.push({ column: indices[i]!, product: values[i++]! * values[j++]! });
    else if (difference < 0) i++;
    else j++;
  }
  return shared;
}
