import type { FilmId, VenueId } from '#brand.ts';
import { townNames } from '#market/town-names.ts';
import { dayInParis } from '#calendar/week.ts';
import type { DemandBoard } from '#demand/board.ts';
import { readDemand } from '#demand/read-demand.ts';
import type { FilmCard } from '#lanterne.ts';
import { attendanceOf, type Attendance } from '#state/attendance.ts';
import { momentOf } from '#state/clock.ts';
import type { Db } from '#state/schema.ts';
import { listShowings, type ShowingAt } from '#state/showings.ts';
import { listVenues, type Venue } from '#state/venues.ts';
import { stateOf, type Site } from '#web/site.ts';
import { titleAndYear } from '#web/titles.ts';

/** The demand as the staff's pages and files show it. */
export interface DemandView {
  readonly board: DemandBoard;
  readonly titleOf: (film: FilmId) => string;
  readonly nameOf: (commune: string) => string;
  readonly venueOf: (venue: VenueId) => string;
}

/** @throws NOTHING_KEPT */
export async function demandView(site: Site, film: FilmId | null = null): Promise<DemandView> {
  const { db } = stateOf(site);
  const book = site.market();
  const [board, venues] = await Promise.all([readDemand(db, book, film === null ? {} : { film }), listVenues(db)]);
  const cards = await site.lanterne.cards(board.films.map((one) => one.film));
  const byId = new Map<string, FilmCard>(cards.map((card) => [card.id, card]));
  const communes = townNames(book);
  const places = new Map<VenueId, Venue>(venues.map((venue) => [venue.id, venue]));
  return {
    board,
    titleOf(id) {
      const card = byId.get(id);
      return card === undefined ? id : titleAndYear(card, site.language);
    },
    nameOf: (commune) => communes.get(commune) ?? commune,
    venueOf: (venue) => places.get(venue)?.name ?? venue,
  };
}

/** A showing that is over, and what was counted of it. */
export interface PastShowing {
  readonly showing: ShowingAt;
  readonly counted: Attendance | null;
}

const pastDays = 28;

/** The showings of films of the past four weeks, the latest first. */
export async function pastShowings(db: Db, now = Temporal.Now.instant()): Promise<PastShowing[]> {
  const today = dayInParis(now);
  const all = await listShowings(db, { from: today.subtract({ days: pastDays }).toString(), until: today.toString() });
  const past = all.filter(({ film, starts }) => film !== null && starts <= momentOf(now)).toReversed();
  const counted = await attendanceOf(
    db,
    past.map(({ id }) => id),
  );
  return past.map((showing) => ({ showing, counted: counted.get(showing.id) ?? null }));
}
