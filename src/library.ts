import { LRUCache } from 'lru-cache';
import { asPersonId, type FilmIndex } from '#brand.ts';
import { findFilms, pageOf, type Browsed, type BrowseWish, type Found } from '#browse/browse.ts';
import { readBrowseIndex, rankVotes, type BrowseIndex } from '#browse/browse-index.ts';
import { standingOf, type Standing } from '#browse/standing.ts';
import type { Cards, FilmCard } from '#cards.ts';
import type { Catalogue } from '#catalogue/catalogue.ts';
import { keywordFilms, knownFilms, knownFilmsCount } from '#catalogue/queries/browse.ts';
import type { FilmFacts } from '#features/facts/film-facts.ts';
import { openAdviser, type Adviser } from '#advice/adviser.ts';
import { openAnswers, type Answers } from '#indicators/answers.ts';
import { readPerson, type PersonPage } from '#person.ts';

export type { BrowseOrder, BrowseWish, FacetName, FacetValue } from '#browse/browse.ts';
export { mainGenre } from '#browse/main-genre.ts';
export type { Standing } from '#browse/standing.ts';
export type { FilmPart, PersonPage, Role, SeriesPart, Work } from '#person.ts';

export interface BrowsedPage extends Omit<Browsed, 'films'> {
  readonly films: readonly FilmCard[];
  /** The mean rating and the votes that it weighs, in the order by merit; null when no film has votes: then renown orders. */
  readonly weighed: { readonly mean: number; readonly least: number } | null;
}

/** What a reader may look up without a taste: films by facet, people, where a film stands, what search engines may read. */
export interface Library {
  /** A page of films; null when a value is none of the catalogue's, or the page is past the last. */
  browse(wish: BrowseWish): Promise<BrowsedPage | null>;
  /** How many films share a keyword; 0 when they are too few for a page. */
  themeFilms(keyword: string): Promise<number>;
  standing(card: FilmCard): Promise<Standing | null>;
  /** By the identifier, `nm…`; null when there is no such person. */
  person(id: string): Promise<PersonPage | null>;
  /** Identifiers of the films that some people know, a stretch at a time; and how many they are. */
  knownFilms(from: number, count: number): Promise<string[]>;
  knownFilmsCount(): Promise<number>;
  /** What the indicators answer on this catalogue. */
  readonly answers: Answers;
  /** What a cinema might specialise in. */
  readonly adviser: Adviser;
  /** The cards of films by their dense indices, in the order given. */
  cardsAt(films: readonly FilmIndex[]): Promise<FilmCard[]>;
}

const someVotes = 100;
/** What was found for the conditions asked most stays in memory, this much of it. */
const keptBytes = 16_000_000;
/** What the counts of one answer take, about. */
const foundBytes = 20_000;

/** Opens the library of a catalogue. @param facts read at the first need @param sourcesOff the names of the sources that are not used */
export function openLibrary(
  catalogue: Catalogue,
  cards: Cards,
  facts: () => Promise<FilmFacts>,
  sourcesOff: readonly string[],
): Library & { prepareLibrary(): Promise<void> } {
  let index: Promise<BrowseIndex> | null = null;
  const indexed = (): Promise<BrowseIndex> =>
    (index ??= facts()
      .then((read) => readBrowseIndex(catalogue, read))
      .catch((error: unknown) => {
        index = null;
        throw error;
      }));
  const kept = new LRUCache<string, Found>({
    maxSize: keptBytes,
    sizeCalculation: ({ kept: films }) => films.byteLength + foundBytes,
  });
  const found = async (ready: BrowseIndex, wish: BrowseWish): Promise<Found | null> => {
    const key = JSON.stringify([wish.genre, wish.decade, wish.country, wish.theme, wish.order]);
    const known = kept.get(key);
    if (known !== undefined) return known;
    const themed =
      wish.theme !== '' && ready.themes.has(wish.theme)
        ? (await catalogue.run(keywordFilms, { keyword: wish.theme })).map(({ film }) => film)
        : [];
    const films = findFilms(ready, wish, themed);
    if (films !== null) kept.set(key, films);
    return films;
  };
  const answers = openAnswers(catalogue, sourcesOff);
  return {
    answers,
    adviser: openAdviser(catalogue),
    cardsAt: (films) => cards.inOrder(films),
    async browse(wish) {
      const ready = await indexed();
      const films = await found(ready, wish);
      const page = films === null ? null : pageOf(films, wish.page);
      if (page === null) return null;
      const weighed = ready.mean === null ? null : { mean: ready.mean, least: rankVotes };
      return { ...page, films: await cards.inOrder(page.films), weighed };
    },
    themeFilms: async (keyword) => (await indexed()).themes.get(keyword) ?? 0,
    standing: async (card) => standingOf(await indexed(), card.film, card),
    async person(id) {
      const read = asPersonId(id);
      return read === null ? null : readPerson(catalogue, cards, read);
    },
    knownFilms: async (from, count) =>
      (await catalogue.run(knownFilms, { votes: someVotes, from, count })).map(({ id }) => id),
    knownFilmsCount: async () => (await catalogue.run(knownFilmsCount, { votes: someVotes }))[0]?.films ?? 0,
    async prepareLibrary() {
      await indexed();
      // on the way, without anybody waiting
      answers.warm().catch(() => {});
    },
  };
}
