import type { CatalogueFacts } from '#features/facts/film-facts.ts';
import type { Dials, Model } from '#models/model.ts';
import { localStanding } from '#recommend/local-standing.ts';
import { localStartList } from '#recommend/local-start.ts';
import type { LocalTaste } from '#recommend/local-taste.ts';
import { leanTowards, moodAlone, type MoodWish } from '#recommend/mood.ts';
import { leanInTime, type RecencyWish } from '#recommend/recency.ts';
import { rank, recommend, withReasons, type Ranked } from '#recommend/recommend.ts';
import { calibrationWeight } from '#recommend/shape/calibration.ts';
import { passes, whatToLoosen, type Filters, type Loosening } from '#recommend/shape/filters.ts';
import { contentLikeness } from '#recommend/shape/likeness.ts';
import { mmrLambda } from '#recommend/shape/mmr.ts';
import { fewOfEachSaga } from '#recommend/shape/saga.ts';
import { lastYear, shelfKinds, type ShelfName } from '#recommend/shape/shelf-kinds.ts';
import { fillShelves } from '#recommend/shape/shelves.ts';
import type { Likeness } from '#recommend/shape/types.ts';
import { startList } from '#recommend/start-list.ts';
import type { Recommended, Taste } from '#recommend/types.ts';

/** All that choosing looks at, of one catalogue. */
export interface Ground {
  readonly model: Model;
  /** How well known each film is, by dense index. */
  readonly fame: Float32Array;
  readonly facts: CatalogueFacts;
  readonly likeness: Likeness;
  /** The year of the recent films: see `lastYear`. */
  readonly lastYear: number;
  /** What is seen where the list is asked for, and how great a success each film is by it; null when nothing is known of the place. */
  readonly local: { readonly taste: LocalTaste; readonly standing: () => Float32Array } | null;
}

/**
 * @param content the model that says how alike two films are
 * @param taste what is seen in the place, for who has named no film; null: the best known films of the world
 */
export function groundOf(
  { model, content = model, fame }: { model: Model; content?: Pick<Model, 'contributions'>; fame: Float32Array },
  facts: CatalogueFacts,
  taste: LocalTaste | null = null,
): Ground {
  const last = lastYear(facts.year);
  const recommendable = (film: number): boolean => model.recommendable(film);
  let standing: Float32Array | null = null;
  const local =
    taste === null
      ? null
      : { taste, standing: () => (standing ??= localStanding({ facts, fame, lastYear: last, recommendable }, taste)) };
  return { model, fame, facts, likeness: contentLikeness(content), lastYear: last, local };
}

/** What a person asks for beside a taste. */
export interface Wishes {
  readonly dials?: Dials;
  readonly filters?: Filters;
  readonly mood?: MoodWish;
  /** -1 the old, 0 as it comes, 1 the recent. */
  readonly recency?: number;
}

export interface ListWishes extends Wishes {
  readonly top: number;
  /** 0: the plain ranking; 1: as varied as can be. 0 unless told. */
  readonly diversity?: number;
  /** Whether a reason says what the two films share. */
  readonly traits?: boolean;
}

export interface ShelfWishes extends Wishes {
  /** The most films of a shelf; 8 unless told. */
  readonly each?: number;
  /** Films that stand elsewhere on the page, and on no shelf. */
  readonly away?: ReadonlySet<number>;
}

interface Answer {
  /** When the conditions leave fewer films than asked for: what to loosen, the first to loosen first. Empty otherwise. */
  readonly loosen: readonly Loosening[];
  /** Nothing was liked or disliked yet: what is seen in the place, or the best known films. */
  readonly start: boolean;
}

export interface ChosenList extends Answer {
  readonly films: readonly Recommended[];
}

export interface ChosenShelves extends Answer {
  /** In the order of the page; no film is on two. */
  readonly shelves: readonly { readonly name: ShelfName; readonly films: readonly Recommended[] }[];
}

/** The diversity of a list that a person reads: what `mmrLambda` and `calibrationWeight` were measured for. */
export const usualDiversity = 1 - mmrLambda;
/** How much of the ranking the shelves, and the start of a varied list, choose from. */
const shelfReach = 1000;
/** How many of the best films of the ranking are asked whether they share something that has a name: as many as are asked how close they are. */
const traitsAsked = 300;

/** A list for a taste under conditions; for who has liked and disliked nothing, what is seen in the place, else the best known films. */
export function chooseList(ground: Ground, taste: Taste, wishes: ListWishes): ChosenList {
  const { top, diversity = 0, dials, mood, traits = true } = wishes;
  const { model, facts, likeness } = ground;
  const start = knowsNothing(taste);
  const films = start
    ? fewFamous(ground, taste, { ...wishes, top, diversity })
    : recommend(model, taste, {
        top,
        traits,
        ...allowed(ground, wishes),
        ...inTime(ground, wishes),
        ...(dials === undefined ? {} : { dials }),
        ...(mood === undefined ? {} : { mood }),
        ...(diversity > 0
          ? { shape: { likeness, genres: facts.genres, sagas: facts.sagas, ...strengths(diversity) } }
          : {}),
      });
  return { films, start, loosen: films.length < top ? loosening(ground, taste, wishes) : [] };
}

