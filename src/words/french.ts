import { usualCountries } from '#words/usual-countries.ts';

/** How numbers, names, dates and lists are written in French. */
export const plurals = new Intl.PluralRules('fr');
export const numbers = new Intl.NumberFormat('fr');
export const percents = new Intl.NumberFormat('fr', { style: 'percent', maximumFractionDigits: 0 });
export const lists = new Intl.ListFormat('fr', { type: 'conjunction' });
const officialCountries = new Intl.DisplayNames('fr', { type: 'region', fallback: 'none' });
export const countries = {
  of: (code: string): string | undefined => usualCountries.get(code) ?? officialCountries.of(code),
};
export const tongues = new Intl.DisplayNames('fr', { type: 'language', fallback: 'none' });
export const days = new Intl.DateTimeFormat('fr', { dateStyle: 'long', timeZone: 'UTC' });

/** A count and its noun, in the right number. */
export const several = (count: number, one: string, other: string): string =>
  `${numbers.format(count)}\u00a0${plurals.select(count) === 'one' ? one : other}`;
/** "de" or "d’" before a name. */
export const of = (name: string): string =>
  /^[aeiouyàâäéèêëîïôöùûü](?![aeiouy]{2})/i.test(name) ? `d’${name}` : `de ${name}`;
/** A title in the language's quotes. */
export const quoted = (title: string): string => `«\u00a0${title}\u00a0»`;
