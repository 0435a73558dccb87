import { artEtEssai } from '#indicators/art-et-essai.ts';
import { filmLength } from '#indicators/film-length.ts';
import { countries } from '#indicators/countries.ts';
import { genresTime } from '#indicators/genres-time.ts';
import { languages } from '#indicators/languages.ts';
import type { Indicator } from '#indicators/indicator.ts';
import { money } from '#indicators/money.ts';
import { ratingsStrata } from '#indicators/ratings-strata.ts';
import { topFilms } from '#indicators/top-films.ts';

/** Every indicator, in the order in which they are shown. */
export const indicators: readonly Indicator[] = [
  filmLength,
  topFilms,
  genresTime,
  countries,
  languages,
  money,
  artEtEssai,
  ratingsStrata,
];

/** The indicator of a name, or undefined. */
export const indicatorNamed = (name: string): Indicator | undefined => indicators.find((one) => one.name === name);
