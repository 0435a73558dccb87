import { womenDirectors } from '#indicators/women-directors.ts';
import { actorsAge } from '#indicators/actors-age.ts';
import { actorsCinemaSeries } from '#indicators/actors-cinema-series.ts';
import { actorsPeriods } from '#indicators/actors-periods.ts';
import { filmLength } from '#indicators/film-length.ts';
import type { Indicator } from '#indicators/indicator.ts';

/** Every indicator, in the order in which they are shown. */
export const indicators: readonly Indicator[] = [
  actorsPeriods,
  actorsCinemaSeries,
  actorsAge,
  womenDirectors,
  filmLength,
];

/** The indicator of a name, or undefined. */
export const indicatorNamed = (name: string): Indicator | undefined => indicators.find((one) => one.name === name);
