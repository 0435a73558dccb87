import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { seededRandom } from '#kernels/random.ts';
import { changePoints } from '#kernels/statistics/change-points.ts';
import { normals } from './simulate.ts';

const ones = (x: Float64Array): Float64Array => x.map(() => 1);
const years = (n: number, first = 1940): Float64Array => Float64Array.from({ length: n }, (_, k) => first + k);

interface Fit {
  rss: number;
  level: number;
  slope: number;
}

/** The weighted line through some points, by its normal equations. */
function line(x: readonly number[], y: readonly number[], w: readonly number[]): Fit {
  const sum = (of: (k: number) => number): number => x.reduce((all, _, k) => all + (w[k] ?? 0) * of(k), 0);
  const [atX, atY] = [(k: number) => x[k] ?? 0, (k: number) => y[k] ?? 0];
  const weight = sum(() => 1);
  const [meanX, meanY] = [sum(atX) / weight, sum(atY) / weight];
  const slope = sum((k) => (atX(k) - meanX) * (atY(k) - meanY)) / sum((k) => (atX(k) - meanX) ** 2);
  return {
    rss: sum((k) => (atY(k) - meanY - slope * (atX(k) - meanX)) ** 2),
    slope,
    level: meanY + slope * (atX(0) - meanX),
  };
}

/** Every placing of `changes` starts with lines of `least` points. */
function placings(n: number, changes: number, least: number, first = 0): number[][] {
  if (changes === 0) return n - first >= least ? [[first]] : [];
  const found: number[][] = [];
  for (let next = first + least; next <= n - least; next++)
    for (const rest of placings(n, changes - 1, least, next)) found.push([first, ...rest]);
  return found;
}

test('the lines are those of the best of all placings of so many changes', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 12, max: 20 }),
      fc.integer({ min: 0, max: 8 }),
      fc.integer({ min: 0, max: 8 }),
      fc.nat(),
      (n, slope, jump, seed) => {
        const random = seededRandom(seed);
        const x = Array.from({ length: n }, (_, k) => 1990 + k + (k > 6 ? 2 : 0));
        const w = x.map(() => 0.2 + random());
        const y = x.map((one, k) => slope * 0.1 * (one - 1990) + (k > n / 2 ? jump : 0) + random());
        const found = changePoints(Float64Array.from(x), Float64Array.from(y), Float64Array.from(w), {
          most: 2,
          least: 4,
        });
        const fits = placings(n, found.at.length, 4).map((starts) =>
          starts.map((start, k) =>
            line(x.slice(start, starts[k + 1]), y.slice(start, starts[k + 1]), w.slice(start, starts[k + 1])),
          ),
        );
        const left = (some: readonly Fit[]): number => some.reduce((sum, one) => sum + one.rss, 0);
        const best = fits.reduce((least, one) => (left(one) < left(least) ? one : least));
        assert.equal(found.level.length, found.at.length + 1);
        for (const [k, one] of best.entries()) {
          assert.ok(Math.abs((found.level[k] ?? Number.NaN) - one.level) < 1e-6);
          assert.ok(Math.abs((found.slope[k] ?? Number.NaN) - one.slope) < 1e-6);
        }
      },
    ),
  );
});

test('broken lines without noise are found where they break', () => {
  const x = years(80);
  const y = x.map((year) => (year < 1970 ? 90 + 0.5 * (year - 1940) : year < 1995 ? 80 : 120 - 0.4 * (year - 1995)));
  const found = changePoints(x, y, ones(x));
  assert.deepEqual(found.at, [1970, 1995]);
  for (const [k, level] of [90, 80, 120].entries()) assert.ok(Math.abs((found.level[k] ?? 0) - level) < 1e-6);
  for (const [k, slope] of [0.5, 0, -0.4].entries()) assert.ok(Math.abs((found.slope[k] ?? 9) - slope) < 1e-6);
  assert.deepEqual(changePoints(x, y, ones(x), { most: 0 }).at, []);
});

test('one straight line, a constant, few points, none', () => {
  const x = years(60);
  for (const y of [x.map((year) => 0.1 * year), x.map(() => 12_345.678), x.map((year) => 1e9 * year)])
    assert.deepEqual(changePoints(x, y, ones(x)).at, []);
  assert.deepEqual(changePoints(years(1), Float64Array.of(7), Float64Array.of(1)), { at: [], level: [7], slope: [0] });
  const two = changePoints(years(2), Float64Array.of(7, 9), Float64Array.of(1, 1));
  assert.deepEqual([two.at, two.level.map(Math.round), two.slope.map(Math.round)], [[], [7], [2]]);
  const none = { at: [], level: [], slope: [] };
  assert.deepEqual(changePoints(new Float64Array(0), new Float64Array(0), new Float64Array(0)), none);
  assert.deepEqual(changePoints(x, x, new Float64Array(60)), none);
});

test('a point of weight 0 is as if it were not there, whatever it holds', () => {
  const x = years(40);
  const y = x.map((year) => (year < 1960 ? 100 : 60 + 0.01 * year + (year % 3)));
  const w = x.map((year) => (year % 7 === 0 ? 0 : 1));
  const holes = y.map((value, k) => (w[k] === 0 ? Number.NaN : value));
  const some = [...x.keys()].filter((k) => w[k] === 1);
  const taken = (values: Float64Array): Float64Array => Float64Array.from(some, (k) => values[k] ?? Number.NaN);
  assert.deepEqual(changePoints(x, holes, w), changePoints(taken(x), taken(y), taken(w)));
});

test('P7: on noise about a line no change is invented, and a planted one is found near its place', () => {
  const normal = normals(seededRandom(61));
  const x = years(70);
  const share = (runs: number, alike: number, mean: (year: number) => number, right: (at: number[]) => boolean) => {
    let count = 0;
    for (let run = 0; run < runs; run++) {
      let noise = normal();
      const y = x.map((year) => {
        noise = alike * noise + Math.sqrt(1 - alike * alike) * normal();
        return mean(year) + 2 * noise;
      });
      if (right(changePoints(x, y, ones(x)).at)) count++;
    }
    return count / runs;
  };
  const trend = (year: number): number => 90 + 0.1 * (year - 1940);
  const any = (at: number[]): boolean => at.length > 0;
  assert.ok(share(400, 0, trend, any) <= 0.05);
  // Years that resemble their neighbours tempt: the plain BIC invents a change in four runs of ten.
  assert.ok(share(400, 0.3, trend, any) <= 0.2);
  const bend = (year: number): number => 90 + 0.5 * Math.min(30, year - 1940);
  assert.ok(share(200, 0, bend, (at) => at.length === 1 && Math.abs((at[0] ?? 0) - 1970) <= 12) > 0.9);
  const jump = (year: number): number => (year < 1980 ? 90 : 97);
  assert.ok(share(200, 0, jump, (at) => at.length === 1 && Math.abs((at[0] ?? 0) - 1980) <= 2) > 0.85);
});
