import { setImmediate } from 'node:timers/promises';
import { asFilmId, type FilmId } from '#brand.ts';
import type { FilmCard, Lanterne } from '#lanterne.ts';
import type { TasteRow } from '#web/import/taste-row.ts';
import { bare } from '#web/titles.ts';

/** What all the rows about one film say together. */
export interface Said {
  readonly title: string;
  readonly year: number | null;
  readonly rating: number | null;
  readonly heart: boolean;
  readonly wanted: boolean;
  readonly date: string;
}

/** A film of the catalogue, and what the files say of it. */
export interface MatchedFilm extends Said {
  readonly id: FilmId;
  readonly card: FilmCard;
}

/** A film of the files that may be several of the catalogue's. */
export interface AmbiguousFilm extends Said {
  readonly cards: readonly FilmCard[];
}

export interface Matches {
  readonly matched: readonly MatchedFilm[];
  readonly ambiguous: readonly AmbiguousFilm[];
  readonly unknown: readonly Said[];
  /** The person's own mean rating, over all the films they rated; null when they rated none. */
  readonly mean: number | null;
}

/** The most titles looked up one by one, as if they were typed: some milliseconds each. */
const MOST_TYPED = 60;
const MOST_CANDIDATES = 6;
/** Films looked up before other requests have their turn. */
const BATCH = 200;

/**
 * Finds the films of the rows in the catalogue: by IMDb identifier, else by their very title and year, else, for the best liked that remain, as what is
 * typed in the box is read. Several films that bear one title are never told apart by their fame. Unknown ones best liked first.
 */
export async function matchRows(lanterne: Lanterne, rows: readonly TasteRow[]): Promise<Matches> {
  const films = [...together(rows).values()];
  const rated = films.flatMap(({ rating }) => rating ?? []);
  const mean = rated.length === 0 ? null : rated.reduce((sum, one) => sum + one, 0) / rated.length;
  const matched = new Map<FilmId, MatchedFilm>();
  const ambiguous: AmbiguousFilm[] = [];
  const unknown: Said[] = [];
  const settle = (said: Said, cards: readonly FilmCard[], sure = true): void => {
    const [card] = cards;
    const id = card === undefined ? null : asFilmId(card.id);
    if (card === undefined || id === null) unknown.push(said);
    else if (cards.length > 1 || !sure) ambiguous.push({ ...said, cards: cards.slice(0, MOST_CANDIDATES) });
    else matched.set(id, { ...merge(matched.get(id), said), id, card });
  };

  const titled: Said[] = [];
  for (const batch of batchesOf(films)) {
    const cards = await lanterne.cards(batch.flatMap(({ id }) => id ?? []));
    const byId = new Map(cards.map((card) => [card.id, card]));
    for (const { id, ...said } of batch) {
      const card = id === null ? undefined : byId.get(id);
      if (card !== undefined) settle(said, [card]);
      else if (said.title !== '') titled.push(said);
      else unknown.push({ ...said, title: id ?? '' });
    }
    await setImmediate();
  }
  const strangers: Said[] = [];
  for (const batch of batchesOf(titled)) {
    const named = await lanterne.named(batch);
    for (const [at, said] of batch.entries()) {
      const cards = named[at] ?? [];
      if (cards.length > 0) settle(said, cards);
      else strangers.push(said);
    }
    await setImmediate();
  }
  const inOrder = strangers.toSorted(usefulFirst);
  for (const said of inOrder.slice(0, MOST_TYPED)) {
    const { cards, sure } = await asTyped(lanterne, said);
    settle(said, cards, sure);
    await setImmediate();
  }
  unknown.push(...inOrder.slice(MOST_TYPED));
  return { matched: [...matched.values()], ambiguous, unknown: unknown.toSorted(usefulFirst), mean };
}

function* batchesOf<T>(all: readonly T[]): Generator<readonly T[]> {
  for (let at = 0; at < all.length; at += BATCH) yield all.slice(at, at + BATCH);
}

/** Rows of several files about one film make one; the latest rating wins. */
function together(rows: readonly TasteRow[]): Map<string, Said & { id: FilmId | null }> {
  const films = new Map<string, Said & { id: FilmId | null }>();
  for (const row of rows) {
    const key = row.id ?? `${bare(row.title) || row.title} ${row.year}`;
    const known = films.get(key);
    films.set(key, { ...merge(known, row), id: known?.id ?? row.id });
  }
  return films;
}

function merge(known: Said | undefined, said: Said): Said {
  const { title, year, rating, heart, wanted, date } = said;
  if (known === undefined) return { title, year, rating, heart, wanted, date };
  const later = date >= known.date;
  return {
    title: known.title === '' ? title : known.title,
    year: known.year ?? year,
    rating: later ? (rating ?? known.rating) : (known.rating ?? rating),
    heart: known.heart || heart,
    // watched in one file, it is no longer to be watched
    wanted: known.wanted && wanted,
    date: later ? date : known.date,
  };
}

async function asTyped(
  lanterne: Lanterne,
  { title, year }: Said,
): Promise<{ cards: readonly FilmCard[]; sure: boolean }> {
  const meaning = await lanterne.resolve(year === null ? title : `${title} (${year})`);
  if (meaning.kind === 'one') return { cards: [meaning.card], sure: true };
  if (meaning.kind === 'none') return { cards: [], sure: true };
  const cards = meaning.cards.filter((card) => year === null || Math.abs((card.year ?? 0) - year) <= 1);
  return { cards, sure: false };
}

const usefulFirst = (one: Said, other: Said): number =>
  Number(other.heart) - Number(one.heart) ||
  (other.rating ?? 0) - (one.rating ?? 0) ||
  (one.date < other.date ? 1 : one.date > other.date ? -1 : 0);
