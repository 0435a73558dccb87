import { asFilmIndex, type FilmIndex } from '#brand.ts';
import type { Catalogue } from '#catalogue/catalogue.ts';
import { filmCards } from '#catalogue/queries/film-cards.ts';
import type { Row } from '#catalogue/query.ts';
import type { Placed } from '#recommend/explore.ts';
import type { Recommended, Trait } from '#recommend/types.ts';

/** What a list shows of a film. */
export type FilmCard = Omit<Row<(typeof filmCards)['columns']>, 'film'> & { readonly film: FilmIndex };

/** A taste by the films' identifiers. */
export interface TasteById {
  readonly liked: readonly string[];
  readonly disliked: readonly string[];
  readonly seen: readonly string[];
}

export interface RecommendedFilm {
  readonly card: FilmCard;
  readonly score: number;
  readonly reasons: readonly { readonly card: FilmCard; readonly share: number; readonly traits: readonly Trait[] }[];
  /** Its place and how likely that was, in a list that explores. */
  readonly placed?: Placed;
}

export interface Cards {
  cardsOf(films: readonly number[]): Promise<ReadonlyMap<number, FilmCard>>;
  /** In the order asked. */
  inOrder(films: readonly number[]): Promise<FilmCard[]>;
  withCards(list: readonly (Recommended & { readonly placed?: Placed })[]): Promise<RecommendedFilm[]>;
}

/** Cards kept in memory, about 1 kB each: most lists show the same films. */
const mostCards = 20_000;

/** The cards of a catalogue's films, each read once while there is room. */
export function openCards(catalogue: Catalogue): Cards {
  const kept = new Map<number, FilmCard>();
  const cardsOf = async (films: readonly number[]): Promise<ReadonlyMap<number, FilmCard>> => {
    const asked = [...new Set(films)];
    const found = new Map(
      asked.flatMap((film) => {
        const card = kept.get(film);
        return card === undefined ? [] : [[film, card] as const];
      }),
    );
    const missing = asked.filter((film) => !found.has(film));
    if (missing.length === 0) return found;
    if (kept.size + missing.length > mostCards) kept.clear();
    for (const row of await catalogue.run(filmCards, { films: missing })) {
      const card = { ...row, film: asFilmIndex(row.film) };
      kept.set(card.film, card);
      found.set(card.film, card);
    }
    return found;
  };
  return {
    cardsOf,
    async inOrder(films) {
      const cards = await cardsOf(films);
      return films.flatMap((film) => cards.get(film) ?? []);
    },
    async withCards(list) {
      const cards = await cardsOf(list.flatMap(({ film, reasons }) => [film, ...reasons.map((reason) => reason.film)]));
      return list.flatMap(({ film, score, reasons, placed }) => {
        const card = cards.get(film);
        const told = reasons.flatMap((reason) => {
          const liked = cards.get(reason.film);
          return liked === undefined ? [] : [{ card: liked, share: reason.share, traits: reason.traits }];
        });
        return card === undefined ? [] : [{ card, score, reasons: told, ...(placed && { placed }) }];
      });
    },
  };
}
