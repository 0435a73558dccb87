import { countryRoads, driveMinutes, type Place, type Roads } from '#market/compute/drive-minutes.ts';

/** People of a commune, taken to live at its centre. */
export interface Home extends Place {
  readonly population: number;
}

export interface Access {
  readonly people: number;
  /** Mean minutes to the nearest, weighted by people. */
  readonly mean: number;
  readonly within: readonly { readonly minutes: number; readonly people: number; readonly share: number }[];
}

/**
 * How many people live within so many minutes of the nearest of some places. Minutes are rounded to whole ones first, as they are shown:
 * the estimate is no finer.
 *
 *     A(t) = Σ_i people(i) [min_j minutes(i, j) <= t] / Σ_i people(i)
 *
 * @param limits minutes
 */
export function access(
  homes: readonly Home[],
  places: readonly Place[],
  limits: readonly number[],
  roads: Roads = countryRoads,
): Access {
  const minutes = homes.map((home) => nearest(home, places, roads)?.minutes ?? Number.POSITIVE_INFINITY);
  const people = homes.reduce((sum, home) => sum + home.population, 0);
  const weighted = homes.reduce((sum, home, at) => sum + home.population * (minutes[at] ?? 0), 0);
  return {
    people,
    mean: weighted / people,
    within: limits.map((limit) => {
      const inside = homes.reduce((sum, home, at) => ((minutes[at] ?? 0) <= limit ? sum + home.population : sum), 0);
      return { minutes: limit, people: inside, share: inside / people };
    }),
  };
}

/** The nearest of some places in minutes, whole; null when there is none. The first of those at the same distance. */
export function nearest<P extends Place>(
  from: Place,
  places: readonly P[],
  roads: Roads = countryRoads,
): { readonly place: P; readonly minutes: number } | null {
  let best: { place: P; minutes: number } | null = null;
  for (const place of places) {
    const minutes = driveMinutes(from, place, roads);
    if (best === null || minutes < best.minutes) best = { place, minutes };
  }
  return best === null ? null : { place: best.place, minutes: Math.round(best.minutes) };
}
