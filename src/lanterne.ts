import { createHash } from 'node:crypto';
import { statSync } from 'node:fs';
import { asFilmId, asFilmIndex, type FilmIndex } from '#brand.ts';
import { catalogueStamp } from '#catalogue/catalogue.ts';
import { readGlossary } from '#catalogue/glossary.ts';
import { filmsById } from '#catalogue/queries/film-cards.ts';
import { filmFacts, filmPeople } from '#catalogue/queries/film-page.ts';
import { sources } from '#catalogue/queries/info.ts';
import { openCards, type FilmCard, type RecommendedFilm, type TasteById } from '#cards.ts';
import type { Config } from '#config.ts';
import { openEngine, type EngineOptions } from '#engine.ts';
import { readFilmMoods } from '#features/mood/film-mood.ts';
import { pointsOf, type FilmMoods, type MoodPoint } from '#features/mood/mood-point.ts';
import { openLibrary, type Library } from '#library.ts';
import { tasteOfPlace } from '#local.ts';
import { contentModelPath, hybridModelPath } from '#models/train.ts';
import type { Dials } from '#models/model.ts';
import { chooseList, chooseShelves, groundOf, usualDiversity, type Ground, type Wishes } from '#recommend/choose.ts';
import { exploreList } from '#recommend/explore-list.ts';
import { nationalityTeller } from '#recommend/local-start.ts';
import type { LocalTaste } from '#recommend/local-taste.ts';
import { moodWeight, type MoodWish } from '#recommend/mood.ts';
import { fitsAmong } from '#recommend/fit.ts';
import { recommend } from '#recommend/recommend.ts';
import { rememberLast } from '#recommend/remember-last.ts';
import { filterValues, type FilterValues } from '#recommend/shape/filter-values.ts';
import type { Taste } from '#recommend/types.ts';
import { filmsNamed } from '#search/films-named.ts';
import { resolveTitle } from '#search/resolve.ts';
import { searchTitles } from '#search/search.ts';
import { openServiceQuality, type ServiceQuality } from '#service-quality.ts';
import { chooseTogether, type MemberById, type Together, type TogetherOptions } from '#together.ts';

import type {
  Answered,
  AskedFor,
  FilmFit,
  FilmPage,
  FoundFilm,
  ListOptions,
  Meaning,
  NamedFilm,
  RecommendedList,
  RecommendedShelves,
  ShelvesOptions,
} from '#answers.ts';

export type { FilmCard, RecommendedFilm, TasteById } from '#cards.ts';
export { mainGenre } from '#library.ts';
export type * from '#library.ts';
export type * from '#answers.ts';

/** One running Lanterne over one data folder: everything that the pages and the command line ask. */
export interface Lanterne extends Library, AsyncDisposable {
  readonly config: Config;
  readonly catalogueDate: string;
  readonly films: number;
  readonly fromStarter: boolean;
  readonly hasRatings: boolean;
  /** What tells this catalogue and these models from any others, for the feedback log: `hybrid:` or `content:` and ten letters. */
  readonly model: string;
  /** The sources that the catalogue was built from. */
  readonly sources: readonly string[];
  search(text: string, options: { top: number; year?: number }): Promise<FoundFilm[]>;
  resolve(text: string): Promise<Meaning>;
  /** For each title as a catalogue writes it, the films that bear it: see filmsNamed. */
  named(titles: readonly NamedFilm[]): Promise<FilmCard[][]>;
  /** In the order asked; unknown identifiers are left out. */
  cards(ids: readonly string[]): Promise<FilmCard[]>;
  filmPage(id: string): Promise<FilmPage | null>;
  similar(id: string, options: { top: number }): Promise<RecommendedFilm[]>;
  recommend(taste: TasteById, options: ListOptions): Promise<RecommendedList>;
  /** How given films suit a taste, in the order asked; unknown identifiers are left out. */
  fits(taste: TasteById, ids: readonly string[]): Promise<FilmFit[]>;
  /** The same for many tastes, in their order: what is looked up is looked up once for all. */
  fitsOfMany(tastes: readonly TasteById[], ids: readonly string[]): Promise<FilmFit[][]>;
  /** Where films stand in the plane of moods; unknown identifiers are left out. */
  moodsOf(ids: readonly string[]): Promise<ReadonlyMap<string, MoodPoint>>;
  shelves(taste: TasteById, options?: ShelvesOptions): Promise<RecommendedShelves>;
  /** For 2 to 8 people who watch together: three labelled choices, a list, and what each film brings to each. */
  group(members: readonly MemberById[], options: TogetherOptions): Promise<Together>;
  /** What is seen where this site is; null when the market's book does not know it: the start list is then of the best known. */
  readonly localTaste: LocalTaste | null;
  /** How good the recommendations are, as training measured it, and what may be shown. */
  quality(): Promise<ServiceQuality>;
  /** What a filter may ask for: the genres, countries and languages of the catalogue. */
  filterValues(): Promise<FilterValues>;
  /** Makes ready what the first answers need, so that nobody waits for it. */
  prepare(): Promise<void>;
  keywordLabel(keyword: string, language: 'fr' | 'en'): string | null;
}

