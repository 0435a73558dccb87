import type { FilmId } from '#brand.ts';
import { dayInParis } from '#calendar/week.ts';
import { demandBoard, type DemandBoard, type Programmed } from '#demand/board.ts';
import { learnShowUp } from '#demand/expected-seats.ts';
import { nearBy } from '#demand/near.ts';
import { readThreshold } from '#demand/threshold.ts';
import type { MarketBook } from '#market/types.ts';
import { countedRuns } from '#state/attendance.ts';
import type { Clock } from '#state/clock.ts';
import { marksOfFilms, wishersOf } from '#state/demand.ts';
import type { Db } from '#state/schema.ts';
import { listShowings } from '#state/showings.ts';
import { listVenues } from '#state/venues.ts';

/** Reads the demand of the house as it stands; of one film, when it is given. */
export async function readDemand(
  db: Db,
  book: Pick<MarketBook, 'communes'>,
  { film, now = Temporal.Now.instant() }: Clock & { readonly film?: FilmId } = {},
): Promise<DemandBoard> {
  const [wishers, venues, runs, threshold, coming] = await Promise.all([
    wishersOf(db, film === undefined ? {} : { films: [film] }),
    listVenues(db),
    countedRuns(db, { now }),
    readThreshold(db),
    listShowings(db, { from: dayInParis(now).toString(), ...(film === undefined ? {} : { film }) }),
  ]);
  const programmed = new Map<FilmId, Programmed[]>();
  for (const { film: shown, venue, day } of coming)
    if (shown !== null) programmed.set(shown, [...(programmed.get(shown) ?? []), { venue, day }]);
  return demandBoard({
    wishers,
    marks: await marksOfFilms(db, [...new Set(wishers.map((one) => one.film))]),
    programmed,
    near: nearBy(book, venues),
    showUp: learnShowUp(runs),
    threshold,
    now,
  });
}
