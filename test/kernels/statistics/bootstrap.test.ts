import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { seededRandom } from '#kernels/random.ts';
import { bootstrapInterval } from '#kernels/statistics/bootstrap.ts';
import type { Interval } from '#kernels/statistics/interval.ts';
import { assertCovers, assertFails, coverage, normals } from './simulate.ts';

/** The mean of what was picked. */
const meanOf =
  (values: Float64Array) =>
  (pick: Uint32Array): number => {
    let sum = 0;
    for (const i of pick) sum += values[i] ?? Number.NaN;
    return sum / pick.length;
  };

test('picks are n indices below n, each as often; the same seed gives the same interval', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 30 }), fc.nat(), (n, seed) => {
      const met = new Float64Array(n);
      const statistic = (pick: Uint32Array): number => {
        assert.equal(pick.length, n);
        for (const i of pick) met[i] = (met[i] ?? Number.NaN) + 1;
        return pick[0] ?? Number.NaN;
      };
      const first = bootstrapInterval(n, statistic, { replicates: 200, seed });
      assert.ok(met.every((count) => Math.abs(count - 200) < 6 * Math.sqrt(200)));
      assert.deepEqual(bootstrapInterval(n, statistic, { replicates: 200, seed }), first);
    }),
  );
});

test("of many values the interval of a mean is the normal one; of few, Student's", () => {
  const normal = normals(seededRandom(5));
  for (const n of [8, 12, 400]) {
    const values = Float64Array.from({ length: n }, normal);
    const mean = values.reduce((sum, one) => sum + one, 0) / n;
    const error = Math.sqrt(values.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (n - 1) / n);
    const { low, high } = bootstrapInterval(n, meanOf(values), { replicates: 20_000 });
    const student = n === 8 ? 2.364624 : n === 12 ? 2.200985 : 1.965927;
    assert.ok(Math.abs((high - low) / (2 * student * error) - 1) < 0.06, `${n}`);
    assert.ok(low < mean && mean < high);
  }
});

test('a resample without a value is set aside; of nothing nothing is known', () => {
  const statistic = (pick: Uint32Array): number => (pick[0] === 0 ? Number.NaN : 3);
  assert.deepEqual(bootstrapInterval(4, statistic), { low: 3, high: 3 });
  assert.ok(Number.isNaN(bootstrapInterval(0, () => 1).low));
  assert.ok(Number.isNaN(bootstrapInterval(4, () => Number.NaN).high));
  assert.deepEqual(
    bootstrapInterval(1, () => 7),
    { low: 7, high: 7 },
  );
});

test('P7: the interval of a mean covers 95 ± 2 %, of ten values as of sixty', () => {
  const normal = normals(seededRandom(51));
  const cover = (n: number, again: number): number =>
    coverage(900, () => {
      const values = Float64Array.from({ length: n }, normal);
      // `again`: how often each value is told.
      const all = Float64Array.from({ length: n * again }, (_, i) => values[i % n] ?? Number.NaN);
      const interval: Interval = bootstrapInterval(n * again, meanOf(all), { replicates: 500 });
      return { interval, truth: 0 };
    });
  for (const n of [10, 25, 60]) assertCovers(cover(n, 1), `${n} values`);
  assertFails(cover(25, 2), 'each value told twice');
});
