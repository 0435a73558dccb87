import type { Speech } from '#words/speech.ts';

/** What is meant by the films of a country where they are asked for. */
export const countryCaution = (country: string, say: Speech): string =>
  say.pick({
    fr: `Le filtre «\u00a0${say.country(country)}\u00a0» retient les films que ce pays a produits ou coproduits, même pour une petite part\u00a0: certains passent pour ceux d’un autre pays.`,
    en: `The filter “${say.country(country)}” keeps the films that this country produced or co-produced, be it for a small part: some are thought of as another country’s.`,
  });
