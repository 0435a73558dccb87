import { nearest, type Home } from '#market/compute/access.ts';
import { countryRoads, type Place, type Roads } from '#market/compute/drive-minutes.ts';

/** The last minute of each zone around a cinema: usual in the studies that the law asks for (Code du cinéma, article R. 212-7-1). */
export const zoneMinutes = { primary: 15, secondary: 20, tertiary: 30 } as const;

export type Zone = keyof typeof zoneMinutes | 'beyond';

export interface CatchmentOf<C> {
  readonly cinema: C;
  /** People who have no nearer cinema. */
  readonly people: number;
  readonly zones: Readonly<Record<Zone, number>>;
  /** Entries a year for each of them. */
  readonly index: number;
}

/**
 * What each cinema has around it: the communes of which it is the nearest, in zones by minutes.
 *
 *     I(z) = entries(cinema) / Σ people of the communes nearest to it
 *
 * People come from elsewhere too, and those of here go elsewhere: the index says how much a place draws from its own ground.
 *
 * @returns in the order of the cinemas; the index is NaN for a cinema that is the nearest of nobody
 */
export function catchment<C extends Place & { readonly entries: number }>(
  homes: readonly Home[],
  cinemas: readonly C[],
  roads: Roads = countryRoads,
): readonly CatchmentOf<C>[] {
  const grounds = cinemas.map((cinema) => ({ cinema, primary: 0, secondary: 0, tertiary: 0, beyond: 0 }));
  const byCinema = new Map<C, (typeof grounds)[number]>(grounds.map((ground) => [ground.cinema, ground]));
  for (const home of homes) {
    const found = nearest(home, cinemas, roads);
    const ground = found === null ? undefined : byCinema.get(found.place);
    if (found !== null && ground !== undefined) ground[zoneOf(found.minutes)] += home.population;
  }
  return grounds.map(({ cinema, ...zones }) => {
    const people = zones.primary + zones.secondary + zones.tertiary + zones.beyond;
    return { cinema, people, zones, index: cinema.entries / people };
  });
}

/** The zone of a place so many minutes away. */
export const zoneOf = (minutes: number): Zone =>
  minutes <= zoneMinutes.primary
    ? 'primary'
    : minutes <= zoneMinutes.secondary
      ? 'secondary'
      : minutes <= zoneMinutes.tertiary
        ? 'tertiary'
        : 'beyond';
