import type { VenueId } from '#brand.ts';
import type { Db } from '#state/schema.ts';
import { equipments, type Equipment, type VenueKind } from '#state/tables/programme.ts';

/** A place where films are shown: a cinema, or a hall that a travelling cinema comes to. */
export interface Venue {
  readonly id: VenueId;
  readonly name: string;
  readonly kind: VenueKind;
  /** INSEE code. */
  readonly commune: string;
  readonly address: string | null;
  /** Degrees; null: the middle of the commune stands for it. */
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly seats: number | null;
  readonly equipment: readonly Equipment[];
  readonly website: string | null;
  readonly closed: string | null;
}

/** Adds a venue, or changes the one of that identifier. */
export async function putVenue(db: Db, { equipment, ...venue }: Venue): Promise<void> {
  const row = { ...venue, equipment: equipment.join(',') };
  const { id: _, ...rest } = row;
  await db
    .insertInto('venue')
    .values(row)
    .onConflict((conflict) => conflict.column('id').doUpdateSet(rest))
    .execute();
}

/** Every venue, by name; those that are closed last. */
export async function listVenues(db: Db): Promise<Venue[]> {
  const rows = await db.selectFrom('venue').selectAll().orderBy('name').execute();
  const venues = rows.map((row) => ({ ...row, equipment: fromList(row.equipment, equipments) }));
  return venues.toSorted((a, b) => Number(a.closed !== null) - Number(b.closed !== null));
}

/** The values of a list by commas that are among the known ones. */
export const fromList = <T extends string>(text: string, known: readonly T[]): T[] => {
  const held = new Set(text.split(','));
  return known.filter((one) => held.has(one));
};
