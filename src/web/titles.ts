import type { FilmCard } from '#lanterne.ts';
import type { Language } from '#web/language.ts';

/** A film's title for a reader: the French one on French pages when there is one, the international one elsewhere. */
export const titleOf = (card: FilmCard, language: Language): string =>
  language === 'fr' ? (card.titleFr ?? card.title) : card.title;

/** The original title, when it says more than the one shown. */
export function otherTitleOf(card: FilmCard, language: Language): string | null {
  return bare(card.originalTitle) === bare(titleOf(card, language)) ? null : card.originalTitle;
}

/** `Le Dîner de cons (1998)`. */
export function titleAndYear(card: FilmCard, language: Language): string {
  return card.year === null ? titleOf(card, language) : `${titleOf(card, language)} (${card.year})`;
}

/** A title without case, accents and signs. */
export const bare = (title: string): string =>
  title
    .normalize('NFKD')
    .replaceAll(/[^\p{L}\p{N}]+/gu, '')
    .toLowerCase();
