import type { FilmId, ShowingId, VenueId } from '#brand.ts';
import { momentOf, type Clock } from '#state/clock.ts';
import type { Db } from '#state/schema.ts';
import { fromList, listVenues, type Venue } from '#state/venues.ts';
import { programmeColumns, showingFeatures, type ShowingFeature, type Version } from '#state/tables/programme.ts';

/** One showing of one film. */
export interface Showing {
  readonly id: ShowingId;
  readonly venue: VenueId;
  /** Null: the catalogue does not have it, or it is no film. */
  readonly film: FilmId | null;
  /** As announced. */
  readonly title: string;
  /** UTC, as momentOf writes it. */
  readonly starts: string;
  /** The day in the house's time zone. */
  readonly day: string;
  readonly version: Version;
  readonly features: readonly ShowingFeature[];
  readonly screen: string;
  readonly minutes: number | null;
  /** Cents. */
  readonly price: number | null;
  readonly booking: string | null;
  readonly note: string | null;
  /** Since when it is called off. */
  readonly cancelled: string | null;
  readonly origin: string | null;
}

export interface ShowingAt extends Showing {
  readonly at: Venue;
}

export interface WhichShowings {
  /** Days of the house's time zone, both included. */
  readonly from?: string;
  readonly until?: string;
  readonly film?: FilmId;
  readonly venue?: VenueId;
  /** Those that are called off too. */
  readonly cancelled?: boolean;
  readonly most?: number;
}

/** Showings with their venues, by moment, then venue and title. */
export async function listShowings(db: Db, which: WhichShowings): Promise<ShowingAt[]> {
  const venues = new Map((await listVenues(db)).map((venue) => [venue.id, venue]));
  let query = db.selectFrom('showing').select(shown).orderBy('starts').orderBy('venue').orderBy('title');
  if (which.from !== undefined) query = query.where('day', '>=', which.from);
  if (which.until !== undefined) query = query.where('day', '<=', which.until);
  if (which.film !== undefined) query = query.where('film', '=', which.film);
  if (which.venue !== undefined) query = query.where('venue', '=', which.venue);
  if (which.cancelled !== true) query = query.where('cancelled', 'is', null);
  const rows = await query.limit(which.most ?? 10_000).execute();
  return rows.flatMap((row) => {
    const at = venues.get(row.venue);
    return at === undefined ? [] : [{ ...row, features: fromList(row.features, showingFeatures), at }];
  });
}

/** Adds a showing, or changes the one of that identifier. The caller sees to it that no other stands in its place (venue, moment, screen, title). */
export async function putShowing(
  db: Db,
  { features, ...showing }: Showing,
  { now = Temporal.Now.instant() }: Clock = {},
): Promise<void> {
  const row = { ...showing, features: features.join(','), changed: momentOf(now) };
  const { id: _, ...rest } = row;
  await db
    .insertInto('showing')
    .values(row)
    .onConflict((conflict) => conflict.column('id').doUpdateSet(rest))
    .execute();
}

/** One showing; null when there is none of that identifier. */
export async function readShowing(db: Db, id: ShowingId): Promise<Showing | null> {
  const row = await db.selectFrom('showing').select(shown).where('id', '=', id).executeTakeFirst();
  return row === undefined ? null : { ...row, features: fromList(row.features, showingFeatures) };
}

/** Takes a showing away, as if it had never been announced. */
export const deleteShowing = async (db: Db, id: ShowingId): Promise<void> =>
  void (await db.deleteFrom('showing').where('id', '=', id).execute());

const shown = programmeColumns.showing.filter((column) => column !== 'changed');
