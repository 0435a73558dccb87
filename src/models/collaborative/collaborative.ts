import { z } from 'zod';
import { decodeArtefact, type ArtefactArray } from '#kernels/artefact.ts';
import { addLogLift, addRow, logInPlace, tangentLog } from '#kernels/fold-in.ts';
import { bucketNames, bucketOf } from '#models/collaborative/buckets.ts';
import { collaborativeVersion } from '#models/collaborative/fit.ts';
import { openIals, type Ials } from '#models/collaborative/ials-model.ts';
import { packedBytes, packedFrom, packedWeight, type PackedRows } from '#models/collaborative/packed-rows.ts';
import type { BucketParameters } from '#models/collaborative/parameters.ts';
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

/** How a bucket is asked. */
type Asked = Pick<BucketParameters, 'lift' | 'liftStrength' | 'itemExponent' | 'factors'>;

interface Bucket {
  readonly parameters: Asked;
  readonly weights: PackedRows;
  readonly intercept: Float32Array;
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

/** What a disliked film takes away, beside what a liked one brings. */
const dislikeWeight = 0.5;
/** A film is held to be at least this many times as likely beside another as without it. */
const leastLift = 0.02;
/** Under this share of a viewer's interest the logarithm goes on straight. */
const floor = 1e-4;
/** The same for what iALS gives. */
const factorFloor = 0.01;
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
  const [single = emptyBucket] = buckets;
  // Where nothing is kept of a pair, beside i film j is as likely as its intercept says.
  const base = single.intercept.map((value, j) => Math.max(value, leastLift * (popularity[j] ?? 0)));
  const away = base.map((value, j) => Math.log(value) - (logPopularity[j] ?? 0));
  const sum = new Float32Array(n);
  const factored = new Float32Array(n);
  const known = (film: number): boolean => Number.isInteger(film) && film >= 0 && film < n;

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
      const liked = [...new Set(basket.liked)].filter(known);
      const disliked = [...new Set(basket.disliked)].filter(known);
      const { parameters, weights, intercept } = buckets[bucketOf(liked.length)] ?? single;
      const { lift } = parameters;
      const weight = liftWeight(parameters, liked.length);
      const exponent = parameters.itemExponent - dialReach * (dials.popularity ?? 0);
      if (liked.length + disliked.length === 0) into.set(popularity);
      else into.set(intercept);
      for (const film of liked) addRow(into, weights, film, 1);
      for (const film of disliked) addRow(into, weights, film, -dislikeWeight);
      sum.fill(0);
      if (lift > 0) {
        for (const film of liked) addLogLift(sum, single.weights, film, { base, weight, least: leastLift });
        for (const film of disliked)
          addLogLift(sum, single.weights, film, { base, weight: -dislikeWeight * weight, least: leastLift });
        const times = weight * (liked.length - dislikeWeight * disliked.length);
        for (let j = 0; j < n; j++) sum[j] = (sum[j] ?? 0) + times * (away[j] ?? 0) + lift * (logPopularity[j] ?? 0);
      }
      if (ials !== null && parameters.factors > 0) {
        ials.score({ liked, disliked }, factored);
        for (let j = 0; j < n; j++)
          sum[j] = (sum[j] ?? 0) + parameters.factors * tangentLog(factored[j] ?? 0, factorFloor);
      }
      if (exponent !== 0) for (let j = 0; j < n; j++) sum[j] = (sum[j] ?? 0) - exponent * (logPopularity[j] ?? 0);
      logInPlace(into, floor, sum);
    },
    together: (a, b) =>
      known(a) && known(b)
        ? ((single.intercept[b] ?? 0) + packedWeight(single.weights, a, b)) / (popularity[b] ?? 1)
        : 1,
    contributions(basket, film) {
      const out = new Float32Array(basket.liked.length);
      if (!known(film)) return out;
      const liked = new Set(basket.liked.filter(known));
      const { parameters, weights, intercept } = buckets[bucketOf(liked.size)] ?? single;
      const brought = [...liked].map((from) => packedWeight(weights, from, film));
      const value = Math.max(
        floor,
        brought.reduce((total, part) => total + part, intercept[film] ?? 0),
      );
      const weight = liftWeight(parameters, liked.size);
      const others = ials !== null && parameters.factors > 0 ? ials.contributions(basket, film) : null;
      const reached = Math.max(factorFloor, others?.reduce((total, part) => total + part, 0) ?? 0);
      for (const [place, from] of [...liked].entries()) {
        const ratio = 1 + packedWeight(single.weights, from, film) / (base[film] ?? 1);
        const part = (brought[place] ?? 0) / value + (weight > 0 ? weight * Math.log(Math.max(leastLift, ratio)) : 0);
        const at = basket.liked.indexOf(from);
        out[at] = Math.max(0, part + (parameters.factors * (others?.[at] ?? 0)) / reached);
      }
      if (out.every((part) => part === 0))
        for (const from of liked)
          out[basket.liked.indexOf(from)] = Math.max(
            0,
            (single.intercept[film] ?? 0) + packedWeight(single.weights, from, film),
          );
      return out;
    },
  };
}

/** The weight of one film's lift: past ten films, more of them do not make the log-linear score any surer. */
const liftWeight = ({ lift, liftStrength }: Asked, k: number): number => (lift * liftStrength) / Math.max(1, k / 10);

const emptyBucket: Bucket = {
  parameters: { lift: 0, liftStrength: 0, itemExponent: 0, factors: 0 },
  weights: {
    starts: new Int32Array(1),
    columns: new Uint16Array(0),
    values: new Int16Array(0),
    scales: new Float32Array(0),
  },
  intercept: new Float32Array(0),
};

function readFilms(array: ArtefactArray | undefined): string[] | null {
  if (!(array instanceof Uint8Array)) return null;
  try {
    return z.array(z.string()).parse(JSON.parse(Buffer.from(array).toString('utf8')));
  } catch {
    return null;
  }
}
