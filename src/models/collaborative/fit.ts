import { createHash } from 'node:crypto';
import { encodeArtefact, type ArtefactArray } from '#kernels/artefact.ts';
import { keepColumns, type Csr } from '#kernels/csr.ts';
import type { MatMul } from '#kernels/gemm.ts';
import { createPool, type Pool } from '#kernels/pool.ts';
import { topK } from '#kernels/top-k.ts';
import { denoise } from '#models/collaborative/autoencoder.ts';
import { bucketNames, type BucketName } from '#models/collaborative/buckets.ts';
import { fitIals, type IalsOptions } from '#models/collaborative/ials.ts';
import { commonMoments, expectMoments, type CommonMoments } from '#models/collaborative/moments.ts';
import { packedArrays } from '#models/collaborative/packed-rows.ts';
import { defaultParameters, type BucketParameters, type Parameters } from '#models/collaborative/parameters.ts';
import { solveMoments, type Solved } from '#models/collaborative/solve.ts';

/** The version of the file: what an older one holds is refused. */
export const collaborativeVersion = 1;

export interface FitOptions {
  readonly parameters?: Parameters;
  /** One a viewer, 1 each when left out. */
  readonly viewerWeights?: Float32Array;
  /** Bytes that the five matrices may hold together. */
  readonly budget?: number;
  /** The most films: their square is what it costs in memory, their cube in time. */
  readonly most?: number;
  readonly ials?: IalsOptions;
  /** The pool to work on; one is made, and ended, when it is left out. */
  readonly pool?: Pool;
  readonly multiply?: MatMul;
  /** Told after each step: what was done, in how many seconds. */
  readonly onStep?: (step: string, seconds: number) => void;
}

/** The five matrices of a catalogue of 20 000 films in this many bytes, so that with the content model all stay under 150 MB: 250 weights a film and bucket. */
const defaultBudget = 100e6;
const mostKept = 1000;
/** With more likes than this the matrices know as much as the factors: on Letterboxd they add nothing, and take twice as long (docs/models.md). */
const factorsUpTo = 2_000_000;
/** How many weights are kept a film and bucket. */
export function keptOf(films: number, budget = defaultBudget): number {
  return Math.max(1, Math.min(mostKept, Math.floor(budget / bucketNames.length / 4 / Math.max(1, films))));
}

/** Three matrices of the square of it fit the memory of the kernels. */
export const mostFilms = 16_000;

/**
 * Trains the collaborative model: one linear model a basket bucket (solve.ts), each the best answer in expectation to a basket of its size.
 * Deterministic: the number of threads changes no byte, the order of the viewers and of the films nothing but rounding.
 * @param allLikes viewers x films, 1 a like, no repeats; films that nobody likes, and beyond the 16 000 most liked, are left out
 * @param allFilms their identifiers, one a column
 * @returns the model file: see openCollaborative
 */
export async function fitCollaborative(
  allLikes: Csr,
  allFilms: readonly string[],
  options: FitOptions = {},
): Promise<Buffer> {
  const { likes, films } = mostLiked(allLikes, allFilms, options.most ?? mostFilms);
  const { parameters = defaultParameters, budget = defaultBudget, onStep = () => {} } = options;
  const pool = options.pool ?? createPool();
  const n = films.length;
  const keep = keptOf(n, budget);
  const arrays: Record<string, ArtefactArray> = {};
  const common = commonKeeper(pool, likes, parameters, { ...options, onStep });
  try {
    const solved = new Map<BucketParameters, Solved>();
    for (const name of bucketNames) {
      // Buckets of the very same parameters are solved once.
      const known = solved.get(parameters[name]);
      const shared = known === undefined ? await common.of(name) : undefined;
      const started = performance.now();
      const { weights, intercept } =
        known ?? (await teach(pool, likes, parameters[name], { ...options, keep }, shared));
      solved.set(parameters[name], { weights, intercept });
      Object.assign(arrays, packedArrays(name, weights), { [`${name}.intercept`]: intercept });
      onStep(`baskets of ${name}`, (performance.now() - started) / 1000);
    }
  } finally {
    common.free();
    if (options.pool === undefined) await pool[Symbol.asyncDispose]();
  }
  if (likes.indices.length <= factorsUpTo && bucketNames.some((name) => parameters[name].factors > 0)) {
    const started = performance.now();
    arrays['ials'] = new Uint8Array(await fitIals(likes, films, options.ials));
    onStep('iALS', (performance.now() - started) / 1000);
  }
  const ids = Buffer.from(JSON.stringify(films));
  return encodeArtefact({
    header: {
      kind: 'collaborative',
      version: collaborativeVersion,
      vocabulary: createHash('sha256').update(ids).digest('hex'),
      viewers: likes.rows,
      likes: likes.indices.length,
      parameters,
    },
    arrays: { films: new Uint8Array(ids), popularity: popularityOf(likes, options.viewerWeights), ...arrays },
  });
}

