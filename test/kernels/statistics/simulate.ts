import assert from 'node:assert/strict';
import type { Interval } from '#kernels/statistics/interval.ts';
import { normalQuantile } from '#kernels/statistics/normal.ts';

/** Draws of the standard normal distribution. */
export const normals =
  (random: () => number): (() => number) =>
  () =>
    normalQuantile(random() + 2 ** -34);

/** In which share of the runs an interval holds the truth. */
export function coverage(runs: number, run: () => { interval: Interval; truth: number }): number {
  let held = 0;
  for (let k = 0; k < runs; k++) {
    const { interval, truth } = run();
    if (interval.low <= truth && truth <= interval.high) held++;
  }
  return held / runs;
}

/** P7: 95 ± 2 %. */
export function assertCovers(share: number, what: string): void {
  assert.ok(Math.abs(share - 0.95) <= 0.02, `${what}: ${(100 * share).toFixed(1)} % instead of 95 ± 2`);
}

/** The same check must refuse an interval known to be wrong. */
export const assertFails = (share: number, what: string): void =>
  assert.throws(() => assertCovers(share, what), /instead of 95/);
