import type { Interval } from '#kernels/statistics/interval.ts';

/** A value and what it may be taken for. */
export interface Estimate extends Interval {
  readonly value: number;
  /** How many things it is estimated from. */
  readonly n: number;
}

export interface Difference extends Interval {
  readonly value: number;
}

/**
 * The later of two independent estimates less the earlier, with an interval made of theirs.
 * Source: Newcombe 1998, "Interval estimation for the difference between independent proportions", method 10; for any pair of
 * estimates Zou & Donner 2008, "Construction of confidence limits about effect measures: a general approach", equation 4.
 */
export function difference(later: Estimate, earlier: Estimate): Difference {
  const value = later.value - earlier.value;
  return {
    value,
    low: value - Math.hypot(later.value - later.low, earlier.high - earlier.value),
    high: value + Math.hypot(later.high - later.value, earlier.value - earlier.low),
  };
}

export type Move = 'rose' | 'fell' | 'same';

/** The same when the interval is shown in steps of `step`: one that is shown to touch 0 tells no move. */
export const shownMove = ({ low, high }: Interval, step: number): Move =>
  moveOf({ low: Math.round(low / step), high: Math.round(high / step) });

/** Whether something moved: only when the interval of the difference leaves out 0. */
export const moveOf = ({ low, high }: Interval): Move => (low > 0 ? 'rose' : high < 0 ? 'fell' : 'same');
