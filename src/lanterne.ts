import { statSync } from 'node:fs';
import { asFilmId, asFilmIndex, type FilmIndex } from '#brand.ts';
import { catalogueStamp } from '#catalogue/catalogue.ts';
import { readGlossary } from '#catalogue/glossary.ts';
import { filmCards, filmsById } from '#catalogue/queries/film-cards.ts';
import { filmFacts, filmPeople } from '#catalogue/queries/film-page.ts';
import { sources } from '#catalogue/queries/info.ts';
import type { Row } from '#catalogue/query.ts';
import type { Config } from '#config.ts';
import { openEngine, type Engine, type EngineOptions } from '#engine.ts';
import { readFilmMoods } from '#features/mood/film-mood.ts';
import type { FilmMoods, MoodPoint } from '#features/mood/mood-point.ts';
import { contentModelPath } from '#models/train.ts';
import type { Dials } from '#models/model.ts';
import { leanTowards, moodWeight, type MoodWish } from '#recommend/mood.ts';
import { recommend } from '#recommend/recommend.ts';
import { startList } from '#recommend/start-list.ts';
import type { Recommended, Trait } from '#recommend/types.ts';
import { resolveTitle } from '#search/resolve.ts';
import { searchTitles } from '#search/search.ts';

/** What a list shows of a film. */
export type FilmCard = Omit<Row<(typeof filmCards)['columns']>, 'film'> & { readonly film: FilmIndex };

export interface FoundFilm {
  readonly card: FilmCard;
  readonly score: number;
  /** The name of the film that the text met. */
  readonly matched: string;
}

export interface RecommendedFilm {
  readonly card: FilmCard;
  readonly score: number;
  readonly reasons: readonly { readonly card: FilmCard; readonly share: number; readonly traits: readonly Trait[] }[];
}

export type FilmPage = Omit<Row<(typeof filmFacts)['columns']>, 'film'> & {
  readonly card: FilmCard;
  readonly people: readonly Row<(typeof filmPeople)['columns']>[];
};

export type Meaning =
  | { readonly kind: 'one'; readonly card: FilmCard }
  | { readonly kind: 'several'; readonly cards: readonly FilmCard[] }
  | { readonly kind: 'none'; readonly nearest: readonly FilmCard[] };

export interface TasteById {
  readonly liked: readonly string[];
  readonly disliked: readonly string[];
  readonly seen: readonly string[];
}

export interface ListOptions {
  readonly top: number;
  readonly dials?: Dials;
  /** First and last year of the films wanted. */
  readonly era?: readonly [number, number];
  /** The mood to lean towards. */
  readonly mood?: MoodPoint;
}

export interface RecommendedList {
  readonly films: readonly RecommendedFilm[];
  /** Identifiers that the catalogue does not know: named, and left aside. */
  readonly unknown: readonly string[];
  /** 'content': from what the films are; 'start': nothing was liked yet, so the best known. */
  readonly basis: 'content' | 'start';
}

/** One running Lanterne over one data folder: everything that the pages and the command line ask. */
export interface Lanterne extends AsyncDisposable {
  readonly config: Config;
  readonly catalogueDate: string;
  readonly films: number;
  readonly fromStarter: boolean;
  readonly hasRatings: boolean;
  /** The sources that the catalogue was built from. */
  readonly sources: readonly string[];
  search(text: string, options: { top: number; year?: number }): Promise<FoundFilm[]>;
  resolve(text: string): Promise<Meaning>;
  /** In the order asked; unknown identifiers are left out. */
  cards(ids: readonly string[]): Promise<FilmCard[]>;
  filmPage(id: string): Promise<FilmPage | null>;
  similar(id: string, options: { top: number }): Promise<RecommendedFilm[]>;
  recommend(taste: TasteById, options: ListOptions): Promise<RecommendedList>;
  keywordLabel(keyword: string, language: 'fr' | 'en'): string | null;
}

/** Cards kept in memory, about 1 kB each: most lists show the same films. */
const mostCards = 20_000;

