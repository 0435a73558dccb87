import { availableParallelism } from 'node:os';
import type { Alternation } from '#kernels/alternate.ts';
import { encodeArtefact } from '#kernels/artefact.ts';
import { transpose, type Csr } from '#kernels/csr.ts';
import { seededRandom } from '#kernels/random.ts';
import { factorGram } from '#kernels/squares.ts';
import { createTeam, sharedDoubles, sharedFloats, sharedIntegers } from '#kernels/team.ts';

export const ialsKind = 'ials';
export const ialsVersion = 1;

export interface IalsOptions {
  /** Factors a film, a multiple of 4. */
  readonly depth?: number;
  readonly epochs?: number;
  /** The weight of a film not liked beside that of a like, alpha0. */
  readonly unobserved?: number;
  readonly regularisation?: number;
  /** nu: 0 regularises all alike, 1 in proportion to what is observed of a viewer or film. */
  readonly exponent?: number;
  readonly seed?: number;
  readonly threads?: number;
  readonly onProgress?: (epoch: number, epochs: number) => void;
}

/** What is kept of the training, as the header of the artefact says it. */
export type IalsParameters = Required<Omit<IalsOptions, 'threads' | 'onProgress'>>;

/** Chosen on validation viewers of MovieLens 1M (docs/models.md). */
export const ialsDefaults: IalsParameters = {
  depth: 64,
  epochs: 10,
  unobserved: 0.2,
  regularisation: 0.01,
  exponent: 1,
  seed: 1,
};

/**
 * Implicit alternating least squares: x(u)·y(i) should be 1 for a like and, with weight alpha0, 0 for every film. Minimises, by turns in the
 * viewers and in the films, sum over likes (x·y - 1)² + alpha0·sum over all (x·y)² + lambda·sum (observed)^nu·|x|² and the same for y.
 * An epoch takes (likes·d² + (viewers + films)·d³/3)·2 operations. The result depends on the seed, not on the threads; on the order of viewers
 * and of films by rounding alone.
 * Sources: Hu, Koren, Volinsky 2008, "Collaborative filtering for implicit feedback datasets"; Rendle, Krichene, Zhang, Koren 2021, "Revisiting
 * the performance of iALS on item recommendation benchmarks", eq. 1 to 5.
 * @param likes viewers x films; what is stored is liked, whatever its value
 * @param films identifiers of the columns, one each
 * @returns the artefact, with the factors of the films alone: a basket is folded in when it is asked (ials-model.ts)
 * @throws RangeError, a sentence, when the number of factors is no multiple of 4, or the regularisation is too small to solve
 */
export async function fitIals(likes: Csr, films: readonly string[], options: IalsOptions = {}): Promise<Buffer> {
  const { threads = availableParallelism(), onProgress = () => {}, ...given } = options;
  const parameters: IalsParameters = { ...ialsDefaults, ...given };
  const { depth, epochs, seed } = parameters;
  const viewerFactors = sharedFloats(likes.rows * depth);
  const filmFactors = sharedFloats(likes.columns * depth);
  for (const [film, id] of films.entries())
    drawNormal(filmFactors.subarray(film * depth, (film + 1) * depth), 0.1 / Math.sqrt(depth), seed ^ hashOf(id));
  const alternation: Alternation = {
    halves: [
      { likes: shared(likes), solved: viewerFactors, held: filmFactors },
      { likes: shared(transpose(likes)), solved: filmFactors, held: viewerFactors },
    ],
    depth,
    unobserved: parameters.unobserved,
    regularisation: parameters.regularisation,
    exponent: parameters.exponent,
    gram: sharedDoubles(depth * depth),
    next: sharedIntegers(1),
  };
  await using team = createTeam(new URL('../../kernels/alternate-thread.ts', import.meta.url), alternation, threads);
  for (let epoch = 1; epoch <= epochs; epoch++) {
    for (const which of [0, 1] as const) {
      prepare(alternation, which);
      await team.round(which);
    }
    onProgress(epoch, epochs);
  }
  const header = { kind: ialsKind, version: ialsVersion, vocabulary: '', films, ...parameters };
  return encodeArtefact({ header, arrays: { factors: Float32Array.from(filmFactors) } });
}

function prepare({ halves, depth, unobserved, gram, next }: Alternation, which: 0 | 1): void {
  const { held, likes } = halves[which];
  gram.set(factorGram(held, likes.columns, depth).map((sum) => unobserved * sum));
  next[0] = 0;
}

/** FNV-1a: each film starts where its identifier says, whatever its column, so that shuffling the films changes no list. */
function hashOf(id: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < id.length; at++) hash = Math.imul(hash ^ id.charCodeAt(at), 0x01000193);
  return hash;
}

/** Normal numbers by the transform of Box and Muller (1958). */
function drawNormal(into: Float32Array, deviation: number, seed: number): void {
  const random = seededRandom(seed);
  for (let at = 0; at < into.length; at++)
    into[at] = deviation * Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/** The pattern of the matrix in shared memory; the values are not read. */
function shared({ rows, columns, indptr, indices }: Csr): Csr {
  const [starts, places] = [sharedIntegers(indptr.length), sharedIntegers(indices.length)];
  starts.set(indptr);
  places.set(indices);
  return { rows, columns, indptr: starts, indices: places, values: new Float32Array(0) };
}
