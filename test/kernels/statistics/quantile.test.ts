import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { seededRandom } from '#kernels/random.ts';
import { quantileIntervalOfCounts, quantileOfCounts } from '#kernels/statistics/counts.ts';
import { quantile, quantileInterval } from '#kernels/statistics/quantile.ts';
import { assertCovers, coverage, normals } from './simulate.ts';

const part = fc.integer({ min: 0, max: 100 }).map((percent) => percent / 100);
const sortedInts = (least: number, most: number): fc.Arbitrary<number[]> =>
  fc
    .array(fc.integer({ min: 0, max: 12 }), { minLength: least, maxLength: most })
    .map((values) => values.toSorted((a, b) => a - b));

/** Hyndman & Fan, definition 7, from its formula. */
function type7(sorted: readonly number[], p: number): number {
  const h = (sorted.length - 1) * p;
  const low = sorted[Math.floor(h)] ?? Number.NaN;
  return low + (h - Math.floor(h)) * ((sorted[Math.ceil(h)] ?? Number.NaN) - low);
}

/** Every resample of the values, each sorted. */
function resamples(values: readonly number[]): number[][] {
  let all: number[][] = [[]];
  for (let k = 0; k < values.length; k++) all = all.flatMap((some) => values.map((value) => [...some, value]));
  return all.map((some) => some.toSorted((a, b) => a - b));
}

/** The least value that at least `share` of all do not pass. */
function leastReaching(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length - 1e-9) - 1)] ?? Number.NaN;
}

test('a quantile is what its definition says, of values as of counts', () => {
  fc.assert(
    fc.property(sortedInts(1, 60), part, fc.integer({ min: -30, max: 2000 }), (values, p, low) => {
      const expected = type7(values, p);
      assert.ok(Math.abs(quantile(Float64Array.from(values), p) - expected) < 1e-7);
      const counts = new Uint32Array(15);
      for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
      assert.ok(Math.abs(quantileOfCounts(counts, low, p) - low - expected) < 1e-7);
      assert.ok(Math.abs(quantileOfCounts(Float64Array.from(counts), low, p) - low - expected) < 1e-7);
    }),
  );
});

test('quantiles as NumPy and R give them', () => {
  const values = Float64Array.of(1, 2, 4, 8, 16, 32);
  assert.deepEqual(
    [0, 0.1, 0.25, 0.5, 0.75, 0.9, 1].map((p) => quantile(values, p)),
    [1, 1.5, 2.5, 6, 14, 24, 32],
  );
  assert.equal(quantileOfCounts(Uint32Array.of(0, 3, 0, 1), 90, 0.5), 91);
});

test('the interval is that of all resamples, n to the power of n of them', () => {
  fc.assert(
    fc.property(
      sortedInts(1, 5),
      fc.integer({ min: 0, max: 8 }),
      fc.integer({ min: 100, max: 998 }),
      (values, eighth, thousandth) => {
        const n = values.length;
        const p = eighth / 8;
        // No level of which the tails would be a whole number of resamples.
        const level = thousandth / 1000 + 0.00037;
        const all = resamples(values);
        const found = quantileInterval(Float64Array.from(values), p, level);
        const place = (n - 1) * p;
        const end = (of: (some: readonly number[]) => number, share: number): number =>
          leastReaching(all.map(of), share);
        const ofRank = (at: number) => (some: readonly number[]) => some[at] ?? Number.NaN;
        assert.equal(found.low, end(ofRank(Math.floor(place)), (1 - level) / 2));
        assert.equal(found.high, end(ofRank(Math.ceil(place)), (1 + level) / 2));
        // At a whole rank that is the interval of the quantile itself; between two it holds it.
        const exactly = {
          low: end((some) => type7(some, p), (1 - level) / 2),
          high: end((some) => type7(some, p), (1 + level) / 2),
        };
        if (place % 1 === 0) assert.deepEqual(found, exactly);
        assert.ok(found.low <= exactly.low + 1e-9 && exactly.high <= found.high + 1e-9);
      },
    ),
    { numRuns: 60 },
  );
});

