import * as english from '#words/english.ts';
import * as french from '#words/french.ts';
import { frenchGenres } from '#words/genres.ts';

/** The two languages in which everything is said. */
export type SpokenLanguage = 'fr' | 'en';

/** The same words in the two languages. */
export type Bilingual = Readonly<Record<SpokenLanguage, string>>;

/** How one language says numbers, names and lists: what the sentences written from data are made of. */
export interface Speech {
  readonly language: SpokenLanguage;
  /** Of two wordings, this language's. */
  pick<T>(both: Readonly<Record<SpokenLanguage, T>>): T;
  /** A number, with so many digits after the point; none unless told. */
  number(value: number, digits?: number): string;
  /** A share from 0 to 1 as a percentage; no digit after the point unless told. */
  percent(share: number, digits?: number): string;
  /** From one number to another, as an interval is written. */
  range(low: number, high: number, digits?: number): string;
  percentRange(low: number, high: number, digits?: number): string;
  /** A count and its noun, in the right number. */
  several(count: number, one: string, other: string): string;
  quoted(title: string): string;
  list(names: readonly string[]): string;
  genre(name: string): string;
  country(code: string): string;
  tongue(code: string): string;
  decade(year: number): string;
  date(iso: string): string;
}

/** @param language whose words */
export const speechOf = (language: SpokenLanguage): Speech => speeches[language];

function speech(language: SpokenLanguage, words: typeof french | typeof english, between: string): Speech {
  const locale = language === 'fr' ? 'fr' : 'en-GB';
  const number = (value: number, digits = 0): string => formatter(locale, 'decimal', digits).format(value);
  const percent = (share: number, digits = 0): string => formatter(locale, 'percent', digits).format(share);
  return {
    language,
    pick: (both) => both[language],
    number,
    percent,
    range: (low, high, digits = 0) => `${number(low, digits)}${between}${number(high, digits)}`,
    percentRange: (low, high, digits = 0) => `${percent(low, digits)}${between}${percent(high, digits)}`,
    several: words.several,
    quoted: words.quoted,
    list: (names) => words.lists.format(names),
    genre: (name) => (language === 'fr' ? (frenchGenres.get(name) ?? name) : name.toLowerCase()),
    country: (code) => words.countries.of(code) ?? code,
    tongue: (code) => words.tongues.of(code) ?? code,
    decade: (year) => {
      const decade = Math.floor(year / 10) * 10;
      return language === 'fr' ? `années ${decade}` : `${decade}s`;
    },
    date: (iso) => words.days.format(new Date(iso)),
  };
}

const formatters = new Map<string, Intl.NumberFormat>();
function formatter(locale: string, style: 'decimal' | 'percent', digits: number): Intl.NumberFormat {
  const key = `${locale} ${style} ${digits}`;
  const known = formatters.get(key);
  if (known !== undefined) return known;
  const made = new Intl.NumberFormat(locale, { style, minimumFractionDigits: digits, maximumFractionDigits: digits });
  formatters.set(key, made);
  return made;
}

const speeches: Readonly<Record<SpokenLanguage, Speech>> = {
  fr: speech('fr', french, ' à '),
  en: speech('en', english, ' to '),
};
