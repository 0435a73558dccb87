import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { benjaminiHochberg } from '#kernels/statistics/false-discovery.ts';
import { logOdds } from '#kernels/statistics/log-odds.ts';
import { twoSided } from '#kernels/statistics/normal.ts';
import { seededRandom } from '#kernels/random.ts';
import { assertCovers, assertFails } from './simulate.ts';

const at = (values: ArrayLike<number>, k: number): number => values[k] ?? Number.NaN;

test('two traits worked by hand', () => {
  const target = Float64Array.of(8, 1);
  const rest = Float64Array.of(18, 78);
  const prior = Float64Array.of(2, 1);
  // Of 9 and 96 draws with a prior of 3: odds 10 / 2 against 20 / 79.
  const draws = logOdds(target, rest, prior);
  assert.ok(Math.abs(at(draws.delta, 0) - Math.log(5 / (20 / 79))) < 1e-12);
  assert.ok(Math.abs(at(draws.variance, 0) - (1 / 10 + 1 / 2 + 1 / 20 + 1 / 79)) < 1e-12);
  assert.ok(Math.abs(at(draws.z, 0) - at(draws.delta, 0) / Math.sqrt(at(draws.variance, 0))) < 1e-12);
  // Of 10 and 100 films with a prior of 10: odds 10 / 10 against 20 / 90.
  const films = logOdds(target, rest, prior, { target: 10, rest: 100, prior: 10 });
  assert.ok(Math.abs(at(films.delta, 0) - Math.log(90 / 20)) < 1e-12);
  assert.ok(Math.abs(at(films.variance, 0) - (1 / 10 + 1 / 10 + 1 / 20 + 1 / 90)) < 1e-12);
});

test('a trait of films is two categories of a multinomial: with it, and without', () => {
  const count = fc.integer({ min: 0, max: 50 });
  fc.assert(
    fc.property(count, count, count, count, fc.double({ min: 0.1, max: 9, noNaN: true }), (a, b, c, d, worth) => {
      const two = logOdds(Float64Array.of(a, b), Float64Array.of(c, d), Float64Array.of(worth, 2 * worth));
      const sizes = { target: a + b, rest: c + d, prior: 3 * worth };
      const one = logOdds(Float64Array.of(a), Float64Array.of(c), Float64Array.of(worth), sizes);
      for (const key of ['delta', 'variance', 'z'] as const)
        assert.ok(Math.abs(at(one[key], 0) - at(two[key], 0)) < 1e-9);
      assert.ok(Math.abs(at(two.delta, 0) + at(two.delta, 1)) < 1e-9);
      const swapped = logOdds(Float64Array.of(c), Float64Array.of(a), Float64Array.of(worth), {
        ...sizes,
        target: c + d,
        rest: a + b,
      });
      assert.ok(Math.abs(at(swapped.z, 0) + at(one.z, 0)) < 1e-9);
    }),
  );
});

const shares = [0.5, 0.32, 0.17, 0.15, 0.12, 0.1, 0.08, 0.06, 0.05, 0.04, 0.03, 0.03, 0.02, 0.02];
const logit = (p: number): number => Math.log(p / (1 - p));
const shifted = (p: number, by: number): number => 1 / (1 + Math.exp(-logit(p) - by));
const targetFilms = 250;
const restFilms = 4000;

/** Counts by trait of films whose traits come together: a trait is told, three times in ten, by a number they share. */
function drawFilms(n: number, of: readonly number[], random: () => number): Float64Array {
  const counts = new Float64Array(of.length);
  for (let film = 0; film < n; film++) {
    const kind = random();
    for (let k = 0; k < of.length; k++) {
      const share = at(of, k);
      const told = random() < 0.3 ? (k % 2 === 0 ? kind : 1 - kind) : random();
      if (told < share) counts[k] = at(counts, k) + 1;
    }
  }
  return counts;
}

/** A prior worth `worth` films, in proportion to all. */
const priorOf = (target: Float64Array, rest: Float64Array, worth: number): Float64Array =>
  target.map((count, k) => (worth * (count + at(rest, k) + 0.5)) / (targetFilms + restFilms + 1));

