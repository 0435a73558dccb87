import type { FilmId } from '#brand.ts';
import type { AmbiguousFilm, MatchedFilm, Matches } from '#web/import/match-rows.ts';
import { mostLiked, mostOthers, type TasteUrl } from '#web/taste-url.ts';

/** What an import makes of the address's taste, and what did not fit. */
export interface Basket {
  readonly taste: TasteUrl;
  /** Films of the files that were liked, those beyond the twenty among them. */
  readonly liked: number;
  /** Films beyond what the address holds: they may be proposed again. */
  readonly beyond: number;
  readonly wanted: readonly MatchedFilm[];
  /** Films that may be several, each with the list of the address that the right one would join. */
  readonly choices: readonly (AmbiguousFilm & { readonly list: 'liked' | 'not' | 'seen' })[];
}

/** On a scale of ten. */
const LIKED_FROM = 6;
const ALWAYS_LIKED = 9;
const NOT_UP_TO = 5;
const UNRATED_HEART = 8;

/**
 * Makes a basket of the films found. Liked: those with a heart, and those rated above the person's own mean (and at least 6 of 10, or 9 whatever the mean).
 * Not liked: 5 of 10 at most, and under that mean. Twenty liked films count: the best rated; where the last places are
 * for fewer than were rated the same, those least like the others already chosen (director, genre, decade), then the latest. Everything else was seen;
 * where the address is too short, those that we would propose first are kept.
 * @param likely the films in the order in which they would be proposed to a taste
 */
export async function makeBasket(
  { matched, ambiguous, mean }: Matches,
  before: TasteUrl,
  likely: (taste: TasteUrl) => Promise<readonly string[]>,
): Promise<Basket> {
  const highest = matched.reduce((most, { rating }) => Math.max(most, rating ?? 0), 0);
  const opinion = (film: { rating: number | null; heart: boolean }) => opinionOf(film, mean ?? 0, highest);
  const known = new Set<FilmId>([...before.liked, ...before.leftAside, ...before.not, ...before.seen]);
  const fresh = matched.filter(
    ({ id, wanted, rating, heart }) => !known.has(id) && !(wanted && rating === null && !heart),
  );
  const loved = fresh.filter((film) => opinion(film) === 'liked');
  const chosen = chooseLiked(loved, mostLiked - before.liked.length);
  const taken = new Set(chosen.map(({ id }) => id));
  const liked = [...before.liked, ...chosen.map(({ id }) => id)];
  const not = [
    ...before.not,
    ...fresh
      .filter((film) => opinion(film) === 'not')
      .toSorted(worstFirst)
      .map(({ id }) => id),
  ];
  const rest = fresh.filter((film) => !taken.has(film.id) && opinion(film) !== 'not').toSorted(latestFirst);

  const partial = { ...before, liked, not: not.slice(0, mostOthers) };
  const room = mostOthers - before.seen.length;
  const order = rest.length <= room ? [] : await likely({ ...partial, seen: before.seen });
  const rank = new Map(order.map((id, at) => [id, at]));
  const soonest = rest.toSorted((a, b) => (rank.get(a.id) ?? Infinity) - (rank.get(b.id) ?? Infinity) || 0);
  const seen = [...before.seen, ...soonest.slice(0, Math.max(0, room)).map(({ id }) => id)];

  let places = mostLiked - liked.length;
  const choices = ambiguous
    .filter(({ wanted }) => !wanted)
    .map((film) => {
      const list = opinion(film);
      return { ...film, list: list === 'liked' && places-- <= 0 ? ('seen' as const) : list };
    });
  return {
    taste: { ...partial, seen },
    liked: loved.length,
    beyond: not.length - partial.not.length + (rest.length - (seen.length - before.seen.length)),
    wanted: matched.filter(({ wanted, rating, heart }) => wanted && rating === null && !heart),
    choices,
  };
}

function opinionOf(
  { rating, heart }: { readonly rating: number | null; readonly heart: boolean },
  mean: number,
  highest: number,
): 'liked' | 'not' | 'seen' {
  if (heart) return 'liked';
  if (rating === null) return 'seen';
  if (rating >= LIKED_FROM && (rating > mean || rating >= ALWAYS_LIKED || rating === highest)) return 'liked';
  return rating <= NOT_UP_TO && rating < mean ? 'not' : 'seen';
}

/** The `most` films to count, best first. */
function chooseLiked(loved: readonly MatchedFilm[], most: number): MatchedFilm[] {
  const worth = ({ rating, heart }: MatchedFilm): number => (rating ?? UNRATED_HEART) + (heart ? 1 : 0);
  const tiers = Map.groupBy(loved.toSorted(latestFirst), worth);
  const chosen: MatchedFilm[] = [];
  for (const value of [...tiers.keys()].toSorted((a, b) => b - a)) {
    const tier = tiers.get(value) ?? [];
    if (tier.length <= most - chosen.length) chosen.push(...tier);
    else spread(tier, chosen, most);
  }
  return chosen;
}

/** Grows `chosen` to `most` films, each time by the one that shares least with those there, the latest among equals. */
function spread(tier: readonly MatchedFilm[], chosen: MatchedFilm[], most: number): void {
  const met = new Map<string, number>();
  const meet = (film: MatchedFilm): void => {
    for (const { name } of traitsOf(film)) met.set(name, (met.get(name) ?? 0) + 1);
  };
  const shared = (film: MatchedFilm): number =>
    traitsOf(film).reduce((sum, { name, weight }) => sum + weight * (met.get(name) ?? 0), 0);
  chosen.forEach(meet);
  const left = new Set(tier);
  while (chosen.length < most && left.size > 0) {
    let best: MatchedFilm | null = null;
    let least = Infinity;
    for (const film of left) {
      const cost = shared(film);
      if (cost < least) [best, least] = [film, cost];
    }
    if (best === null) return;
    left.delete(best);
    chosen.push(best);
    meet(best);
  }
}

interface Trait {
  readonly name: string;
  readonly weight: number;
}

function traitsOf({ card: { directors, genres, year } }: MatchedFilm): Trait[] {
  return [
    ...directors.slice(0, 1).map((name) => ({ name: `director ${name}`, weight: 3 })),
    ...genres.slice(0, 1).map((name) => ({ name: `genre ${name}`, weight: 1 })),
    ...(year === null ? [] : [{ name: `decade ${Math.floor(year / 10)}`, weight: 1 }]),
  ];
}

const latestFirst = (one: MatchedFilm, other: MatchedFilm): number =>
  one.date === other.date ? (one.id < other.id ? -1 : 1) : one.date < other.date ? 1 : -1;

const worstFirst = (one: MatchedFilm, other: MatchedFilm): number =>
  (one.rating ?? 0) - (other.rating ?? 0) || latestFirst(one, other);
