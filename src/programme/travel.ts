import { driveMinutes, type Place } from '#market/compute/drive-minutes.ts';
import type { MarketBook } from '#market/types.ts';

/** Where something is: its own place when that is known, else its commune's middle. */
export interface Somewhere {
  /** INSEE code. */
  readonly commune: string;
  readonly latitude?: number | null;
  readonly longitude?: number | null;
}

/** Estimated minutes by car between two places, whole; null when the book does not know one of them. */
export type Travel = (from: Somewhere, to: Somewhere) => number | null;

/** How far things are, by the market's book. Within one commune of which nothing more is known: 5 minutes. */
export function travelBy({ communes }: Pick<MarketBook, 'communes'>): Travel {
  const middles = new Map(communes.map((commune) => [commune.code, commune]));
  const placeOf = ({ commune, latitude, longitude }: Somewhere): Place | null =>
    typeof latitude === 'number' && typeof longitude === 'number'
      ? { latitude, longitude }
      : (middles.get(commune) ?? null);
  return (from, to) => {
    const [a, b] = [placeOf(from), placeOf(to)];
    return a === null || b === null ? null : Math.max(leastMinutes, Math.round(driveMinutes(a, b)));
  };
}

const leastMinutes = 5;
