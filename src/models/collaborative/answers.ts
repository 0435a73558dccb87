import { addLogLift, addRow, logInPlace, tangentLog } from '#kernels/fold-in.ts';
import type { Ials } from '#models/collaborative/ials-model.ts';
import { packedWeight, packRows, type PackedRows } from '#models/collaborative/packed-rows.ts';
import type { BucketParameters } from '#models/collaborative/parameters.ts';
import type { Basket } from '#models/model.ts';

/** One matrix and how it is asked. */
export interface Bucket {
  readonly parameters: Pick<BucketParameters, 'lift' | 'liftStrength' | 'itemExponent' | 'factors'>;
  readonly weights: PackedRows;
  readonly intercept: Float32Array;
}

/** What the matrices answer, each by its place; baskets hold columns without repeats. */
export interface Answers {
  /** ln(linear score) + lift x log-linear score + factors x ln(iALS). @param into a film each, overwritten */
  score(place: number, basket: Basket, into: Float32Array): void;
  /** What each liked film brought to one film's score, of either sign, in the order of `liked`: the derivative of the logarithms. */
  parts(place: number, basket: Basket, film: number): number[];
  /** How many times as likely film b is to be liked by someone who likes a than by anyone; never under the least lift. */
  together(a: number, b: number): number;
}

/** What a disliked film takes away, beside what a liked one brings. */
const dislikeWeight = 0.5;
/** A film is held to be at least this many times as likely beside another as without it. */
const leastLift = 0.02;
/** Under this share of a viewer's interest the logarithm goes on straight. */
const floor = 1e-4;
/** The same for what iALS gives. */
const factorFloor = 0.01;

/** @param buckets the first is that of one film, from which the lifts are taken */
export function createAnswers(buckets: readonly Bucket[], popularity: Float32Array, ials: Ials | null): Answers {
  const n = popularity.length;
  const at = (place: number): Bucket => buckets[place] ?? emptyBucket;
  const single = at(0);
  const logPopularity = popularity.map((share) => Math.log(share));
  // Where nothing is kept of a pair, beside i film j is as likely as its intercept says.
  const base = single.intercept.map((value, j) => Math.max(value, leastLift * (popularity[j] ?? 0)));
  const away = base.map((value, j) => Math.log(value) - (logPopularity[j] ?? 0));
  const sum = new Float32Array(n);
  const factored = new Float32Array(n);

  return {
    score(place, { liked, disliked }, into) {
      const { parameters, weights, intercept } = at(place);
      const { lift, factors } = parameters;
      const weight = liftWeight(parameters, liked.length);
      into.set(liked.length + disliked.length === 0 ? popularity : intercept);
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
      if (ials !== null && factors > 0) {
        ials.score({ liked, disliked }, factored);
        for (let j = 0; j < n; j++) sum[j] = (sum[j] ?? 0) + factors * tangentLog(factored[j] ?? 0, factorFloor);
      }
      logInPlace(into, floor, sum);
    },
    parts(place, basket, film) {
      const { parameters, weights, intercept } = at(place);
      const brought = basket.liked.map((from) => packedWeight(weights, from, film));
      const value = Math.max(
        floor,
        brought.reduce((total, part) => total + part, intercept[film] ?? 0),
      );
      const weight = liftWeight(parameters, basket.liked.length);
      const others = ials !== null && parameters.factors > 0 ? ials.contributions(basket, film) : null;
      const reached = Math.max(factorFloor, others?.reduce((total, part) => total + part, 0) ?? 0);
      return brought.map((part, order) => {
        const ratio = 1 + packedWeight(single.weights, basket.liked[order] ?? 0, film) / (base[film] ?? 1);
        const lifted = weight > 0 ? weight * Math.log(Math.max(leastLift, ratio)) : 0;
        return part / value + lifted + (parameters.factors * (others?.[order] ?? 0)) / reached;
      });
    },
    together: (a, b) =>
      Math.max(leastLift, ((single.intercept[b] ?? 0) + packedWeight(single.weights, a, b)) / (popularity[b] ?? 1)),
  };
}

/** The weight of one film's lift: past ten films, more of them do not make the log-linear score any surer. */
const liftWeight = ({ lift, liftStrength }: Bucket['parameters'], k: number): number =>
  (lift * liftStrength) / Math.max(1, k / 10);

const emptyBucket: Bucket = {
  parameters: { lift: 0, liftStrength: 0, itemExponent: 0, factors: 0 },
  weights: packRows([], 0),
  intercept: new Float32Array(0),
};