test('the interval of counts is that of the values', () => {
  fc.assert(
    fc.property(sortedInts(1, 80), part, (values, p) => {
      const counts = new Uint32Array(13);
      for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
      assert.deepEqual(quantileIntervalOfCounts(counts, 0, p), quantileInterval(Float64Array.from(values), p));
    }),
  );
});

test('of no value nothing is known, of one it is a point, of a great many it is close and quick', () => {
  assert.ok(Number.isNaN(quantile(new Float64Array(0), 0.5)));
  assert.ok(Number.isNaN(quantileOfCounts(new Uint32Array(0), 0, 0.5)));
  assert.ok(Number.isNaN(quantileIntervalOfCounts(new Uint32Array(9), 0, 0.5).low));
  assert.deepEqual(quantileInterval(Float64Array.of(7), 0.5), { low: 7, high: 7 });
  const many = Float64Array.from({ length: 250_000 }, (_, i) => i);
  const { low, high } = quantileInterval(many, 0.5);
  // 1.96 times half the root of n to either side.
  assert.ok(Math.abs(low - 124_510) < 3 && Math.abs(high - 125_490) < 3);
});

/** Lengths of films as they are written: whole minutes, skewed, heaped at 90. */
function drawLength(random: () => number, normal: () => number): number {
  return random() < 0.08 ? 90 : Math.round(60 + Math.exp(3.6 + 0.45 * normal()));
}

test('P7: intervals of the median and the quartiles of whole minutes cover 95 ± 2 %, but for ties at their ends', () => {
  const random = seededRandom(11);
  const normal = normals(random);
  const population = Float64Array.from({ length: 400_000 }, () => drawLength(random, normal)).sort();
  const drawCounts = (n: number): Uint32Array => {
    const counts = new Uint32Array(600);
    for (let k = 0; k < n; k++) {
      const length = drawLength(random, normal);
      counts[length] = (counts[length] ?? 0) + 1;
    }
    return counts;
  };
  /** With the ends, which tied lengths may share with the truth, and without them: 95 % is between the two. */
  const cover = (n: number, p: number, told = 1): { closed: number; open: number } => {
    const truth = quantile(population, p);
    assert.ok(Number.isInteger(truth));
    const intervals = Array.from({ length: 2500 }, () =>
      quantileIntervalOfCounts(
        drawCounts(n).map((count) => told * count),
        0,
        p,
      ),
    );
    const share = (inwards: number): number => {
      const left = intervals.values();
      return coverage(intervals.length, () => {
        const { low, high } = left.next().value ?? { low: Number.NaN, high: Number.NaN };
        return { interval: { low: low + inwards, high: high - inwards }, truth };
      });
    };
    return { closed: share(0), open: share(0.5) };
  };
  for (const [n, p] of [
    [30, 0.5],
    [31, 0.5],
    [60, 0.25],
    [60, 0.5],
    [60, 0.75],
    [300, 0.5],
  ] as const) {
    const { closed, open } = cover(n, p);
    assert.ok(closed >= 0.93 && open <= 0.97, `the ${p} quantile of ${n}: ${open} to ${closed}`);
  }
  // Every film told twice, as a careless join does: the interval looks surer than it is.
  assert.ok(cover(60, 0.5, 2).closed < 0.93, 'the median of films told twice would pass this test');
});

test('P7: of continuous values 95 ± 2 %', () => {
  const normal = normals(seededRandom(12));
  for (const p of [0.25, 0.5, 0.75]) {
    const truth = quantile(Float64Array.from({ length: 400_000 }, () => Math.exp(0.5 * normal())).sort(), p);
    assertCovers(
      coverage(2500, () => {
        const values = Float64Array.from({ length: 60 }, () => Math.exp(0.5 * normal())).sort();
        return { interval: quantileInterval(values, p), truth };
      }),
      `the ${p} quantile of 60`,
    );
  }
});
