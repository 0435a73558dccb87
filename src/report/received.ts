import { wilson } from '#kernels/statistics/wilson.ts';
import { fewestPeople } from '#report/few.ts';
import type { Received } from '#state/week-counts.ts';

/** Of the films shown in lists, the share that was liked, with its 95 % interval. */
export interface ShareLiked {
  readonly people: number;
  /** Films shown, each counted once a person. */
  readonly shown: number;
  readonly liked: number;
  readonly share: number;
  readonly low: number;
  readonly high: number;
}

/**
 * The share of films liked among those shown. The films that one person likes are not independent, so the interval is Wilson's for as many films as
 * would be worth as much if they were: their number over the design effect, the variance between people over the binomial one.
 * Source: Wilson 1927; Korn & Graubard 1998, "Confidence intervals for proportions with small expected number of positive counts estimated from survey data".
 * @returns 'few' under five people, 'nobody' when no list was shown
 */
export function shareLiked(rows: readonly Received[]): ShareLiked | 'few' | 'nobody' {
  const people = rows.length;
  if (people === 0) return 'nobody';
  if (people < fewestPeople) return 'few';
  const shown = rows.reduce((sum, row) => sum + row.shown, 0);
  const liked = rows.reduce((sum, row) => sum + row.liked, 0);
  const share = liked / shown;
  const rest = rows.reduce((sum, row) => sum + (row.liked - share * row.shown) ** 2, 0);
  const between = ((people / (people - 1)) * rest) / shown ** 2;
  const binomial = (share * (1 - share)) / shown;
  // where nobody or everybody did it nothing varies: each person is worth one film
  const worth = binomial === 0 ? people : Math.max(1, shown / Math.max(1, between / binomial));
  return { people, shown, liked, share, ...wilson(share * worth, worth) };
}