/** Opens a Lanterne: see openEngine for what it throws. */
export async function openLanterne(config: Config, options: EngineOptions = {}): Promise<Lanterne> {
  const engine = await openEngine(config.dataFolder, { ...options, sourcesOff: config.sourcesOff });
  const { catalogue, model } = engine;
  const glossary = readGlossary();
  const origins = [...new Set((await catalogue.run(sources, {})).map(({ name }) => name))].filter(
    (name) => !config.sourcesOff.includes(name),
  );

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
  let moods: Promise<FilmMoods> | null = null;
  const wishFor = async (at: MoodPoint): Promise<MoodWish> => ({
    moods: await (moods ??= readFilmMoods(catalogue)),
    at,
    weight: moodWeight,
  });
  const inOrder = async (films: readonly number[]): Promise<FilmCard[]> => {
    const cards = await cardsOf(films);
    return films.flatMap((film) => cards.get(film) ?? []);
  };
  const indices = async (ids: readonly string[]): Promise<Map<string, FilmIndex>> => {
    const rows = ids.length === 0 ? [] : await catalogue.run(filmsById, { ids: [...new Set(ids)] });
    return new Map(rows.map(({ id, film }) => [id, asFilmIndex(film)]));
  };
  const withCards = async (list: readonly Recommended[]): Promise<RecommendedFilm[]> => {
    const cards = await cardsOf(list.flatMap(({ film, reasons }) => [film, ...reasons.map((reason) => reason.film)]));
    return list.flatMap(({ film, score, reasons }) => {
      const card = cards.get(film);
      const told = reasons.flatMap((reason) => {
        const liked = cards.get(reason.film);
        return liked === undefined ? [] : [{ card: liked, share: reason.share, traits: reason.traits }];
      });
      return card === undefined ? [] : [{ card, score, reasons: told }];
    });
  };

  return {
    config,
    catalogueDate: catalogue.builtAt,
    films: catalogue.films,
    fromStarter: origins.includes('starter'),
    hasRatings: engine.hasRatings,
    sources: origins,
    async search(text, { top, year }) {
      const found = searchTitles(await engine.titles(), text, { top, ...(year === undefined ? {} : { year }) });
      const cards = await cardsOf(found.map(({ film }) => film));
      return found.flatMap(({ film, score, matched }) => {
        const card = cards.get(film);
        return card === undefined ? [] : [{ card, score, matched }];
      });
    },
    async resolve(text) {
      const id = asFilmId(text);
      const known = id === null ? undefined : (await indices([id])).get(id);
      if (known !== undefined) {
        const [card] = await inOrder([known]);
        if (card !== undefined) return { kind: 'one', card };
      }
      const meant = resolveTitle(await engine.titles(), text);
      if (meant.kind === 'several') return { kind: 'several', cards: await inOrder(meant.films) };
      if (meant.kind === 'none') return { kind: 'none', nearest: await inOrder(meant.nearest) };
      const [card] = await inOrder([meant.film]);
      return card === undefined ? { kind: 'none', nearest: [] } : { kind: 'one', card };
    },
    async cards(ids) {
      const known = await indices(ids);
      return inOrder(ids.flatMap((id) => known.get(id) ?? []));
    },
    async filmPage(id) {
      const film = (await indices([id])).get(id);
      if (film === undefined) return null;
      const [[card], [facts], people] = await Promise.all([
        inOrder([film]),
        catalogue.run(filmFacts, { film }),
        catalogue.run(filmPeople, { film }),
      ]);
      return card === undefined || facts === undefined ? null : { ...facts, card, people };
    },
    async similar(id, { top }) {
      const film = (await indices([id])).get(id);
      if (film === undefined) return [];
      return withCards(recommend(model, { liked: [film], disliked: [], seen: [] }, { top, dials: similarDials }));
    },
    async recommend(taste, { top, dials, era, mood }) {
      const known = await indices([...taste.liked, ...taste.disliked, ...taste.seen]);
      const pick = (ids: readonly string[]): FilmIndex[] => [...new Set(ids)].flatMap((id) => known.get(id) ?? []);
      const unknown = [...new Set([...taste.liked, ...taste.disliked, ...taste.seen])].filter((id) => !known.has(id));
      const picked = { liked: pick(taste.liked), disliked: pick(taste.disliked), seen: pick(taste.seen) };
      const allow = era === undefined ? undefined : withinYears(engine, era);
      const wish = mood === undefined ? undefined : await wishFor(mood);
      if (picked.liked.length === 0 && picked.disliked.length === 0)
        return {
          films: await withCards(
            startList(leaned(engine.fame, wish), model, picked, { top, ...(allow === undefined ? {} : { allow }) }),
          ),
          unknown,
          basis: 'start',
        };
      const list = recommend(model, picked, {
        top,
        ...(dials === undefined ? {} : { dials }),
        ...(allow === undefined ? {} : { allow }),
        ...(wish === undefined ? {} : { mood: wish }),
      });
      return { films: await withCards(list), unknown, basis: 'content' };
    },
    keywordLabel: (keyword, language) => (language === 'en' ? keyword : (glossary.get(keyword) ?? null)),
    [Symbol.asyncDispose]: () => engine[Symbol.asyncDispose](),
  };
}

/** For films close to one film, closeness counts more and fame less than for a taste. */
export const similarDials: Dials = { closeness: 0.8, popularity: -0.1 };

/** What changes when another build, or another training, takes its place in a data folder; null when there is no catalogue. */
export function folderStamp(folder: string): string | null {
  const catalogue = catalogueStamp(folder);
  if (catalogue === null) return null;
  const { mtimeMs } = statSync(contentModelPath(folder), { throwIfNoEntry: false }) ?? { mtimeMs: 0 };
  return `${catalogue} ${mtimeMs}`;
}

function leaned(fame: Float32Array, wish: MoodWish | undefined): Float32Array {
  if (wish === undefined) return fame;
  const scores = fame.slice();
  leanTowards(scores, wish);
  return scores;
}

function withinYears({ years }: Engine, [from, to]: readonly [number, number]): (film: number) => boolean {
  return (film) => {
    const year = years[film] ?? 0;
    return year >= from && year <= to;
  };
}
