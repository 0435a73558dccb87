import type { FilmId, ShowingId } from '#brand.ts';
import { momentOf } from '#state/clock.ts';
import type { Db } from '#state/schema.ts';
import { listVenues, fromList, type Venue } from '#state/venues.ts';
import { showingFeatures, type ShowingFeature, type Version } from '#state/tables/programme.ts';

/** A showing of a film that the catalogue has, as the matching looks at it. */
export interface ShowingToMatch {
  readonly id: ShowingId;
  readonly film: FilmId;
  /** As announced. */
  readonly title: string;
  readonly starts: string;
  /** The day in the house's time zone. */
  readonly day: string;
  readonly version: Version;
  readonly features: readonly ShowingFeature[];
  /** When something of it last changed. */
  readonly changed: string;
  readonly at: Venue;
}

/** The showings that stand, from a moment on, by moment and identifier. */
export async function showingsToMatch(db: Db, since: Temporal.Instant): Promise<ShowingToMatch[]> {
  const venues = new Map((await listVenues(db)).map((venue) => [venue.id, venue]));
  const rows = await db
    .selectFrom('showing')
    .select(['id', 'venue', 'film', 'title', 'starts', 'day', 'version', 'features', 'changed'])
    .where('starts', '>=', momentOf(since))
    .where('film', 'is not', null)
    .where('cancelled', 'is', null)
    .orderBy('starts')
    .orderBy('id')
    .execute();
  return rows.flatMap(({ venue, film, features, ...row }) => {
    const at = venues.get(venue);
    return at === undefined || film === null
      ? []
      : [{ ...row, film, features: fromList(features, showingFeatures), at }];
  });
}

/** What changes when the programme does: the last change, and how many showings there are. */
export async function programmeStamp(db: Db): Promise<string> {
  const row = await db
    .selectFrom('showing')
    .select(({ fn }) => [fn.max('changed').as('changed'), fn.countAll().as('rows')])
    .executeTakeFirst();
  return `${row?.changed ?? ''} ${Number(row?.rows ?? 0)}`;
}
