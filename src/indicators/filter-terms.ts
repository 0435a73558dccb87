import type { FilterName } from '#indicators/filters.ts';

/** A filter as it stands in an address and on the command line. */
export const filterKeys: Readonly<Record<FilterName, string>> = {
  from: 'from',
  to: 'to',
  genre: 'genre',
  country: 'country',
  minVotes: 'min-votes',
  stratum: 'stratum',
  people: 'people',
  sort: 'sort',
  billing: 'billing',
  credits: 'credits',
  weight: 'weight',
};
/** In the order of forms. */
export const filterNames: readonly FilterName[] = [
  'from',
  'to',
  'genre',
  'country',
  'minVotes',
  'stratum',
  'people',
  'sort',
  'billing',
  'credits',
  'weight',
];

/** What a number may be, both ends included. */
export const filterBounds = {
  from: [1870, 2100],
  to: [1870, 2100],
  minVotes: [0, 10_000_000],
  billing: [1, 100],
  credits: [1, 1000],
  weight: [1, 1_000_000],
} as const;

/** What a choice may be. */
export const filterChoices = {
  stratum: ['all', 'voted', 'top'],
  people: ['actress', 'actor'],
  sort: ['volume', 'audience', 'esteem'],
} as const;

/** A filter that cannot be used, and why. */
export interface Refusal {
  readonly filter: FilterName;
  readonly given: string;
  /** `elsewhere`: not one of this indicator's. `order`: the first year is after the last. */
  readonly why: 'elsewhere' | 'bounds' | 'choice' | 'genre' | 'country' | 'order';
}
