import type { FilmId, ShowingId, StaffId, VenueId } from '#brand.ts';
import { writeAudit } from '#state/audit.ts';
import { momentOf, type Clock } from '#state/clock.ts';
import type { Db } from '#state/schema.ts';
import { inTransaction } from '#state/transaction.ts';

/** How many parties of 1, 2 … 9 people wished a film. */
export type Parties = readonly number[];

/** How many came to a showing. */
export interface Attendance {
  readonly showing: ShowingId;
  /** Tickets sold, to all. */
  readonly sold: number;
  /** Of them, those who had wished the film, with whom they brought; null: nobody asked. */
  readonly came: number | null;
  /** Who near it had wished it, as they stood when it was first counted. */
  readonly parties: Parties;
}

/** Writes down how many came, or corrects it: the wishes as they stood at the first count stay. */
export const recordAttendance = (
  db: Db,
  { showing, sold, came, parties }: Attendance,
  { author, now = Temporal.Now.instant() }: Clock & { readonly author: StaffId | null },
): Promise<void> =>
  inTransaction(db, async (within) => {
    const said = { sold, came, author, at: momentOf(now) };
    await within
      .insertInto('attendance')
      .values({ showing, parties: parties.join(','), ...said })
      .onConflict((conflict) => conflict.column('showing').doUpdateSet(said))
      .execute();
    const detail = came === null ? `${sold} sold` : `${sold} sold, ${came} had wished`;
    await writeAudit(within, { staff: author, action: 'attendance', subject: showing, detail }, { now });
  });

/** What the counts of one film at one venue came to. */
export interface Run {
  readonly film: FilmId;
  readonly venue: VenueId;
  readonly sold: number;
  /** Null: of one showing at least nobody asked. */
  readonly came: number | null;
  readonly parties: Parties;
}

/** The runs (a film at a venue) of which every past showing was counted: of others, who came later is not known. */
export async function countedRuns(db: Db, { now = Temporal.Now.instant() }: Clock = {}): Promise<Run[]> {
  const rows = await db
    .selectFrom('showing')
    .leftJoin('attendance', 'attendance.showing', 'showing.id')
    .select(['showing.film', 'showing.venue', 'attendance.sold', 'attendance.came', 'attendance.parties'])
    .where('showing.film', 'in', ({ selectFrom }) =>
      selectFrom('attendance')
        .innerJoin('showing as counted', 'counted.id', 'attendance.showing')
        .select('counted.film')
        .where('counted.film', 'is not', null),
    )
    .where('showing.cancelled', 'is', null)
    .where('showing.starts', '<=', momentOf(now))
    .orderBy('showing.starts')
    .orderBy('showing.id')
    .execute();
  const runs = new Map<string, Run | null>();
  for (const { film, venue, sold, came, parties } of rows) {
    if (film === null) continue;
    const key = `${film} ${venue}`;
    const before = runs.get(key);
    if (before === null || sold === null || parties === null) runs.set(key, null);
    else if (before === undefined) runs.set(key, { film, venue, sold, came, parties: readParties(parties) });
    else
      runs.set(key, {
        ...before,
        sold: before.sold + sold,
        came: before.came === null || came === null ? null : before.came + came,
      });
  }
  return [...runs.values()].filter((run) => run !== null);
}

/** What was counted of some showings. */
export async function attendanceOf(db: Db, showings: readonly ShowingId[]): Promise<Map<ShowingId, Attendance>> {
  const rows =
    showings.length === 0
      ? []
      : await db
          .selectFrom('attendance')
          .select(['showing', 'sold', 'came', 'parties'])
          .where('showing', 'in', [...showings])
          .execute();
  return new Map(rows.map((row) => [row.showing, { ...row, parties: readParties(row.parties) }]));
}

const readParties = (text: string): Parties => text.split(',').map((count) => Number(count) || 0);
