import { travelBy } from '#programme/travel.ts';
import type { Commune, MarketBook } from '#market/types.ts';
import type { Venue } from '#state/venues.ts';

/** From further than this nobody is asked to come, minutes by car. */
const furthest = 60;

const kept = new WeakMap<MarketBook, { readonly key: string; readonly communes: readonly Commune[] }>();

/** The communes from which one may say that one would come: an hour's drive from the cinema's own, or from one of its venues; by name. */
export function communesNear(book: MarketBook, venues: readonly Venue[]): readonly Commune[] {
  const open = venues.filter(({ closed }) => closed === null);
  const key = open.map(({ id, commune, latitude, longitude }) => [id, commune, latitude, longitude].join(' ')).join();
  const known = kept.get(book);
  if (known?.key === key) return known.communes;
  const travel = travelBy(book);
  const places = [{ commune: book.home.commune }, ...open];
  const communes = book.communes
    .filter(({ code }) => places.some((place) => (travel({ commune: code }, place) ?? Infinity) <= furthest))
    .toSorted((a, b) => a.name.localeCompare(b.name, 'fr'));
  kept.set(book, { key, communes });
  return communes;
}
