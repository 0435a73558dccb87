import type { Csr } from '#kernels/csr.ts';
import type { Profile } from '#kernels/profile.ts';

/** As profileScores, for some rows alone, each once: into[row] += profile · row; then the profile is emptied. @param terms rows x terms */
export function profileScoresOf(profile: Profile, terms: Csr, rows: Int32Array, into: Float32Array): void {
  const { indptr, indices, values } = terms;
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at]!;
    let sum = 0;
    for (let k = indptr[row]!; k < indptr[row + 1]!; k++) sum += profile.weight[indices[k]!]! * values[k]!;
    into[row]! += sum;
  }
  for (let t = 0; t < profile.size; t++) {
    const term = profile.touched[t]!;
    profile.weight[term] = 0;
    profile.held[term] = 0;
  }
  profile.size = 0;
}

/** As latentScores, for some rows alone, each once. */
export function latentScoresOf(
  latent: Int8Array,
  query: Float32Array,
  scale: number,
  rows: Int32Array,
  into: Float32Array,
): void {
  const depth = query.length;
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at]!;
    let sum = 0;
    for (let d = 0; d < depth; d++) sum += query[d]! * latent[row * depth + d]!;
    into[row]! += scale * sum;
  }
}

/** As tasteTimesPrior, for some rows alone, each once. */
export function tasteTimesPriorOf(
  into: Float32Array,
  taste: number,
  prior: Float32Array,
  flags: Uint8Array,
  rows: Int32Array,
): void {
  for (let at = 0; at < rows.length; at++) {
    const r = rows[at]!;
    into[r] = flags[r] === 1 ? taste * Math.log(Math.max(into[r]!, 0) + 0.001) + prior[r]! : -Infinity;
  }
}
