import { actorsAge } from '#indicators/actors-age.ts';
import { actorsCinemaSeries } from '#indicators/actors-cinema-series.ts';
import { actorsPeriods } from '#indicators/actors-periods.ts';
import { artEtEssai } from '#indicators/art-et-essai.ts';
import { catalogueCoverage } from '#indicators/catalogue-coverage.ts';
import { countries } from '#indicators/countries.ts';
import { filmLength } from '#indicators/film-length.ts';
import { genresTime } from '#indicators/genres-time.ts';
import type { Indicator } from '#indicators/indicator.ts';
import { languages } from '#indicators/languages.ts';
import { money } from '#indicators/money.ts';
import { ratingsStrata } from '#indicators/ratings-strata.ts';
import { topFilms } from '#indicators/top-films.ts';
import { womenDirectors } from '#indicators/women-directors.ts';

/** Every indicator, in the order in which they are shown: the brief's five questions first. */
export const indicators: readonly Indicator[] = [
  actorsPeriods,
  filmLength,
  actorsCinemaSeries,
  actorsAge,
  topFilms,
  genresTime,
  countries,
  languages,
  money,
  womenDirectors,
  artEtEssai,
  ratingsStrata,
  catalogueCoverage,
];

/** The indicator of a name, or undefined. */
export const indicatorNamed = (name: string): Indicator | undefined => indicators.find((one) => one.name === name);
