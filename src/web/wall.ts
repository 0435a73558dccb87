import type { FilmCard, Lanterne } from '#lanterne.ts';
import type { Filters } from '#recommend/shape/filters.ts';
import { foldWords, withoutArticle } from '#search/fold.ts';
import { inTurn, startFilms } from '#web/start-films.ts';
import { noTaste } from '#web/taste-url.ts';
import type { Words } from '#web/words.fr.ts';

export type WallTheme = keyof Words['taste']['wall']['themes'];
/** A group of the wall: its name in an address, `comedies` or `1980`, and the films that most people know first, of every period. */
export interface WallGroup {
  readonly key: string;
  readonly kind: { readonly theme: WallTheme } | { readonly decade: number } | { readonly before: number };
  readonly films: readonly FilmCard[];
}

export interface Wall {
  /** Those with films enough, in the order of the page. */
  readonly groups: readonly WallGroup[];
  /** The group shown; null: the best known films of all. */
  readonly shown: WallGroup | null;
  readonly films: readonly FilmCard[];
}

const ON_THE_WALL = 12;
const FEWEST = 6;
const LOOKED_AT = 144;
const FRENCH = 48;
/** The letters of a title's first word when it may be a hero's name. */
const HERO = 5;
const FIRST_YEAR = 1880;
const FIRST_TALKING_YEAR = 1930;
const FIRST_DECADE = 1950;
const RECENT_YEARS = 5;
const PERIODS = [1960, 1970, 1980, 1990, 2000, 2010, 3000];

const walls = new WeakMap<Lanterne, Promise<readonly WallGroup[]>>();

/** The wall of a catalogue with one of its groups shown: the same films for every visitor, chosen or not, so that none moves when touched. */
export async function readWall(lanterne: Lanterne, key: string | null): Promise<Wall> {
  const groups = await groupsOf(lanterne);
  const shown = groups.find((group) => group.key === key) ?? null;
  if (shown !== null) return { groups, shown, films: shown.films };
  return { groups, shown, films: await firstFilms(lanterne) };
}

/** What is seen in the place and what everybody knows of each time, in turn: most people who come have known the films of forty years. */
async function firstFilms(lanterne: Lanterne): Promise<FilmCard[]> {
  const ofAllTimes = await startFilms(lanterne, noTaste, ON_THE_WALL);
  const nobody = { liked: [], disliked: [], seen: [] };
  const here = lanterne.localTaste === null ? [] : (await lanterne.recommend(nobody, { top: ON_THE_WALL })).films;
  const both = ofAllTimes.flatMap((film, at) => [...here.slice(at, at + 1), film]);
  return [...new Map(both.map(({ card }) => [card.id, card])).values()].slice(0, ON_THE_WALL);
}

function groupsOf(lanterne: Lanterne): Promise<readonly WallGroup[]> {
  const kept = walls.get(lanterne);
  if (kept !== undefined) return kept;
  const made = gather(lanterne);
  walls.set(lanterne, made);
  made.catch(() => walls.delete(lanterne));
  return made;
}

async function gather(lanterne: Lanterne): Promise<readonly WallGroup[]> {
  const nobody = { liked: [], disliked: [], seen: [] };
  const groups: WallGroup[] = [];
  for (const { key, kind, filters, without = [], french = false } of await wanted(lanterne)) {
    const all = await lanterne.recommend(nobody, { top: LOOKED_AT, filters });
    // many votes come from far away: films in French are looked for on their own
    const inFrench = french ? { ...filters, languages: ['fr'] } : null;
    const more = inFrench === null ? null : await lanterne.recommend(nobody, { top: FRENCH, filters: inFrench });
    const films = new Map([...all.films, ...(more?.films ?? [])].map(({ card }) => [card.id, card]));
    const fitting = [...films.values()].filter(({ genres }) => !without.some((genre) => genres.includes(genre)));
    const chosen = ofEveryPeriod(fitting).slice(0, ON_THE_WALL);
    if (chosen.length >= FEWEST) groups.push({ key, kind, films: chosen });
  }
  return groups;
}

interface Wanted extends Omit<WallGroup, 'films'> {
  readonly filters: Filters;
  /** Genres that do not belong here. */
  readonly without?: readonly string[];
  /** Whether films in French take their turn. */
  readonly french?: boolean;
}

async function wanted(lanterne: Lanterne): Promise<Wanted[]> {
  const now = Number(lanterne.catalogueDate.slice(0, 4));
  const foreign = (await lanterne.filterValues()).languages.filter((code) => code !== 'fr' && code !== 'en');
  const themes: Record<WallTheme, Omit<Wanted, 'key' | 'kind'>> = {
    comedies: {
      filters: { genres: ['Comedy'], languages: ['fr'], years: [FIRST_TALKING_YEAR, now] },
      without: ['Drama', 'Horror', 'Thriller'],
    },
    classiques: { filters: { years: [FIRST_TALKING_YEAR, 1979] }, french: true },
    famille: { filters: { audience: 'family' }, french: true },
    amour: { filters: { genres: ['Romance'] }, without: ['Horror', 'Crime', 'Thriller'] },
    policiers: { filters: { genres: ['Crime', 'Mystery', 'Film-Noir'] }, without: ['Horror', 'Sci-Fi', 'Fantasy'] },
    aventure: { filters: { genres: ['Adventure', 'Western'] }, without: ['Horror'] },
    frissons: { filters: { genres: ['Horror', 'Thriller'] } },
    // a set without values would ask nothing
    ailleurs: { filters: { languages: foreign.length === 0 ? ['none'] : foreign } },
    recents: { filters: { years: [now - RECENT_YEARS, now] } },
  };
  const decades = Array.from({ length: Math.ceil((now + 1 - FIRST_DECADE) / 10) }, (_, at) => FIRST_DECADE + at * 10);
  return [
    ...themeKeys.map((theme) => ({ key: theme, kind: { theme }, ...themes[theme] })),
    {
      key: `avant-${FIRST_DECADE}`,
      kind: { before: FIRST_DECADE },
      filters: { years: [FIRST_YEAR, FIRST_DECADE - 1] },
      french: true,
    },
    ...decades.map((decade) => ({
      key: String(decade),
      kind: { decade },
      filters: { years: [decade, decade + 9] as const },
      french: true,
    })),
  ];
}

const themeKeys = [
  'comedies',
  'classiques',
  'famille',
  'amour',
  'policiers',
  'aventure',
  'frissons',
  'ailleurs',
  'recents',
] as const satisfies readonly WallTheme[];

// in each period, one in French and one from elsewhere in turn; then one of each period in turn
function ofEveryPeriod(films: readonly FilmCard[]): FilmCard[] {
  const periods = Map.groupBy(unlike(films), ({ year }) => PERIODS.findIndex((end) => (year ?? 0) < end));
  const lists = [...periods]
    .toSorted(([a], [b]) => a - b)
    .map(([, list]) => inTurn(list, ON_THE_WALL, { cardOf: (card) => card }));
  return Array.from({ length: ON_THE_WALL }, (_, round) => lists.flatMap((list) => list[round] ?? [])).flat();
}

// the tales of one hero are a saga that titles alone show
function unlike(films: readonly FilmCard[]): FilmCard[] {
  const taken = new Set<string>();
  return films.filter(({ title, titleFr }) => {
    const [first = ''] = withoutArticle(foldWords(titleFr ?? title));
    const again = first.length >= HERO && taken.has(first);
    taken.add(first);
    return !again;
  });
}
