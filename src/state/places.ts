import type { FilmId, VisitorId } from '#brand.ts';
import { readBasket, type Basket } from '#state/basket.ts';
import type { Db } from '#state/schema.ts';

/** A place in a group, with all that is held of it. */
export interface Place {
  readonly id: string;
  readonly code: string;
  readonly label: string;
  readonly basket: Basket;
  readonly weight: number;
  readonly received: number;
  readonly joined: string;
  /** What the films that the group chose brought to this place. */
  readonly evenings: readonly { readonly film: FilmId; readonly gain: number; readonly at: string }[];
}

/** The places of a visitor, the first joined first. */
export async function placesOfVisitor(db: Db, visitor: VisitorId): Promise<Place[]> {
  const held = await db.selectFrom('group_member').select('id').where('visitor', '=', visitor).execute();
  return placesOf(
    db,
    held.map(({ id }) => id),
  );
}

/** The places that these keys open, but for those of the visitor told, the first joined first; none for keys that open nothing. */
export async function placesOfKeys(db: Db, keys: readonly string[], but: VisitorId | null = null): Promise<Place[]> {
  if (keys.length === 0) return [];
  const held = await db.selectFrom('group_member').select(['id', 'visitor']).where('id', 'in', keys).execute();
  return placesOf(
    db,
    held.flatMap(({ id, visitor }) => (but !== null && visitor === but ? [] : id)),
  );
}

async function placesOf(db: Db, keys: readonly string[]): Promise<Place[]> {
  if (keys.length === 0) return [];
  const places = await db
    .selectFrom('group_member')
    .select(['id', 'session as code', 'label', 'basket', 'weight', 'received', 'joined'])
    .where('id', 'in', keys)
    .orderBy('joined')
    .orderBy('id')
    .execute();
  const evenings = await db
    .selectFrom('group_gain')
    .select(['member', 'film', 'gain', 'at'])
    .where('member', 'in', keys)
    .orderBy('at')
    .orderBy('film')
    .execute();
  return places.map((place) => ({
    ...place,
    basket: readBasket(place.basket),
    evenings: evenings.filter(({ member }) => member === place.id).map(({ film, gain, at }) => ({ film, gain, at })),
  }));
}
