/** Whose film it is, as the statistics of entries part them. */
export const nationalities = ['french', 'american', 'european', 'other'] as const;
export type Nationality = (typeof nationalities)[number];

/** What told a nationality: the countries of production; where they are silent the language; where that is silent too, the titles, which is a guess. */
export const tellers = ['countries', 'language', 'titles'] as const;
export type Teller = (typeof tellers)[number];

export interface NationalityClues {
  /** ISO 3166-1 alpha-2, in any order. */
  readonly countries: readonly string[];
  /** ISO 639-1 of the original language, '' when unknown. */
  readonly language: string;
  /** The title by which the film is known abroad, the one of its own country, and the one in France; '' when unknown. */
  readonly title: string;
  readonly originalTitle: string;
  readonly titleFr: string;
}

export interface Told {
  readonly nationality: Nationality;
  readonly by: Teller;
}

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));
/** Europe as the CNC counts it: geographical, without France, with the United Kingdom. */
const european = words(
  'AD AL AT BA BE BG BY CH CS CY CZ DD DE DK EE ES FI FO GB GI GR HR HU IE IS IT LI LT LU LV MC MD ME MK MT NL NO PL PT RO RS RU SE SI SK SM SU UA UK VA XC XG XK YU',
);
const europeanTongues = words(
  'be bg bs ca cs cy da de el es et eu fi fo ga gl hr hu is it lb lt lv mk mt nl no pl pt ro ru se sh sk sl sq sr sv uk yi',
);
/** Small words of French that English, Italian and Spanish do not share. */
const frenchWords =
  /(?:^|[\s'’])(?:les|une|des|du|et|au|aux|qui|je|il|elle|nous|vous|mon|mes|ton|tes|ses|pas|dans|sur|pour|avec|sans|est|cette|chez|où|quand|même|père|mère|fille|homme|femme|amour|un p'tit|(?:l|d|qu|j|c|n|s|m|t)['’][a-zàâçéèêëîïôûùœ]+)(?=$|[\s'’,:;!?.-])|^(?:le|un) |[œç]|[éèê][a-z]*e\b/;
const otherWords =
  /(?:^|\s)(?:the|of|and|il|del|della|di|el|los|las|y|der|das|und|dei|gli|lo|och|det|en el|de la)(?:$|\s)/;

/**
 * Whose film it is. A co-production goes to France when it is in French (or France is alone in it, or alone of Europe and it is in English), to the United States when it is in English with them, else to Europe when a country or the language is of Europe: the statistics go by
 * the larger share of the money, which no open source gives.
 * Without countries: by the language. Without either, by titles: an original title in French, the one used in France where another is used abroad, is of a
 * French film; one title everywhere, shown in France under its name or another, is taken for American. Null when nothing tells.
 */
export function nationalityOf(clues: NationalityClues): Told | null {
  const { countries, language } = clues;
  if (countries.length > 0) return { nationality: byCountries(countries, language), by: 'countries' };
  if (language !== '') return { nationality: byLanguage(language), by: 'language' };
  const guessed = byTitles(clues);
  return guessed === null ? null : { nationality: guessed, by: 'titles' };
}

function byCountries(countries: readonly string[], language: string): Nationality {
  const inEurope = countries.some((code) => european.has(code));
  const french = countries.includes('FR');
  if (french && (language === 'fr' || countries.length === 1)) return 'french';
  if (countries.includes('US') && (language === 'en' || language === '')) return 'american';
  if (french && !inEurope && (language === '' || language === 'en')) return 'french';
  if (europeanTongues.has(language) && (inEurope || french)) return 'european';
  if (countries.includes('US')) return 'american';
  return inEurope ? 'european' : 'other';
}

function byLanguage(language: string): Nationality {
  if (language === 'fr') return 'french';
  if (language === 'en') return 'american';
  return europeanTongues.has(language) ? 'european' : 'other';
}

function byTitles({ title, originalTitle, titleFr }: NationalityClues): Nationality | null {
  const [known, own, here] = [title, originalTitle, titleFr].map((name) => name.toLowerCase());
  if (known === undefined || own === undefined || here === undefined || own === '') return null;
  const inFrench = frenchWords.test(own) && !otherWords.test(own);
  if (inFrench && (here === '' || here === own)) return 'french';
  if (here !== '' && known === own) return 'american';
  return null;
}
