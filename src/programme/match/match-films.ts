import { asFilmId, type FilmId } from '#brand.ts';
import { likeness } from '#programme/match/likeness.ts';
import { filmsOfKeys, keyName, titlesWithoutFilm, type FilmKey } from '#state/film-keys.ts';
import { titleKey } from '#state/programme-titles.ts';
import type { Db } from '#state/schema.ts';
import type { DraftShowing } from '#programme/read/draft.ts';

/** What is looked at of a film of the catalogue. */
export interface CatalogueFilm {
  readonly id: string;
  readonly title: string;
  readonly originalTitle: string;
  readonly titleFr: string | null;
  readonly year: number | null;
  readonly runtime: number | null;
  readonly directors: readonly string[];
}

/** How films are found in the catalogue: what a Lanterne has. */
export interface FilmFinder {
  named(
    titles: readonly { readonly title: string; readonly year: number | null }[],
  ): Promise<readonly (readonly CatalogueFilm[])[]>;
  search(text: string, options: { top: number; year?: number }): Promise<readonly { readonly card: CatalogueFilm }[]>;
  cards(ids: readonly string[]): Promise<readonly CatalogueFilm[]>;
}

/** Which film a line means. `card` null: it is announced without one. `supposed`: nothing but its title says so, and it is not recent. */
export type FilmMatch =
  | {
      readonly kind: 'sure';
      readonly film: FilmId | null;
      readonly card: CatalogueFilm | null;
      readonly supposed: boolean;
    }
  | { readonly kind: 'several'; readonly candidates: readonly CatalogueFilm[] }
  | { readonly kind: 'unknown'; readonly candidates: readonly CatalogueFilm[] };

type Told = Pick<DraftShowing, 'title' | 'year' | 'director' | 'minutes' | 'keys'>;

/** Lines that say the same of a film mean the same film. */
export const filmName = ({ title, year, director, keys }: Told): string =>
  JSON.stringify([
    titleKey(title),
    year,
    director === null ? null : titleKey(director),
    keys.map(({ system, value }) => `${system} ${value}`),
  ]);

/** How a house's own title of a film is kept in film_key. */
export const titleKeyOf = ({ title, year }: Pick<Told, 'title' | 'year'>): FilmKey => ({
  system: 'title',
  value: year === null ? titleKey(title) : `${titleKey(title)} ${year}`,
});

/** A film is recent for so many years. */
const recentYears = 3;
const mostCandidates = 5;
/** Titles whose neighbours are looked for: a file of ten thousand unknown titles is no programme. */
const mostSought = 200;

/**
 * Which films lines mean, by filmName: by a key first (IMDb, CNC visa, AlloCiné, EIDR, TMDB, what the house has said of the title), then by title, year and
 * director, then by title among recent films. Nothing is guessed among several.
 */
export async function matchFilms(
  db: Db,
  finder: FilmFinder,
  drafts: readonly Told[],
  { year }: { readonly year: number },
): Promise<Map<string, FilmMatch>> {
  const distinct = new Map(drafts.map((draft) => [filmName(draft), draft]));
  const known = await knownFilms(db, finder, [...distinct.values()]);
  const cardless = new Set((await titlesWithoutFilm(db)).map(titleKey));
  const left = [...distinct].filter(([name]) => !known.has(name));
  const named = await finder.named(left.map(([, { title, year: said }]) => ({ title, year: said })));
  const matches = new Map<string, FilmMatch>(known);
  let sought = 0;
  for (const [at, [name, draft]] of left.entries()) {
    const films = named[at] ?? [];
    const match = ofTitle(films, draft, year);
    if (match.kind === 'sure') matches.set(name, match);
    else if (cardless.has(titleKey(draft.title)))
      matches.set(name, { kind: 'sure', film: null, card: null, supposed: false });
    else if (match.candidates.length > 0) matches.set(name, match);
    else matches.set(name, sought++ < mostSought ? await nearest(finder, draft) : { kind: 'unknown', candidates: [] });
  }
  return matches;
}

/** Films whose key somebody has said, or that are IMDb's own. */
async function knownFilms(db: Db, finder: FilmFinder, drafts: readonly Told[]): Promise<Map<string, FilmMatch>> {
  const stored = (draft: Told): FilmKey[] => [
    ...draft.keys.flatMap(({ system, value }) => (system === 'imdb' ? [] : [{ system, value }])),
    titleKeyOf(draft),
  ];
  const films = await filmsOfKeys(db, drafts.flatMap(stored));
  const idOf = (draft: Told): FilmId | null => {
    const imdb = draft.keys.flatMap(({ system, value }) => (system === 'imdb' ? [asFilmId(value)] : []))[0];
    return imdb ?? stored(draft).flatMap((key) => films.get(keyName(key)) ?? [])[0] ?? null;
  };
  const ids = new Map(drafts.map((draft) => [filmName(draft), idOf(draft)]));
  const cards = new Map(
    (await finder.cards([...ids.values()].flatMap((id) => id ?? []))).map((card) => [card.id, card]),
  );
  return new Map(
    [...ids].flatMap(([name, film]): [string, FilmMatch][] => {
      const card = film === null ? undefined : cards.get(film);
      return film === null || card === undefined ? [] : [[name, { kind: 'sure', film, card, supposed: false }]];
    }),
  );
}

/** @param films those of the catalogue that bear the title, of the year that is told or one off when there is one */
function ofTitle(films: readonly CatalogueFilm[], draft: Told, now: number): FilmMatch {
  const directed = draft.director === null ? [] : films.filter((film) => isDirectedBy(film, draft.director ?? ''));
  if (draft.director !== null && directed.length === 0 && films.some(({ directors }) => directors.length > 0))
    return { kind: 'several', candidates: films.slice(0, mostCandidates) };
  const fitting = directed.length > 0 ? directed : films;
  const recent = fitting.filter((film) => (film.year ?? 0) >= now - recentYears);
  const [one, ...others] = fitting.length === 1 ? fitting : recent;
  const film = one === undefined ? null : asFilmId(one.id);
  if (one === undefined || film === null || others.length > 0)
    return { kind: 'several', candidates: fitting.slice(0, mostCandidates) };
  const sameLength = lengthAgrees(one, draft);
  const confirmed = draft.year !== null || directed.length > 0 || recent.length === 1 || sameLength === true;
  if (sameLength === false && draft.year === null && directed.length === 0)
    return { kind: 'several', candidates: [one] };
  return { kind: 'sure', film, card: one, supposed: !confirmed };
}

/** Null: one of the two lengths is not known. */
const lengthAgrees = ({ runtime }: CatalogueFilm, { minutes }: Told): boolean | null =>
  runtime === null || minutes === null ? null : Math.abs(runtime - minutes) <= 15;

/** Whether they share a family name: `A. Lutin`, `Lutin Anne` and `Anne Lutin` do. */
const isDirectedBy = ({ directors }: CatalogueFilm, told: string): boolean => {
  const words = new Set(titleKey(told).split(' '));
  return directors.some((name) => {
    const parts = titleKey(name).split(' ');
    const family = parts.at(-1) ?? '';
    return family.length > 1 && words.has(family);
  });
};

async function nearest(finder: FilmFinder, { title, year }: Told): Promise<FilmMatch> {
  const found = await finder.search(title.slice(0, 100), { top: mostCandidates, ...(year === null ? {} : { year }) });
  const near = (card: CatalogueFilm): boolean =>
    [card.title, card.originalTitle, card.titleFr ?? ''].some((name) => likeness(name, title) > 0.35);
  return { kind: 'unknown', candidates: found.map(({ card }) => card).filter(near) };
}
