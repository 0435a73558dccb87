import type { FilmId } from '#brand.ts';
import { dayInParis } from '#calendar/week.ts';
import { nearBy } from '#demand/near.ts';
import { publicCounts, type PublicCount } from '#demand/public-count.ts';
import { readThreshold } from '#demand/threshold.ts';
import type { Commune } from '#market/types.ts';
import { momentOf } from '#state/clock.ts';
import { listShowings, type ShowingAt } from '#state/showings.ts';
import { listVenues } from '#state/venues.ts';
import { wishesOf, type Wish } from '#state/wishes.ts';
import { communesNear } from '#web/communes-near.ts';
import { tellFailing } from '#web/memory.ts';
import type { Site } from '#web/site.ts';

/** What the page of a film says of who would come to it. */
export interface WishView {
  readonly count: PublicCount;
  readonly threshold: number;
  readonly communes: readonly Commune[];
  /** What the reader said of this film. */
  readonly mine: Wish | null;
  /** Where they would come from, as they last said. */
  readonly commune: string | null;
  /** Its next showings, and whether one of them is near the reader (or nothing is known of where they are). */
  readonly showings: readonly ShowingAt[];
  readonly near: boolean;
}

const mostShowings = 6;

/** Reads it; null where nothing is kept, or when the memory fails: the page does without. */
export async function wishView(
  site: Site,
  film: FilmId,
  { now = Temporal.Now.instant() }: { readonly now?: Temporal.Instant } = {},
): Promise<WishView | null> {
  const { state, visitor, memory } = site;
  if (state === null || memory !== 'ready') return null;
  const book = site.market();
  try {
    const [counts, threshold, venues, wishes, coming] = await Promise.all([
      publicCounts(state.db, book, [film]),
      readThreshold(state.db),
      listVenues(state.db),
      visitor === null ? [] : wishesOf(state.db, visitor.id),
      listShowings(state.db, { film, from: dayInParis(now).toString() }),
    ]);
    const mine = wishes.find((wish) => wish.film === film) ?? null;
    const commune = mine?.commune ?? wishes[0]?.commune ?? null;
    const near = nearBy(book, venues);
    const showings = coming.filter(({ starts, at }) => starts > momentOf(now) && at.closed === null);
    return {
      count: counts.get(film) ?? { kind: 'nobody' },
      threshold,
      communes: communesNear(book, venues),
      mine,
      commune,
      showings: showings.slice(0, mostShowings),
      near: showings.some(({ at }) => commune === null || near.within(commune, at)),
    };
  } catch (error) {
    tellFailing(error);
    return null;
  }
}
