import type { FilmCard, Lanterne } from '#lanterne.ts';
import type { Filters } from '#recommend/shape/filters.ts';
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
const LOOKED_AT = 96;
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
  return { groups, shown, films: (await startFilms(lanterne, noTaste, ON_THE_WALL)).map(({ card }) => card) };
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
  for (const { key, kind, filters } of await wanted(lanterne)) {
    const all = await lanterne.recommend(nobody, { top: LOOKED_AT, filters });
    // many votes come from far away: films in French are looked for on their own
    const french = await lanterne.recommend(nobody, { top: LOOKED_AT / 2, filters: inFrench(filters) });
    const films = new Map([...all.films, ...french.films].map(({ card }) => [card.id, card]));
    const chosen = ofEveryPeriod([...films.values()]).slice(0, ON_THE_WALL);
    if (chosen.length >= FEWEST) groups.push({ key, kind, films: chosen });
  }
  return groups;
}

async function wanted(lanterne: Lanterne): Promise<(Omit<WallGroup, 'films'> & { readonly filters: Filters })[]> {
  const now = Number(lanterne.catalogueDate.slice(0, 4));
  const foreign = (await lanterne.filterValues()).languages.filter((code) => code !== 'fr' && code !== 'en');
  const themes: Record<WallTheme, Filters> = {
    comedies: { genres: ['Comedy'], languages: ['fr'], years: [FIRST_TALKING_YEAR, now] },
    classiques: { years: [FIRST_TALKING_YEAR, 1979] },
    famille: { audience: 'family' },
    amour: { genres: ['Romance'] },
    policiers: { genres: ['Crime', 'Mystery', 'Film-Noir'] },
    aventure: { genres: ['Adventure', 'Western'] },
    frissons: { genres: ['Horror', 'Thriller'] },
    // a set without values would ask nothing
    ailleurs: { languages: foreign.length === 0 ? ['none'] : foreign },
    recents: { years: [now - RECENT_YEARS, now] },
  };
  const themed = themeKeys.map((theme) => ({ key: theme, kind: { theme }, filters: themes[theme] }));
  const first = { key: `avant-${FIRST_DECADE}`, kind: { before: FIRST_DECADE } };
  const decades = Array.from({ length: Math.ceil((now + 1 - FIRST_DECADE) / 10) }, (_, at) => FIRST_DECADE + at * 10);
  return [
    ...themed,
    { ...first, filters: { years: [FIRST_YEAR, FIRST_DECADE - 1] } },
    ...decades.map((decade) => ({
      key: String(decade),
      kind: { decade },
      filters: { years: [decade, decade + 9] as const },
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

const inFrench = (filters: Filters): Filters => ({ ...filters, languages: filters.languages ?? ['fr'] });

// in each period, one in French and one from elsewhere in turn; then one of each period in turn
function ofEveryPeriod(films: readonly FilmCard[]): FilmCard[] {
  const periods = Map.groupBy(films, ({ year }) => PERIODS.findIndex((end) => (year ?? 0) < end));
  const lists = [...periods].toSorted(([a], [b]) => a - b).map(([, list]) => inTurn(list, ON_THE_WALL, (card) => card));
  return Array.from({ length: ON_THE_WALL }, (_, round) => lists.flatMap((list) => list[round] ?? [])).flat();
}
