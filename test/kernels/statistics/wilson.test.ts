import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { seededRandom } from '#kernels/random.ts';
import type { Interval } from '#kernels/statistics/interval.ts';
import { normalQuantile } from '#kernels/statistics/normal.ts';
import { binomialCdf } from '#kernels/statistics/special.ts';
import { wilson } from '#kernels/statistics/wilson.ts';
import { assertCovers, assertFails, coverage } from './simulate.ts';

test('the four examples of Newcombe 1998, table I, method 3', () => {
  for (const [successes, trials, low, high] of [
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ] as const) {
    const found = wilson(successes, trials);
    assert.deepEqual([Number(found.low.toFixed(4)), Number(found.high.toFixed(4))], [low, high]);
  }
});

test('its ends are the shares that a score test no longer refuses', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 2000 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.double({ min: 0.5, max: 0.999, noNaN: true }),
      (trials, part, level) => {
        const successes = Math.round(part * trials);
        const share = successes / trials;
        const { low, high } = wilson(successes, trials, level);
        assert.ok(low >= 0 && low <= share && share <= high && high <= 1);
        const z = normalQuantile(0.5 + level / 2);
        for (const end of [low, high])
          if (end > 0 && end < 1) {
            const score = (share - end) / Math.sqrt((end * (1 - end)) / trials);
            assert.ok(Math.abs(Math.abs(score) - z) < 1e-6 * z, `${score} at ${end}`);
          }
        const mirror = wilson(trials - successes, trials, level);
        assert.ok(Math.abs(mirror.low - (1 - high)) < 1e-12);
      },
    ),
  );
});

test('without a trial nothing is known; all or nothing touches the edge', () => {
  assert.deepEqual(wilson(0, 0), { low: 0, high: 1 });
  assert.equal(wilson(0, 7).low, 0);
  assert.equal(wilson(7, 7).high, 1);
});

/** The textbook interval, which must fail. */
function wald(successes: number, trials: number): Interval {
  const share = successes / trials;
  const half = 1.96 * Math.sqrt((share * (1 - share)) / trials);
  return { low: share - half, high: share + half };
}

/** How often the interval holds p, by the probabilities themselves. */
function exactCoverage(interval: typeof wald, n: number, p: number): number {
  let held = 0;
  for (let k = 0; k <= n; k++) {
    const { low, high } = interval(k, n);
    if (low <= p && p <= high) held += binomialCdf(k, n, p) - binomialCdf(k - 1, n, p);
  }
  return held;
}

test('P7: Wilson covers 95 ± 2 % on the average over shares, whatever the number of trials', () => {
  const shares = Array.from({ length: 99 }, (_, i) => (i + 1) / 100 - 0.0037);
  for (const n of [5, 10, 30, 100, 300]) {
    const average = (interval: typeof wald): number =>
      shares.reduce((sum, p) => sum + exactCoverage(interval, n, p) / shares.length, 0);
    assertCovers(average(wilson), `Wilson, n = ${n}`);
    if (n <= 30) assertFails(average(wald), `Wald, n = ${n}`);
  }
});

test('P7: at a share of 2 % of 30 Wilson covers, Wald does not, by simulation as by the probabilities', () => {
  for (const [interval, covers] of [
    [wilson, true],
    [wald, false],
  ] as const) {
    const random = seededRandom(7);
    const found = coverage(20_000, () => {
      let successes = 0;
      for (let k = 0; k < 30; k++) if (random() < 0.02) successes++;
      return { interval: interval(successes, 30), truth: 0.02 };
    });
    assert.ok(Math.abs(found - exactCoverage(interval, 30, 0.02)) < 0.01);
    // Of 30 the coverage jumps from a success to the next; Wilson's never falls far.
    if (covers) assert.ok(found > 0.93, `${found}`);
    else assertFails(found, 'Wald, p = 0.02, n = 30');
  }
});
