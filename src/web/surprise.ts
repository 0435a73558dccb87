import type { Lanterne, RecommendedFilm } from '#lanterne.ts';
import { filmList } from '#web/film-list.ts';
import { usualView } from '#web/list-view.ts';
import { hashOf } from '#web/poster/chance.ts';
import type { Site } from '#web/site.ts';
import type { TasteUrl } from '#web/taste-url.ts';
import { wishesOf } from '#web/view-wishes.ts';
import { keptOf, withKept } from '#web/with-kept.ts';

/** How many ideas follow one another before the order is drawn anew: none comes twice among them. */
const IN_A_ROW = 64;
/** How many orders there are. */
export const surpriseRows = 2 ** 25;
/** Films that the list of the taste shows first: no surprise. */
const OBVIOUS = 12;
/** Films that suit the taste: of a small catalogue one in twelve. */
const POOL = 96;
const LEAST_POOL = 36;
/** Without a taste there is no order but fame: further down, films still well known and less often named. */
const FAMOUS_POOL = 1200;
const ASIDE = { popularity: -0.4, closeness: 0.3 };
/** Shares of the pool that are left out: the best known, then the least esteemed of the rest. */
const BEST_KNOWN = 0.25;
const LEAST_ESTEEMED = 0.3;
const SMALL = 12;

/** The seed of an address, or null: a whole number that holds a row and a place in it. */
export function readSeed(text: string | null): number | null {
  const seed = /^\d{1,10}$/.test(text ?? '') ? Number(text) : Number.NaN;
  return seed < IN_A_ROW * surpriseRows ? seed : null;
}

/** The first seed of a row. */
export const seedOf = (row: number): number => (row % surpriseRows) * IN_A_ROW;

/** The seed of the next idea. */
export const nextSeed = (seed: number): number =>
  seed % IN_A_ROW < IN_A_ROW - 1 ? seed + 1 : seedOf(hashOf(String(seed)));

/**
 * The film of a seed: drawn among good films for the taste, or good films, that are neither the obvious ones nor the best known; never one that was liked, refused or
 * seen. The same address gives the same film as long as the catalogue and what the visitor keeps do. Null when none is left.
 */
export async function surpriseFilm(
  site: Pick<Site, 'lanterne' | 'visitor'>,
  taste: TasteUrl,
  started: boolean,
  seed: number,
): Promise<RecommendedFilm | null> {
  const [row, place] = [Math.floor(seed / IN_A_ROW), seed % IN_A_ROW];
  const drawn = (await (started ? knownFilms : tasteFilms)(site, taste))
    .map((film) => ({ film, rank: hashOf(`${row} ${film.card.id} ${row}`) }))
    .toSorted((a, b) => a.rank - b.rank);
  return drawn[place % drawn.length]?.film ?? null;
}

async function tasteFilms(site: Pick<Site, 'lanterne' | 'visitor'>, taste: TasteUrl): Promise<RecommendedFilm[]> {
  const top = Math.min(POOL, Math.max(LEAST_POOL, Math.floor(site.lanterne.films / 12)));
  const asked = { ...wishesOf(taste.view ?? usualView), dials: ASIDE, top, diversity: 0 };
  const [{ films }, obvious] = await Promise.all([
    site.lanterne.recommend(withKept(taste, site.visitor), asked),
    filmList(site, taste, { top: OBVIOUS, started: false }),
  ]);
  const first = new Set(obvious.films.map(({ card }) => card.id));
  const others = films.filter(({ card }) => !first.has(card.id));
  return aside(others.length === 0 ? films : others);
}

async function knownFilms(
  { lanterne, visitor }: Pick<Site, 'lanterne' | 'visitor'>,
  taste: TasteUrl,
): Promise<RecommendedFilm[]> {
  const pool =
    taste.view === undefined
      ? usualPool(lanterne)
      : lanterne.recommend(nobody, { ...wishesOf(taste.view), top: topOf(lanterne) }).then(({ films }) => aside(films));
  const away = new Set<string>([...taste.not, ...taste.seen, ...keptOf(visitor)]);
  return (await pool).filter(({ card }) => !away.has(card.id));
}

const nobody = { liked: [], disliked: [], seen: [] };
const topOf = ({ films }: Lanterne): number => Math.max(OBVIOUS, Math.min(FAMOUS_POOL, Math.floor(films / 2)));

const pools = new WeakMap<Lanterne, Promise<RecommendedFilm[]>>();

// the same for every visitor, as long as this catalogue serves
function usualPool(lanterne: Lanterne): Promise<RecommendedFilm[]> {
  const kept = pools.get(lanterne);
  if (kept !== undefined) return kept;
  const pool = lanterne.recommend(nobody, { top: topOf(lanterne) }).then(({ films }) => aside(films));
  pools.set(lanterne, pool);
  pool.catch(() => pools.delete(lanterne));
  return pool;
}

/** The films without the best known and the least esteemed; all of them when they are few. */
function aside(films: readonly RecommendedFilm[]): RecommendedFilm[] {
  if (films.length < SMALL) return [...films];
  const known = ({ card }: RecommendedFilm): number => (card.votes > 0 ? Math.log1p(card.votes) : (card.renown ?? 0));
  const lesser = films.toSorted((a, b) => known(b) - known(a)).slice(Math.ceil(films.length * BEST_KNOWN));
  // a film without a rating is neither the best nor the worst
  const rated = lesser.flatMap(({ card }) => card.rating ?? []).toSorted((a, b) => a - b);
  const least = rated[Math.floor(rated.length * LEAST_ESTEEMED)] ?? 0;
  return lesser.filter(({ card }) => (card.rating ?? least) >= least);
}
