import { travelBy, type Somewhere } from '#programme/travel.ts';
import type { MarketBook } from '#market/types.ts';
import { townNames } from '#market/town-names.ts';
import type { Venue } from '#state/venues.ts';

/** How far people come from, minutes by car: the catchment of a venue. One radius for all: of two, the ring between would be told too. */
export const nearMinutes = 30;

/** What lies within a venue's catchment. */
export interface Near {
  knows(commune: string): boolean;
  nameOf(commune: string): string;
  /** Whether a commune is in the catchment of a place. */
  within(commune: string, place: Somewhere): boolean;
  /** Estimated minutes by car from a commune to a place; null: not known. */
  minutes(commune: string, place: Somewhere): number | null;
  /** The open venues whose catchment a commune is in, as one text; the same text: in the same ones. */
  zonesOf(commune: string): string;
  readonly venues: readonly Venue[];
}

/** The catchments of the venues that are open, by the market's book. */
export function nearBy(book: Pick<MarketBook, 'communes'>, venues: readonly Venue[]): Near {
  const names = townNames(book);
  const travel = travelBy(book);
  const open = venues.filter(({ closed }) => closed === null);
  const kept = new Map<string, string>();
  const minutes = (commune: string, place: Somewhere): number | null => travel({ commune }, place);
  const within = (commune: string, place: Somewhere): boolean => {
    const driven = minutes(commune, place);
    return driven !== null && driven <= nearMinutes;
  };
  return {
    venues: open,
    within,
    minutes,
    knows: (commune) => names.has(commune),
    nameOf: (commune) => names.get(commune) ?? commune,
    zonesOf(commune) {
      const known = kept.get(commune);
      if (known !== undefined) return known;
      const zones = open.flatMap((venue) => (within(commune, venue) ? [venue.id] : [])).join(' ');
      kept.set(commune, zones);
      return zones;
    },
  };
}