/** Opens a Lanterne: see openEngine for what it throws. */
export async function openLanterne(config: Config, options: EngineOptions = {}): Promise<Lanterne> {
  const stamp = folderStamp(config.dataFolder) ?? '';
  const engine = await openEngine(config.dataFolder, { ...options, sourcesOff: config.sourcesOff });
  const { catalogue, model } = engine;
  const localTaste = tasteOfPlace(config, options.onProgress);
  const glossary = readGlossary();
  const origins = [...new Set((await catalogue.run(sources, {})).map(({ name }) => name))].filter(
    (name) => !config.sourcesOff.includes(name),
  );

  const cards = openCards(catalogue);
  const { cardsOf, inOrder, withCards } = cards;
  const { prepareLibrary, ...library } = openLibrary(catalogue, cards, engine.facts, config.sourcesOff);
  let moods: Promise<FilmMoods> | null = null;
  const moodsRead = (): Promise<FilmMoods> =>
    (moods ??= readFilmMoods(catalogue).catch((error: unknown) => {
      moods = null;
      throw error;
    }));
  const wishFor = async (at: MoodPoint): Promise<MoodWish> => ({
    moods: await moodsRead(),
    at,
    weight: moodWeight,
  });
  const basisOf = (start: boolean, { liked }: Taste): Answered['basis'] =>
    start ? 'start' : engine.likes !== null && liked.some(engine.likes.rated) ? 'likes' : 'content';
  let standing: Promise<Ground> | null = null;
  let values: FilterValues | null = null;
  const ground = (): Promise<Ground> =>
    (standing ??= engine
      .facts()
      .then((facts) =>
        groundOf({ model: rememberLast(model), content: engine.content, fame: engine.fame }, facts, localTaste),
      )
      .catch((error: unknown) => {
        standing = null;
        throw error;
      }));
  const indices = async (ids: readonly string[]): Promise<Map<string, FilmIndex>> => {
    const rows = ids.length === 0 ? [] : await catalogue.run(filmsById, { ids: [...new Set(ids)] });
    return new Map(rows.map(({ id, film }) => [id, asFilmIndex(film)]));
  };
  const tasteOf = async ({ liked, disliked, seen }: TasteById): Promise<{ known: Taste; unknown: string[] }> => {
    const asked = [...new Set([...liked, ...disliked, ...seen])];
    const found = await indices(asked);
    const pick = (ids: readonly string[]): FilmIndex[] => [...new Set(ids)].flatMap((id) => found.get(id) ?? []);
    return {
      known: { liked: pick(liked), disliked: pick(disliked), seen: pick(seen) },
      unknown: asked.filter((id) => !found.has(id)),
    };
  };
  const wishesOf = async ({ dials, filters, mood, recency }: AskedFor): Promise<Wishes> => ({
    ...(dials === undefined ? {} : { dials }),
    ...(filters === undefined ? {} : { filters }),
    ...(mood === undefined ? {} : { mood: await wishFor(mood) }),
    ...(recency === undefined ? {} : { recency }),
  });
  const fitsOfMany = async (tastes: readonly TasteById[], ids: readonly string[]): Promise<FilmFit[][]> => {
    const said = tastes.flatMap(({ liked, disliked, seen }) => [...liked, ...disliked, ...seen]);
    const found = await indices([...said, ...ids]);
    const pick = (some: readonly string[]): FilmIndex[] => [...new Set(some)].flatMap((id) => found.get(id) ?? []);
    const asked = pick(ids);
    const fitting = fitsAmong(model, asked, engine);
    const told: FilmFit[][] = [];
    for (const { liked, disliked, seen } of tastes) {
      const fits = fitting({ liked: pick(liked), disliked: pick(disliked), seen: pick(seen) });
      const shown = await withCards(fits.map(({ film, share, reasons }) => ({ film, score: share, reasons })));
      const suits = new Set<number>(fits.flatMap((fit) => (fit.fits ? [fit.film] : [])));
      told.push(shown.map(({ card, score, reasons }) => ({ card, share: score, fits: suits.has(card.film), reasons })));
    }
    return told;
  };
  return {
    ...library,
    config,
    catalogueDate: catalogue.builtAt,
    films: catalogue.films,
    fromStarter: origins.includes('starter'),
    hasRatings: engine.hasRatings,
    model: `${engine.likes === null ? 'content' : 'hybrid'}:${createHash('sha256').update(stamp).digest('hex').slice(0, 10)}`,
    sources: origins,
    async search(text, { top, year }) {
      const found = searchTitles(await engine.titles(), text, { top, ...(year === undefined ? {} : { year }) });
      const shown = await cardsOf(found.map(({ film }) => film));
      return found.flatMap(({ film, score, matched }) => {
        const card = shown.get(film);
        return card === undefined ? [] : [{ card, score, matched }];
      });
    },
    moodsOf: async (ids) => pointsOf(await moodsRead(), await indices(ids)),
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
    async named(titles) {
      const index = await engine.titles();
      const films = titles.map(({ title, year }) => filmsNamed(index, title, year));
      const known = await cardsOf(films.flat());
      return films.map((few) => few.flatMap((film) => known.get(film) ?? []));
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
    async recommend(taste, wanted) {
      const { top, diversity = usualDiversity, explore } = wanted;
      const { known, unknown } = await tasteOf(taste);
      const wishes = { ...(await wishesOf(wanted)), top, diversity };
      const here = await ground();
      const chosen =
        explore === undefined ? chooseList(here, known, wishes) : exploreList(here, known, wishes, explore);
      return {
        films: await withCards(chosen.films),
        unknown,
        basis: basisOf(chosen.start, known),
        loosen: chosen.loosen,
        ...(chosen.start && here.local !== null
          ? { nationalityBy: nationalityTeller(here.facts, here.local.standing()) }
          : {}),
      };
    },
    fits: async (taste, ids) => (await fitsOfMany([taste], ids))[0] ?? [],
    fitsOfMany,
    async shelves(taste, wanted = {}) {
      const { each = 8, away = [] } = wanted;
      const { known, unknown } = await tasteOf(taste);
      const elsewhere = new Set<number>((await indices(away)).values());
      const chosen = chooseShelves(await ground(), known, { ...(await wishesOf(wanted)), each, away: elsewhere });
      const films = await withCards(chosen.shelves.flatMap((shelf) => shelf.films));
      const byFilm = new Map<number, RecommendedFilm>(films.map((film) => [film.card.film, film]));
      return {
        shelves: chosen.shelves.map((shelf) => ({
          name: shelf.name,
          films: shelf.films.flatMap(({ film }) => byFilm.get(film) ?? []),
        })),
        unknown,
        basis: basisOf(chosen.start, known),
        loosen: chosen.loosen,
      };
    },
    group: async (members, wanted) => chooseTogether({ ground: await ground(), indices, cardsOf }, members, wanted),
    localTaste,
    quality: openServiceQuality(config.dataFolder, engine, cards),
    filterValues: async () => (values ??= filterValues((await ground()).facts)),
    async prepare() {
      const [, { local }] = await Promise.all([engine.titles(), ground(), prepareLibrary()]);
      local?.standing();
      // seconds on a large catalogue, in small steps: on the way, without anybody waiting
      moodsRead().catch(() => {});
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
  const stamps = [contentModelPath(folder), hybridModelPath(folder)].map(
    (file) => statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0,
  );
  return [catalogue, ...stamps].join(' ');
}