async function teach(
  pool: Pool,
  likes: Csr,
  { teach: how, viewerExponent }: BucketParameters,
  { viewerWeights, multiply, keep }: FitOptions & { readonly keep: number },
  common: CommonMoments | undefined,
): Promise<Solved> {
  const options = { keep, ...(multiply === undefined ? {} : { multiply }) };
  if (!('draw' in how)) return denoise(pool, likes, { ...how, viewerExponent }, { ...options, viewerWeights });
  const moments = await expectMoments(pool, likes, { draw: how.draw, viewerExponent }, viewerWeights, common);
  return solveMoments(pool, moments, how, options);
}

/** What buckets that draw so many films of viewers weighed alike have in common, worked out once, and held until a bucket needs another or none. */
function commonKeeper(
  pool: Pool,
  likes: Csr,
  parameters: Parameters,
  {
    viewerWeights,
    onStep,
  }: Pick<FitOptions, 'viewerWeights'> & { readonly onStep: (step: string, seconds: number) => void },
): { of(name: BucketName): Promise<CommonMoments | undefined>; free(): void } {
  let held: { readonly exponent: number; readonly common: CommonMoments } | undefined;
  const filmsOf = ({ teach: how }: BucketParameters): number =>
    'draw' in how && 'films' in how.draw ? how.draw.films : 0;
  const free = (): void => {
    if (held !== undefined) pool.free(held.common.both);
    held = undefined;
  };
  return {
    free,
    async of(name) {
      const { viewerExponent: exponent } = parameters[name];
      const alike = bucketNames
        .map((other) => parameters[other])
        .filter((other) => filmsOf(other) > 0 && other.viewerExponent === exponent);
      const shares = filmsOf(parameters[name]) > 0 && alike.length > 1;
      if (shares && held?.exponent === exponent) return held.common;
      free();
      if (!shares) return undefined;
      const started = performance.now();
      const most = Math.max(...alike.map(filmsOf));
      const common = await commonMoments(pool, likes, { most, viewerExponent: exponent }, viewerWeights);
      held = { exponent, common };
      onStep('films liked together', (performance.now() - started) / 1000);
      return common;
    },
  };
}

/** How many viewers teach, each counting as much as they weigh. */
const viewersIn = ({ rows }: Csr, weights?: Float32Array): number => weights?.reduce((sum, w) => sum + w, 0) ?? rows;

/** The columns that somebody likes, the most liked when there are more than `most`; in their order. */
function mostLiked(likes: Csr, films: readonly string[], most: number): { likes: Csr; films: readonly string[] } {
  const counts = new Float64Array(films.length);
  for (const film of likes.indices) counts[film] = (counts[film] ?? 0) + 1;
  for (const [film, count] of counts.entries()) if (count === 0) counts[film] = -Infinity;
  const kept = topK(counts, most).toSorted();
  if (kept.length === films.length) return { likes, films };
  return { likes: keepColumns(likes, kept), films: Array.from(kept, (film) => films[film] ?? '') };
}

/** The share of the viewers who like each film, shrunk so that none is 0. */
function popularityOf(likes: Csr, weights?: Float32Array): Float32Array {
  const { rows, columns, indptr, indices } = likes;
  const counts = new Float64Array(columns);
  for (let viewer = 0; viewer < rows; viewer++)
    for (let at = indptr[viewer] ?? 0; at < (indptr[viewer + 1] ?? 0); at++)
      counts[indices[at] ?? 0] = (counts[indices[at] ?? 0] ?? 0) + (weights?.[viewer] ?? 1);
  const all = viewersIn(likes, weights) + 1;
  return Float32Array.from(counts, (count) => (count + 0.5) / all);
}
