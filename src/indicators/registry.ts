import { catalogueCoverage } from '#indicators/catalogue-coverage.ts';
import type { Indicator } from '#indicators/indicator.ts';

/** Every indicator, in the order in which they are shown. */
export const indicators: readonly Indicator[] = [catalogueCoverage];

/** The indicator of a name, or undefined. */
export const indicatorNamed = (name: string): Indicator | undefined => indicators.find((one) => one.name === name);
