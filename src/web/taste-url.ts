import { asFilmId, type FilmId } from '#brand.ts';
import { isUsual, readView, usualView, viewPairs, type ListView } from '#web/list-view.ts';

/** What the address of a page says of its reader. Lists without repeats; a film is in one of them only, `liked` first. */
export interface TasteUrl {
  readonly liked: readonly FilmId[];
  readonly not: readonly FilmId[];
  readonly seen: readonly FilmId[];
  /** Liked films beyond `mostLiked`: named to the reader, not used until one of those before them goes. */
  readonly leftAside: readonly FilmId[];
  /** How many values are not film identifiers at all. */
  readonly forged: number;
  /** How the reader wants their lists; absent: as they come. */
  readonly view?: ListView;
}

export type TasteList = 'liked' | 'not' | 'seen';
export const tasteLists = ['liked', 'not', 'seen'] as const satisfies readonly TasteList[];

export const mostLiked = 20;
const MOST_LEFT_ASIDE = 20;
/** The most films of each other list. */
export const mostOthers = 100;

export const noTaste: TasteUrl = { liked: [], not: [], seen: [], leftAside: [], forged: 0 };

/** Reads `?liked=tt…&liked=tt…&not=tt…&seen=tt…`; anything else than film identifiers is counted and left out. */
export function readTaste(parameters: URLSearchParams): TasteUrl {
  const given = (name: string): string[] =>
    parameters
      .getAll(name)
      .flatMap((value) => value.split(','))
      .filter((value) => value !== '');
  const taken = new Set<FilmId>();
  let forged = 0;
  const take = (values: readonly string[]): FilmId[] =>
    values.flatMap((value) => {
      const id = asFilmId(value);
      if (id === null) forged += 1;
      if (id === null || taken.has(id)) return [];
      taken.add(id);
      return [id];
    });
  const liked = take(given('liked'));
  const not = take(given('not')).slice(0, mostOthers);
  const seen = take(given('seen')).slice(0, mostOthers);
  return {
    liked: liked.slice(0, mostLiked),
    not,
    seen,
    leftAside: liked.slice(mostLiked),
    forged,
    ...viewIn(readView(parameters).view),
  };
}

/** The films of one list of an address; those left aside come after the liked ones that count, the first twenty of them. */
export const filmsOf = (taste: TasteUrl, list: TasteList): readonly FilmId[] =>
  list === 'liked' ? [...taste.liked, ...taste.leftAside.slice(0, MOST_LEFT_ASIDE)] : taste[list];

/** The clean query of a taste and its view: `?liked=tt1&liked=tt2&not=tt3&length=100`, or nothing; `more` comes last. */
export function tasteQuery(taste: TasteUrl, more: Readonly<Record<string, string>> = {}): string {
  const pairs = [
    ...tasteLists.flatMap((list) => filmsOf(taste, list).map((id) => [list, id])),
    ...viewPairs(taste.view ?? usualView),
    ...Object.entries(more).filter(([, value]) => value !== ''),
  ];
  return pairs.length === 0 ? '' : `?${new URLSearchParams(pairs).toString()}`;
}

/** Whether the address says nothing of its reader. */
export const isEmptyTaste = (taste: TasteUrl): boolean => !namesFilms(taste) && taste.view === undefined;

/** Whether the address names a film. */
export const namesFilms = ({ liked, not, seen }: TasteUrl): boolean => liked.length + not.length + seen.length > 0;

/** The taste with its lists wanted another way. */
export function viewed(taste: TasteUrl, view: ListView): TasteUrl {
  const { view: _, ...films } = taste;
  return { ...films, ...viewIn(view) };
}

const viewIn = (view: ListView): { view?: ListView } => (isUsual(view) ? {} : { view });

/** The taste with a film put in one of its lists, and taken out of the others; one more than `mostLiked` is left aside. */
export function put(taste: TasteUrl, list: TasteList, id: FilmId): TasteUrl {
  const others = without(taste, id);
  const grown = taste[list].includes(id) ? taste[list] : [...others[list], id];
  if (list !== 'liked') return { ...others, [list]: grown };
  return { ...others, liked: grown.slice(0, mostLiked), leftAside: [...others.leftAside, ...grown.slice(mostLiked)] };
}

/** The taste without a film. */
export function without(taste: TasteUrl, id: FilmId): TasteUrl {
  const kept = (ids: readonly FilmId[]): FilmId[] => ids.filter((other) => other !== id);
  return {
    ...taste,
    liked: kept(taste.liked),
    not: kept(taste.not),
    seen: kept(taste.seen),
    leftAside: kept(taste.leftAside),
  };
}
