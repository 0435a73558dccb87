import type { CountByPeople } from '#state/week-counts.ts';

/** Fewer people than this are never counted aloud: neither their number nor anything that they did. */
export const fewestPeople = 5;

/** A count that may be told; `few`: there are some, too few to be told; `nobody`: nobody at all. */
export type Counted =
  | { readonly kind: 'told'; readonly value: number; readonly people: number }
  | { readonly kind: 'few' }
  | { readonly kind: 'nobody' };

/** What may be told of a count. Nobody is nobody's secret; one to four people are. */
export function mayTell({ value, people }: CountByPeople): Counted {
  if (people >= fewestPeople) return { kind: 'told', value, people };
  return value === 0 && people === 0 ? { kind: 'nobody' } : { kind: 'few' };
}
