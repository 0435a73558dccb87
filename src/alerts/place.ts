import type { FilmId } from '#brand.ts';
import { townNames } from '#market/town-names.ts';
import { openFigures } from '#figures.ts';
import type { FilmCard, Lanterne } from '#lanterne.ts';
import type { MatchPlace } from '#notify/match/types.ts';
import type { FilmTold } from '#notify/payload.ts';
import { travelBy } from '#programme/travel.ts';

/** Where the house is, and what its films are called. */
export async function placeOf(lanterne: Lanterne, films: readonly FilmId[]): Promise<MatchPlace> {
  const book = openFigures(lanterne.config).market();
  const names = townNames(book);
  const cards = new Map((await lanterne.cards(films)).map((card) => [card.id, card]));
  return {
    travel: travelBy(book),
    home: lanterne.config.commune,
    nameOf: (commune) => names.get(commune) ?? null,
    film(id, language) {
      const card = cards.get(id);
      return card === undefined ? null : filmTold(card, id, language);
    },
  };
}

/** A film as a message names it: the French title in French when there is one. */
export const filmTold = (card: FilmCard, id: FilmId, language: 'fr' | 'en'): FilmTold => ({
  id,
  title: language === 'fr' ? (card.titleFr ?? card.title) : card.title,
  year: card.year,
});