/** By trait, how often the interval of each form holds the truth of that form. */
function coverages(of: readonly number[], worth: number, runs: number): { films: number[]; words: number[] } {
  const random = seededRandom(31);
  const held = { films: of.map(() => 0), words: of.map(() => 0) };
  const total = (some: readonly number[]): number => some.reduce((sum, one) => sum + one, 0);
  const word = (some: readonly number[], k: number): number => logit(at(some, k) / total(some));
  for (let run = 0; run < runs; run++) {
    const target = drawFilms(targetFilms, of, random);
    const rest = drawFilms(restFilms, shares, random);
    const prior = priorOf(target, rest, worth);
    const sizes = { target: targetFilms, rest: restFilms, prior: worth };
    for (const [key, found, truth] of [
      ['films', logOdds(target, rest, prior, sizes), (k: number) => logit(at(of, k)) - logit(at(shares, k))],
      ['words', logOdds(target, rest, prior), (k: number) => word(of, k) - word(shares, k)],
    ] as const)
      for (const k of of.keys())
        if (Math.abs(at(found.delta, k) - truth(k)) <= 1.959964 * Math.sqrt(at(found.variance, k)))
          held[key][k] = at(held[key], k) + 1 / runs;
  }
  return held;
}

const average = (some: readonly number[]): number => some.reduce((sum, one) => sum + one, 0) / some.length;
const planted = shares.map((_, k) => (k % 4 === 1 ? 0.7 : k % 4 === 3 ? -0.4 : 0));
const plantedShares = shares.map((p, k) => shifted(p, at(planted, k)));

test('P7: the interval of a log-odds difference covers the truth in 95 ± 2 % of simulated catalogues', () => {
  const weak = coverages(plantedShares, 10, 400);
  assertCovers(average(weak.films), 'all traits');
  // 400 runs of one trait: three standard errors more, and rare traits cover more than asked.
  for (const [k, share] of weak.films.entries()) assert.ok(share > 0.93 - 0.033, `trait ${k}: ${share}`);
  assertCovers(average(weak.films.slice(0, 6)), 'the frequent traits');
  // Films counted as words: the interval of the commonest trait is far too wide.
  assertFails(at(weak.words, 0), 'the commonest trait, as a word');
  // A prior worth as much as the target: drawn to 0, the interval misses what was planted.
  const strong = coverages(plantedShares, targetFilms, 150);
  assertFails(at(strong.films, 1), 'a planted trait under a heavy prior');
});

test('P7: planted traits are found, none invented at a false discovery rate of 5 %', () => {
  const tally = (
    of: readonly number[],
    isTrue: (k: number) => boolean,
    { bySizes = true, control = true, runs = 400 } = {},
  ) => {
    const random = seededRandom(41);
    let [rate, any, found] = [0, 0, 0];
    for (let run = 0; run < runs; run++) {
      const target = drawFilms(targetFilms, of, random);
      const rest = drawFilms(restFilms, shares, random);
      const sizes = { target: targetFilms, rest: restFilms, prior: 10 };
      const { z } = logOdds(target, rest, priorOf(target, rest, 10), ...(bySizes ? [sizes] : []));
      const p = z.map(twoSided);
      const told = [...(control ? benjaminiHochberg(p) : p).entries()].filter(([, q]) => q <= 0.05).map(([k]) => k);
      const wrong = told.filter((k) => !isTrue(k)).length;
      rate += wrong / Math.max(1, told.length) / runs;
      any += Number(wrong > 0) / runs;
      found += (told.length - wrong) / runs;
    }
    return { rate, any, found };
  };
  // Three standard errors of 400 runs at 5 %.
  const bound = 0.05 + 3 * Math.sqrt((0.05 * 0.95) / 400);
  const nothing = tally(shares, () => false);
  assert.ok(nothing.any <= bound, `without a planted trait, a discovery in ${nothing.any} of the runs`);
  assert.ok(tally(shares, () => false, { control: false, runs: 100 }).any > 0.3, 'without control, discoveries abound');

  const strong = shares.map((p, k) => shifted(p, k === 0 || k === 5 ? 1.2 : 0));
  const isTrue = (k: number): boolean => k === 0 || k === 5;
  const some = tally(strong, isTrue);
  assert.ok(some.rate <= bound, `a false discovery rate of ${some.rate}`);
  assert.ok(some.found > 1.98, `${some.found} of 2 planted traits found`);
  // As words, shares sum to 1: a common trait planted makes others seem rare.
  assert.ok(
    tally(strong, isTrue, { bySizes: false, runs: 150 }).rate > bound,
    'films counted as words would pass this test',
  );
});
