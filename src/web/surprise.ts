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
const OBVIOUS = 24;
/** Films that suit the taste: of a small catalogue one in twelve. */
const POOL = 200;
const LEAST_POOL = 48;
/** Without a taste there is no order but fame: further down, films still well known and less often named. */
const FAMOUS_POOL = 1200;
/** The part of the famous films that everybody thinks of. */
const BEST_KNOWN = 0.25;
const ASIDE = { popularity: -0.2, closeness: 0.6 };
/** The share of the rated films that is left out, the least esteemed. */
const LEAST_ESTEEMED = 0.5;
/** What a rating is drawn to, and as by how many votes: a hundred friends of a film are no esteem yet. */
const USUAL_RATING = 6.3;
const USUAL_VOTES = 1000;
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

async function tasteFilms(
  site: Pick<Site, 'lanterne' | 'visitor'>,
  taste: TasteUrl,
): Promise<readonly RecommendedFilm[]> {
  const { lanterne, visitor } = site;
  const top = Math.min(POOL, Math.max(LEAST_POOL, Math.floor(lanterne.films / 12)));
  const asked = { ...wishesOf(taste.view ?? usualView), dials: ASIDE, top, diversity: 0 };
  const [{ films }, obvious, famous] = await Promise.all([
    lanterne.recommend(withKept(taste, visitor), asked),
    filmList(site, taste, { top: OBVIOUS, started: false }),
    famousFilms(lanterne),
  ]);
  const first = new Set(obvious.films.map(({ card }) => card.id));
  const others = films.filter(({ card }) => !first.has(card.id));
  const everybodys = new Set(bestKnown(famous).map(({ card }) => card.id));
  const lesser = others.filter(({ card }) => !everybodys.has(card.id));
  return esteemed([lesser, others, films].find(({ length }) => length >= SMALL) ?? films);
}

async function knownFilms(
  { lanterne, visitor }: Pick<Site, 'lanterne' | 'visitor'>,
  taste: TasteUrl,
): Promise<readonly RecommendedFilm[]> {
  const famous =
    taste.view === undefined
      ? await famousFilms(lanterne)
      : (await lanterne.recommend(nobody, { ...wishesOf(taste.view), top: topOf(lanterne) })).films;
  const away = new Set<string>([...taste.not, ...taste.seen, ...keptOf(visitor)]);
  const everybodys = new Set(bestKnown(famous));
  const lesser = famous.length < SMALL ? famous : famous.filter((film) => !everybodys.has(film));
  return esteemed(lesser).filter(({ card }) => !away.has(card.id));
}

const nobody = { liked: [], disliked: [], seen: [] };
const topOf = ({ films }: Lanterne): number => Math.max(OBVIOUS, Math.min(FAMOUS_POOL, Math.floor(films * 0.8)));

/** The best-known quarter; where no votes part films of one renown, all of that renown, as long as others remain. */
function bestKnown(famous: readonly RecommendedFilm[]): readonly RecommendedFilm[] {
  const fame = ({ card: { votes, renown } }: RecommendedFilm): number => votes || (renown ?? 0);
  const ranked = famous.toSorted((a, b) => fame(b) - fame(a));
  const quarter = Math.ceil(ranked.length * BEST_KNOWN);
  const last = ranked[quarter - 1];
  const tied = last === undefined ? [] : ranked.filter((film) => fame(film) >= fame(last));
  return ranked.length - tied.length >= SMALL ? tied : ranked.slice(0, quarter);
}

const known = new WeakMap<Lanterne, Promise<readonly RecommendedFilm[]>>();

// the same for every visitor, as long as this catalogue serves
function famousFilms(lanterne: Lanterne): Promise<readonly RecommendedFilm[]> {
  const kept = known.get(lanterne);
  if (kept !== undefined) return kept;
  const films = lanterne.recommend(nobody, { top: topOf(lanterne) }).then((list) => list.films);
  known.set(lanterne, films);
  films.catch(() => known.delete(lanterne));
  return films;
}

/** The films without the least esteemed; all of them when they are few. A film without a rating is neither among the best nor the worst. */
function esteemed(films: readonly RecommendedFilm[]): readonly RecommendedFilm[] {
  const ratings = films.flatMap(({ card }) => esteemOf(card) ?? []).toSorted((a, b) => a - b);
  if (films.length < SMALL) return films;
  const least = ratings[Math.floor(ratings.length * LEAST_ESTEEMED)] ?? 0;
  return films.filter(({ card }) => (esteemOf(card) ?? least) >= least);
}

const esteemOf = ({ rating, votes }: RecommendedFilm['card']): number | null =>
  rating === null ? null : (votes * rating + USUAL_VOTES * USUAL_RATING) / (votes + USUAL_VOTES);
