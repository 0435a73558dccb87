import type { FilmCard, RecommendedFilm } from '#cards.ts';
import type { filmFacts, filmPeople } from '#catalogue/queries/film-page.ts';
import type { Row } from '#catalogue/query.ts';
import type { MoodPoint } from '#features/mood/mood-point.ts';
import type { Dials } from '#models/model.ts';
import type { Filters, Loosening } from '#recommend/shape/filters.ts';
import type { ShelfName } from '#recommend/shape/shelf-kinds.ts';

export interface FoundFilm {
  readonly card: FilmCard;
  readonly score: number;
  /** The name of the film that the text met. */
  readonly matched: string;
}

export type FilmPage = Omit<Row<(typeof filmFacts)['columns']>, 'film'> & {
  readonly card: FilmCard;
  readonly people: readonly Row<(typeof filmPeople)['columns']>[];
};

export type Meaning =
  | { readonly kind: 'one'; readonly card: FilmCard }
  | { readonly kind: 'several'; readonly cards: readonly FilmCard[] }
  | { readonly kind: 'none'; readonly nearest: readonly FilmCard[] };

/** A film as a list names it; its year when the list tells it. */
export interface NamedFilm {
  readonly title: string;
  readonly year: number | null;
}

/** What is asked of a list or of shelves. */
export interface AskedFor {
  readonly dials?: Dials;
  /** What every film must meet. */
  readonly filters?: Filters;
  /** The mood to lean towards. */
  readonly mood?: MoodPoint;
  /** -1 leans towards old films, 1 towards recent ones. */
  readonly recency?: number;
}

export interface ListOptions extends AskedFor {
  readonly top: number;
  /** 0: the plain ranking; 1: as varied as can be. */
  readonly diversity?: number;
  /** The seed of an exploration slot: see exploreList. None unless told. */
  readonly explore?: number;
}

export interface ShelvesOptions extends AskedFor {
  /** The most films of a shelf; 8 unless told. */
  readonly each?: number;
  /** Identifiers of films that stand elsewhere on the page, and on no shelf. */
  readonly away?: readonly string[];
}

/** What is said of every answer. */
export interface Answered {
  /** Identifiers that the catalogue does not know: named, and left aside. */
  readonly unknown: readonly string[];
  /** 'likes': from what people like together (they rated some of the films liked), and what the films are; 'content': from what they are alone; 'start': nothing was liked yet, so what is seen in the place, or the best known. */
  readonly basis: 'likes' | 'content' | 'start';
  /** When the filters leave fewer films than asked for: which condition to loosen first, and how many films would pass without it. */
  readonly loosen: readonly Loosening[];
}

export interface RecommendedList extends Answered {
  /** In a list of what is seen in the place: what tells whose most films of the catalogue are; null when nothing does, and absent from other lists. */
  readonly nationalityBy?: 'countries' | 'language' | 'titles' | null;
  readonly films: readonly RecommendedFilm[];
}

export interface RecommendedShelves extends Answered {
  /** In the order of the page; no film is on two, and none is empty. */
  readonly shelves: readonly { readonly name: ShelfName; readonly films: readonly RecommendedFilm[] }[];
}

/** How a film that was asked about suits a taste: see fitsAmong. */
export interface FilmFit {
  readonly card: FilmCard;
  readonly share: number;
  readonly fits: boolean;
  readonly reasons: RecommendedFilm['reasons'];
}
