import type { FacetName } from '#lanterne.ts';
import type { Site } from '#web/site.ts';

/** The value of a facet as its reader calls it: `Comedy` -> `comédie`; a country without a name keeps its code. */
export function facetLabel({ lanterne, language, words }: Site, name: FacetName | 'theme', value: string): string {
  if (name === 'genre') return words.genre(value);
  if (name === 'decade') return words.decade(Number(value));
  if (name === 'country') return (/^[A-Z]{2}$/.test(value) ? words.country(value) : null) ?? value;
  return lanterne.keywordLabel(value, language) ?? value;
}

/** With a capital, to begin a line. */
export const capital = (text: string): string => text.replace(/^\p{L}/u, (letter) => letter.toLocaleUpperCase());
