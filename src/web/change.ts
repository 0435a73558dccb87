import { asFilmId, type FilmId } from '#brand.ts';
import { filmsOf, mostLiked, put, tasteLists, without, type TasteList, type TasteUrl } from '#web/taste-url.ts';

/** Films as they stood in one list before a change, from a rank on; `list` null: in none. */
export interface Before {
  readonly list: TasteList | null;
  readonly rank: number;
  readonly films: readonly FilmId[];
}

const LETTERS = { l: 'liked', n: 'not', s: 'seen', x: null } as const;
const LETTER = { liked: 'l', not: 'n', seen: 's' } as const;
const GROUP = /^([lnsx])(\d{1,3})((?:-\d{5,12})+)$/;
const MOST_FILMS = 250;
const LONGEST = 4000;

/**
 * What an address carries so that a change of its taste can be undone: where each film that moved stood before, as `l2-0119038-0060474.x0-0076759`
 * (list, rank of the first, films; `x`: in no list). Empty when nothing moved.
 */
export function changeOf(before: TasteUrl, after: TasteUrl): string {
  const now = placesOf(after);
  const was = placesOf(before);
  const groups: string[] = [];
  for (const list of tasteLists) {
    let last = -2;
    for (const [rank, id] of filmsOf(before, list).entries()) {
      if (now.get(id) === list) continue;
      if (rank === last + 1) groups.push(`${groups.pop() ?? ''}-${id.slice(2)}`);
      else groups.push(`${LETTER[list]}${rank}-${id.slice(2)}`);
      last = rank;
    }
  }
  const fresh = [...now.keys()].filter((id) => !was.has(id));
  if (fresh.length > 0) groups.push(`x0-${fresh.map((id) => id.slice(2)).join('-')}`);
  return groups.join('.');
}

/** Reads what `changeOf` wrote; null when it is anything else, too long, or names a film twice. */
export function readChange(text: string): readonly Before[] | null {
  if (text === '' || text.length > LONGEST) return null;
  const groups = text.split('.').map(readGroup);
  const whole = groups.flatMap((group) => group ?? []);
  const films = whole.flatMap((group) => group.films);
  const sound = whole.length === groups.length && films.length <= MOST_FILMS && new Set(films).size === films.length;
  return sound ? whole : null;
}

/** The taste as it was before a change: each film named stands again where it stood. */
export function undone(taste: TasteUrl, change: readonly Before[]): TasteUrl {
  const moved = change.flatMap(({ films }) => films);
  let back = moved.reduce(without, taste);
  for (const { list, rank, films } of change.toSorted((a, b) => a.rank - b.rank)) {
    if (list !== null) back = insert(back, list, rank, films);
  }
  return back;
}

/** Whether two tastes hold the same films in the same order. */
export const sameTaste = (one: TasteUrl, other: TasteUrl): boolean =>
  tasteLists.every((list) => filmsOf(one, list).join() === filmsOf(other, list).join());

/** The taste with several films put in one of its lists. */
export const putAll = (taste: TasteUrl, list: TasteList, films: readonly FilmId[]): TasteUrl =>
  films.reduce((grown, film) => put(grown, list, film), taste);

/** The list that each film of a taste stands in. */
export function placesOf(taste: TasteUrl): Map<FilmId, TasteList> {
  return new Map(tasteLists.flatMap((list) => filmsOf(taste, list).map((id) => [id, list] as const)));
}

function readGroup(text: string): Before | null {
  const [, letter = '', rank = '', rest = ''] = GROUP.exec(text) ?? [];
  const list = letter === 'l' || letter === 'n' || letter === 's' || letter === 'x' ? LETTERS[letter] : undefined;
  if (list === undefined) return null;
  const films = rest
    .slice(1)
    .split('-')
    .flatMap((digits) => asFilmId(`tt${digits}`) ?? []);
  return { list, rank: Number(rank), films };
}

function insert(taste: TasteUrl, list: TasteList, rank: number, films: readonly FilmId[]): TasteUrl {
  const ids = filmsOf(taste, list).toSpliced(rank, 0, ...films);
  if (list !== 'liked') return { ...taste, [list]: ids };
  return { ...taste, liked: ids.slice(0, mostLiked), leftAside: ids.slice(mostLiked) };
}
