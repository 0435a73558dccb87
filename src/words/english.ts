import { usualCountries } from '#words/usual-countries.ts';

/** How numbers, names, dates and lists are written in English. */
export const plurals = new Intl.PluralRules('en');
export const numbers = new Intl.NumberFormat('en-GB');
export const percents = new Intl.NumberFormat('en-GB', { style: 'percent', maximumFractionDigits: 0 });
export const lists = new Intl.ListFormat('en-GB', { type: 'conjunction' });
const officialCountries = new Intl.DisplayNames('en-GB', { type: 'region', fallback: 'none' });
export const countries = {
  of: (code: string): string | undefined => usualCountries.get(code) ?? officialCountries.of(code),
};
export const tongues = new Intl.DisplayNames('en-GB', { type: 'language', fallback: 'none' });
export const days = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });

/** A count and its noun, in the right number. */
export const several = (count: number, one: string, other: string): string =>
  `${numbers.format(count)} ${plurals.select(count) === 'one' ? one : other}`;
/** A title in the language's quotes. */
export const quoted = (title: string): string => `“${title}”`;
