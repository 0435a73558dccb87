import { peopleBetween } from '#market/compute/people-between.ts';
import type { AgeBand } from '#market/types.ts';

export interface Ageing {
  /** Share of people of 60 years and over, 0 to 1. */
  readonly sixtyAndOver: number;
  /** Share of people under 15, 0 to 1. */
  readonly underFifteen: number;
  /** People of 65 and over for 100 under 20, as INSEE defines the index of ageing. */
  readonly index: number;
}

/** How old a population is. Bands that are cut are taken to hold as many people at each age. */
export function ageing(bands: readonly AgeBand[]): Ageing {
  const all = peopleBetween(bands, 0, null);
  return {
    sixtyAndOver: peopleBetween(bands, 60, null) / all,
    underFifteen: peopleBetween(bands, 0, 14) / all,
    index: (100 * peopleBetween(bands, 65, null)) / peopleBetween(bands, 0, 19),
  };
}
