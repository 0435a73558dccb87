import type { FilmId } from '#brand.ts';
import { fewest } from '#demand/anonymous.ts';
import { plausible } from '#demand/plausible.ts';
import type { MarketBook } from '#market/types.ts';
import { wishersOf } from '#state/demand.ts';
import type { Db } from '#state/schema.ts';

/** How many would come, as everybody may read it: five at least, or that there are fewer, or nobody. */
export type PublicCount =
  | { readonly kind: 'told'; readonly people: number; readonly seats: number }
  | { readonly kind: 'few' }
  | { readonly kind: 'nobody' };

/** How many would come to each of some films. */
export async function publicCounts(
  db: Db,
  { communes }: Pick<MarketBook, 'communes'>,
  films: readonly FilmId[],
): Promise<Map<FilmId, PublicCount>> {
  const known = new Set(communes.map(({ code }) => code));
  const { counted } = plausible(await wishersOf(db, { films }), (commune) => known.has(commune));
  const byFilm = Map.groupBy(counted, ({ film }) => film);
  const countOf = (wishers: readonly { readonly seats: number }[]): PublicCount => {
    if (wishers.length === 0) return { kind: 'nobody' };
    if (wishers.length < fewest) return { kind: 'few' };
    return { kind: 'told', people: wishers.length, seats: wishers.reduce((sum, { seats }) => sum + seats, 0) };
  };
  return new Map(films.map((film) => [film, countOf(byFilm.get(film) ?? [])]));
}
