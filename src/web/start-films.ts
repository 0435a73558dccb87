import type { FilmCard, Lanterne, RecommendedFilm } from '#lanterne.ts';
import type { TasteUrl } from '#web/taste-url.ts';

const ERAS = [
  [1960, 1969],
  [1990, 1999],
  [1980, 1989],
  [2000, 2009],
  [1950, 1959],
  [1970, 1979],
  [2010, 2100],
  [1880, 1949],
] as const;
const LOOKED_AT = 24;
/** Those in French are looked for on their own: many votes come from far away. */
const FRENCH = 8;

const pools = new WeakMap<Lanterne, Promise<RecommendedFilm[][]>>();

/**
 * Well-known films to start from, of every time, as many from each, French ones and others as many. Films of
 * the taste are left out.
 */
export async function startFilms(lanterne: Lanterne, taste: TasteUrl, count: number): Promise<RecommendedFilm[]> {
  const known = new Set<string>([...taste.liked, ...taste.not, ...taste.seen]);
  const each = Math.ceil(count / ERAS.length);
  const byEra = (await poolsOf(lanterne)).map((films, era) =>
    inTurn(
      films.filter(({ card }) => !known.has(card.id)),
      each,
      { cardOf: ({ card }) => card, frenchFirst: era % 2 === 0 },
    ),
  );
  const rounds = Array.from({ length: each }, (_, round) => byEra.flatMap((films) => films[round] ?? []));
  return rounds.flat().slice(0, count);
}

// the same for every visitor, as long as this catalogue serves
function poolsOf(lanterne: Lanterne): Promise<RecommendedFilm[][]> {
  const kept = pools.get(lanterne);
  if (kept !== undefined) return kept;
  const nobody = { liked: [], disliked: [], seen: [] };
  const pool = Promise.all(
    ERAS.map(async (years) => {
      const all = await lanterne.recommend(nobody, { top: LOOKED_AT, filters: { years } });
      const french = await lanterne.recommend(nobody, { top: FRENCH, filters: { years, languages: ['fr'] } });
      return [...new Map([...all.films, ...french.films].map((film) => [film.card.id, film])).values()];
    }),
  );
  pools.set(lanterne, pool);
  pool.catch(() => pools.delete(lanterne));
  return pool;
}

/** The first films of a list, one in French and one from elsewhere in turn. */
export function inTurn<T>(
  films: readonly T[],
  count: number,
  { cardOf, frenchFirst = true }: { cardOf: (film: T) => FilmCard; frenchFirst?: boolean },
): T[] {
  const french = films.filter((film) => cardOf(film).language === 'fr');
  const others = films.filter((film) => cardOf(film).language !== 'fr');
  const taken: T[] = [];
  for (let turn = 0; taken.length < count && taken.length < films.length; turn++) {
    const next =
      (turn % 2 === 0) === frenchFirst ? (french.shift() ?? others.shift()) : (others.shift() ?? french.shift());
    if (next !== undefined) taken.push(next);
  }
  return taken;
}
