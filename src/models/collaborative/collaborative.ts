import { z } from 'zod';
import { decodeArtefact, type ArtefactArray } from '#kernels/artefact.ts';
import { createAnswers, type Bucket } from '#models/collaborative/answers.ts';
import { bucketNames, bucketOf } from '#models/collaborative/buckets.ts';
import { collaborativeVersion } from '#models/collaborative/fit.ts';
import { openIals, type Ials } from '#models/collaborative/ials-model.ts';
import { packedBytes, packedFrom } from '#models/collaborative/packed-rows.ts';
import type { Basket, Dials } from '#models/model.ts';

/** A model of what people like together, on identifiers of its own: dense indices here are its columns. */
export interface CollaborativeModel {
  readonly films: readonly string[];
  readonly viewers: number;
  /** Fingerprint of the identifiers. */
  readonly vocabulary: string;
  /** Bytes held by its arrays. */
  readonly bytes: number;
  /** Share of the viewers who like each film. */
  readonly popularity: Float32Array;
  indexOf(id: string): number | undefined;
  /**
   * A score a film, higher is better: a log-probability up to a constant. Repeats and indices out of range are left aside; an empty basket
   * is answered by popularity. @param into one value a film, overwritten
   */
  score(basket: Basket, into: Float32Array, dials?: Dials): void;
  /**
   * What each liked film brought to the score of a film, >= 0, in the order of `basket.liked`. When the film is there for what everyone thinks of
   * it, and no liked film speaks for it: the share of those who liked each of them that like it too.
   */
  contributions(basket: Basket, film: number): Float32Array;
  /** How many times as likely film b is to be liked by someone who likes a than by anyone. */
  together(a: number, b: number): number;
}

const headerShape = z.object({
  viewers: z.number(),
  vocabulary: z.string(),
  parameters: z.record(
    z.enum(bucketNames),
    z.object({
      lift: z.number(),
      liftStrength: z.number(),
      itemExponent: z.number(),
      factors: z.number(),
    }),
  ),
});

/** How far the visitor's dial moves the exponent of popularity at its ends. */
const dialReach = 0.6;

/** Opens a model file. @returns the model, or the reason why it is refused, as the end of a sentence */
export function openCollaborative(buffer: Buffer): CollaborativeModel | string {
  const artefact = decodeArtefact(buffer, { kind: 'collaborative', version: collaborativeVersion });
  if (typeof artefact === 'string') return artefact;
  const header = headerShape.safeParse(artefact.header);
  const films = readFilms(artefact.arrays['films']);
  const popularity = artefact.arrays['popularity'];
  if (!header.success || films === null || !(popularity instanceof Float32Array) || popularity.length !== films.length)
    return 'it does not hold what a collaborative model holds';
  const buckets: Bucket[] = [];
  for (const name of bucketNames) {
    const weights = packedFrom(name, artefact.arrays, films.length);
    const intercept = artefact.arrays[`${name}.intercept`];
    const parameters = header.data.parameters[name];
    if (weights === null || !(intercept instanceof Float32Array) || intercept.length !== films.length)
      return `the matrix for baskets of ${name} is missing or damaged`;
    buckets.push({ weights, intercept, parameters });
  }
  const ials = readIals(artefact.arrays['ials']);
  if (typeof ials === 'string') return ials;
  if (ials !== null && ials.films.length !== films.length) return 'its factors are of other films';
  return modelOf(films, popularity, buckets, { ...header.data, ials });
}

function readIals(array: ArtefactArray | undefined): Ials | null | string {
  return array === undefined ? null : openIals(Buffer.from(array.buffer, array.byteOffset, array.byteLength));
}

function modelOf(
  films: readonly string[],
  popularity: Float32Array,
  buckets: readonly Bucket[],
  { viewers, vocabulary, ials }: { viewers: number; vocabulary: string; ials: Ials | null },
): CollaborativeModel {
  const n = films.length;
  const places = new Map(films.map((id, place) => [id, place]));
  const logPopularity = popularity.map((share) => Math.log(share));
  const answers = createAnswers(buckets, popularity, ials);
  const beside = new Float32Array(n);
  const known = (film: number): boolean => Number.isInteger(film) && film >= 0 && film < n;
  const knownOnce = (list: readonly number[]): number[] => [...new Set(list)].filter(known);

  return {
    films,
    viewers,
    vocabulary,
    popularity,
    bytes: buckets.reduce(
      (total, { weights, intercept }) => total + packedBytes(weights) + intercept.byteLength,
      ials?.bytes ?? 0,
    ),
    indexOf: (id) => places.get(id),
    score(basket, into, dials = {}) {
      const [liked, disliked] = [knownOnce(basket.liked), knownOnce(basket.disliked)];
      const { bucket, next } = bucketOf(liked.length);
      answers.score(bucket, { liked, disliked }, into);
      if (next > 0) {
        answers.score(bucket + 1, { liked, disliked }, beside);
        for (let j = 0; j < n; j++) into[j] = (into[j] ?? 0) + next * (beside[j] ?? 0);
      }
      const exponent = (buckets[bucket]?.parameters.itemExponent ?? 0) - dialReach * (dials.popularity ?? 0);
      if (exponent !== 0) for (let j = 0; j < n; j++) into[j] = (into[j] ?? 0) - exponent * (logPopularity[j] ?? 0);
    },
    together: (a, b) => (known(a) && known(b) ? answers.together(a, b) : 1),
    contributions(basket, film) {
      const out = new Float32Array(basket.liked.length);
      if (!known(film)) return out;
      const liked = knownOnce(basket.liked);
      const { bucket, next } = bucketOf(liked.length);
      const asked = { liked, disliked: knownOnce(basket.disliked) };
      const parts = answers.parts(bucket, asked, film);
      if (next > 0) {
        const more = answers.parts(bucket + 1, asked, film);
        for (const [at, part] of more.entries()) parts[at] = (parts[at] ?? 0) + next * part;
      }
      const told = parts.some((part) => part > 0)
        ? parts.map((part) => Math.max(0, part))
        : liked.map((from) => (popularity[film] ?? 0) * answers.together(from, film));
      for (const [at, from] of liked.entries()) out[basket.liked.indexOf(from)] = told[at] ?? 0;
      return out;
    },
  };
}

function readFilms(array: ArtefactArray | undefined): string[] | null {
  if (!(array instanceof Uint8Array)) return null;
  try {
    return z.array(z.string()).parse(JSON.parse(Buffer.from(array).toString('utf8')));
  } catch {
    return null;
  }
}
