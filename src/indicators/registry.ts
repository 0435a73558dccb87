import { actorsAge } from '#indicators/actors-age.ts';
import { actorsCinemaSeries } from '#indicators/actors-cinema-series.ts';
import { actorsPeriods } from '#indicators/actors-periods.ts';
import { catalogueCoverage } from '#indicators/catalogue-coverage.ts';
import { filmLength } from '#indicators/film-length.ts';
import type { Indicator } from '#indicators/indicator.ts';
import { womenDirectors } from '#indicators/women-directors.ts';

/** Every indicator, in the order in which they are shown. */
export const indicators: readonly Indicator[] = [
  actorsPeriods,
  filmLength,
  actorsCinemaSeries,
  actorsAge,
  womenDirectors,
  catalogueCoverage,
];

/** The indicator of a name, or undefined. */
export const indicatorNamed = (name: string): Indicator | undefined => indicators.find((one) => one.name === name);