/** Named shelves for a taste under conditions, two films of a saga at most on all of them together. */
export function chooseShelves(ground: Ground, taste: Taste, wishes: ShelfWishes): ChosenShelves {
  const { each = 8, away = new Set<number>(), dials, mood } = wishes;
  const { model, facts, fame, likeness } = ground;
  const start = knowsNothing(taste);
  const ranked: readonly Ranked[] = start
    ? famous(ground, taste, { ...wishes, top: shelfReach })
    : rank(model, taste, {
        top: shelfReach,
        ...allowed(ground, wishes),
        ...inTime(ground, wishes),
        ...(dials === undefined ? {} : { dials }),
        ...(mood === undefined ? {} : { mood }),
      });
  const filled = fillShelves(
    fewOfEachSaga(start ? ranked : withTraitsFirst(model, taste, ranked, each * shelfKinds.length), facts.sagas),
    {
      facts,
      fame,
      basket: taste.liked,
      closeness: (film) => taste.liked.reduce((most, liked) => Math.max(most, likeness(liked, film)), 0),
      lastYear: ground.lastYear,
    },
    { each, away },
  );
  const shelves = shelfKinds.flatMap(({ name }) =>
    filled
      .filter((shelf) => shelf.name === name)
      .map((shelf) => ({
        name,
        films: shelf.films.map((item) => withReasons(model, taste, item, { most: 3, traits: true })),
      })),
  );
  const few = ranked.length < each || shelves.length === 0;
  return { shelves, start, loosen: few ? loosening(ground, taste, wishes) : [] };
}

/**
 * Of the best of a ranking, the films that share something with a name with a liked film; those that do not follow when fewer than `least` do.
 * What is close by its story or time alone gives the visitor no reason.
 */
function withTraitsFirst(model: Model, { liked }: Taste, ranked: readonly Ranked[], least: number): readonly Ranked[] {
  const best = ranked.slice(0, traitsAsked);
  const named = best.filter(({ film }) =>
    liked.some((one) => model.shared(one, film).some(({ kind, label }) => kind === 'viewers' || label !== '')),
  );
  const left = best.filter((item) => !named.includes(item));
  const rest = ranked.slice(traitsAsked);
  return named.length >= least ? [...named, ...rest] : [...named, ...left, ...rest];
}

/** What to loosen so that more of the films that a taste may be offered pass; nothing without conditions. */
export function loosening(
  { model, facts }: Pick<Ground, 'model' | 'facts'>,
  { liked, disliked, seen }: Taste,
  { filters = {} }: Pick<Wishes, 'filters'>,
): Loosening[] {
  const away = new Set<number>([...liked, ...disliked, ...seen]);
  const films = Array.from({ length: model.films }, (_, film) => film);
  return whatToLoosen(
    films.filter((film) => model.recommendable(film) && !away.has(film)),
    filters,
    facts,
  );
}

const knowsNothing = ({ liked, disliked }: Taste): boolean => liked.length === 0 && disliked.length === 0;

const allowed = ({ facts }: Ground, { filters }: Wishes): { allow?: (film: number) => boolean } =>
  filters === undefined ? {} : { allow: passes(filters, facts) };

const inTime = ({ facts }: Ground, { recency = 0 }: Wishes): { recency?: RecencyWish } =>
  recency === 0 ? {} : { recency: { years: facts.year, lean: recency } };

/** The dial of diversity: at `usualDiversity`, lambda and the weight of calibration are the ones measured. */
function strengths(diversity: number): { lambda: number; calibration: number } {
  return { lambda: 1 - diversity, calibration: Math.min(1, (diversity * calibrationWeight) / usualDiversity) };
}

/** The best known films; when the list is to be varied, those of a saga beyond its first two come after the others. */
function fewFamous(ground: Ground, taste: Taste, wishes: ListWishes & { readonly diversity: number }): Recommended[] {
  const { top, diversity } = wishes;
  if (diversity <= 0 || ground.local !== null) return famous(ground, taste, wishes);
  const all = famous(ground, taste, { ...wishes, top: Math.max(top, shelfReach) });
  const few = fewOfEachSaga(all, ground.facts.sagas);
  const first = new Set(few);
  return [...few, ...all.filter((film) => !first.has(film))].slice(0, top);
}

function famous(ground: Ground, taste: Taste, wishes: Wishes & { readonly top: number }): Recommended[] {
  const { model, fame, facts, local, lastYear: last } = ground;
  const { filters = {}, mood, top } = wishes;
  const leaning = (local?.standing() ?? fame).slice();
  const { recency } = inTime(ground, wishes);
  if (mood !== undefined) leanTowards(leaning, { ...mood, weight: moodAlone * mood.weight });
  if (recency !== undefined) leanInTime(leaning, recency);
  if (local === null) return startList(leaning, model, taste, { top, ...allowed(ground, wishes) });
  const away = new Set<number>([...taste.disliked, ...taste.seen]);
  const { allow = () => true } = allowed(ground, wishes);
  for (let film = 0; film < leaning.length; film++)
    if (leaning[film] !== -Infinity && (away.has(film) || !allow(film))) leaning[film] = -Infinity;
  return localStartList(leaning, facts, local.taste, {
    top,
    lastYear: last,
    hold: {
      nationality: filters.countries === undefined && filters.languages === undefined,
      time: filters.years === undefined && recency === undefined,
      genres: filters.genres === undefined && mood === undefined,
    },
  });
}
