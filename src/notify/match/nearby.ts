import type { FilmId } from '#brand.ts';
import type { MatchPlace, NearRun, NearShowing } from '#notify/match/types.ts';
import { momentOf } from '#state/clock.ts';
import type { ShowingToMatch } from '#state/showings-to-match.ts';

/** Days without a showing after which a film that comes back begins another run. */
const gapDays = 14;

/** What is within reach of a place, film by film: computed once a commune and radius. */
export type Nearby = (commune: string | null, radius: number) => ReadonlyMap<FilmId, NearRun>;

/**
 * The runs of films within reach. Who lives in an unknown place, or in one that the book of communes does not have, is told of the venues of their
 * own commune, else of the house's.
 * @param showings those of some weeks back too, by moment
 */
export function nearbyOf(showings: readonly ShowingToMatch[], place: MatchPlace, now: Temporal.Instant): Nearby {
  const venues = [...new Map(showings.map(({ at }) => [at.id, at])).values()];
  const lastOfVenue = new Map<string, string>();
  for (const { at, day } of showings) if (day > (lastOfVenue.get(at.id) ?? '')) lastOfVenue.set(at.id, day);
  const known = new Map<string, ReadonlyMap<FilmId, NearRun>>();

  const reachOf = (commune: string | null, radius: number): Map<string, number | null> => {
    const away = new Map(
      venues.map((venue) => [venue.id, commune === null ? null : place.travel({ commune }, venue)] as const),
    );
    if (commune !== null && [...away.values()].some((minutes) => minutes !== null))
      return new Map([...away].filter(([, minutes]) => minutes !== null && minutes <= radius));
    const own = venues.filter((venue) => venue.commune === commune);
    const here = own.length > 0 ? own : venues.filter((venue) => venue.commune === place.home);
    return new Map(here.map(({ id }) => [id, null]));
  };

  return (commune, radius) => {
    const key = `${commune ?? ''} ${radius}`;
    const found = known.get(key);
    if (found !== undefined) return found;
    const reach = reachOf(commune, radius);
    const films = new Map<FilmId, NearShowing[]>();
    for (const showing of showings) {
      const away = reach.get(showing.at.id);
      if (away === undefined) continue;
      const near = { ...showing, away };
      const others = films.get(showing.film);
      if (others === undefined) films.set(showing.film, [near]);
      else others.push(near);
    }
    const runs = new Map<FilmId, NearRun>();
    for (const [film, shown] of films) {
      const run = runOf(film, shown, momentOf(now), lastOfVenue);
      if (run !== null) runs.set(film, run);
    }
    known.set(key, runs);
    return runs;
  };
}

/** The run that the next showing is of; null when none is to come. */
function runOf(
  film: FilmId,
  shown: readonly NearShowing[],
  now: string,
  lastOfVenue: ReadonlyMap<string, string>,
): NearRun | null {
  const next = shown.findIndex(({ starts }) => starts > now);
  const last = shown.at(-1);
  if (next === -1 || last === undefined) return null;
  let begin = next;
  for (let [before, here] = [shown[begin - 1], shown[begin]]; before !== undefined && here !== undefined;) {
    if (Date.parse(here.starts) - Date.parse(before.starts) > gapDays * 86_400_000) break;
    begin--;
    [before, here] = [shown[begin - 1], shown[begin]];
  }
  const first = shown[begin]?.starts ?? last.starts;
  return {
    film,
    first,
    coming: shown.slice(next),
    // of a film shown once there is no last showing to tell, and of one whose next week is not announced nobody knows
    ends:
      (lastOfVenue.get(last.at.id) ?? '') > last.day && Date.parse(last.starts) - Date.parse(first) > 2 * 86_400_000,
  };
}
