import { filmLength } from '#indicators/film-length.ts';
import type { Indicator } from '#indicators/indicator.ts';
import { topFilms } from '#indicators/top-films.ts';

/** Every indicator, in the order in which they are shown. */
export const indicators: readonly Indicator[] = [filmLength, topFilms];

/** The indicator of a name, or undefined. */
export const indicatorNamed = (name: string): Indicator | undefined => indicators.find((one) => one.name === name);
