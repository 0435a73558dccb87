import type { FilmId, VenueId } from '#brand.ts';
import { fewest, safeGroups, safeShare, type Group } from '#demand/anonymous.ts';
import { expectSeats, partiesOf, type ExpectedSeats, type ShowUp } from '#demand/expected-seats.ts';
import type { Near } from '#demand/near.ts';
import { plausible } from '#demand/plausible.ts';
import { momentOf } from '#state/clock.ts';
import type { Wisher } from '#state/demand.ts';

/** People of one or several communes who would come: five at least. */
export interface DemandGroup {
  /** The commune; null: several, each of too few people to be named. */
  readonly commune: string | null;
  readonly people: number;
  readonly seats: number;
}

/** Those within the catchment of a venue. */
export interface DemandCatchment {
  readonly venue: VenueId;
  /** Five at least, or null: too few, or nobody. */
  readonly people: number | null;
  readonly seats: number;
  /** Some of those who are told of in no commune may be near too. */
  readonly atLeast: boolean;
  readonly expected: ExpectedSeats | null;
}

/** A film on the programme of a venue whose catchment it was wished in. */
export interface Programmed {
  readonly venue: VenueId;
  readonly day: string;
}

/** What five people at least wish. */
export interface DemandFilm {
  readonly film: FilmId;
  readonly people: number;
  readonly seats: number;
  readonly groups: readonly DemandGroup[];
  readonly catchments: readonly DemandCatchment[];
  /** Of all who wished it, wherever it would be shown. */
  readonly everywhere: ExpectedSeats;
  /** At the venue that would do best; without venues, of all. */
  readonly expected: ExpectedSeats | null;
  readonly venue: VenueId | null;
  /** The two days that suit most people, 1 Monday to 7 Sunday; none: any day suits all. */
  readonly days: readonly number[];
  /** Wished in the last four weeks; null: it would tell of fewer than five people. */
  readonly recent: number | null;
  readonly rising: boolean;
  /** People who liked it, and who put it on their list to watch; null under five. */
  readonly liked: number | null;
  readonly wanted: number | null;
  readonly reached: boolean;
  readonly programmed: Programmed | null;
}

export interface DemandBoard {
  readonly threshold: number;
  /** By the least that is to be expected. */
  readonly films: readonly DemandFilm[];
  /** Films that fewer than five people wish: not named. */
  readonly fewFilms: number;
  /** Wishes that are not counted for now: see plausible. */
  readonly aside: number;
  readonly showUp: ShowUp;
}

/** What a board is made from. */
export interface DemandGround {
  readonly wishers: readonly Wisher[];
  readonly marks: ReadonlyMap<FilmId, { readonly liked: number; readonly wanted: number }>;
  readonly programmed: ReadonlyMap<FilmId, readonly Programmed[]>;
  readonly near: Near;
  readonly showUp: ShowUp;
  readonly threshold: number;
  readonly now: Temporal.Instant;
}

const recentDays = 28;

/** The demand of the house: every number in it is of five people at least, and so is all that can be subtracted from another. */
export function demandBoard(ground: DemandGround): DemandBoard {
  const { near, threshold, showUp } = ground;
  const { counted, aside } = plausible(ground.wishers, near.knows);
  const byFilm = Map.groupBy(counted, ({ film }) => film);
  const told = [...byFilm].filter(([, wishers]) => wishers.length >= fewest);
  const films = told.map(([film, wishers]) => filmOf(film, wishers, ground));
  return { threshold, films: films.toSorted(byWorth), fewFilms: byFilm.size - told.length, aside, showUp };
}

/** Films under the threshold that more and more people wish. */
export const risingFilms = ({ films }: DemandBoard): readonly DemandFilm[] =>
  films.filter(({ reached, rising, programmed }) => rising && !reached && programmed === null);

function filmOf(film: FilmId, wishers: readonly Wisher[], ground: DemandGround): DemandFilm {
  const { near, showUp, threshold } = ground;
  const byCommune = Map.groupBy(wishers, ({ commune }) => commune);
  const of = ({ places }: Pick<Group, 'places'>): Wisher[] => places.flatMap((place) => byCommune.get(place) ?? []);
  const cells = [...byCommune].map(([place, some]) => ({ place, people: some.length }));
  const groups = safeGroups(cells, near.zonesOf);
  const mixed = groups.some(({ zones }) => zones === null);
  const catchments = near.venues.map(({ id }): DemandCatchment => {
    const inside = groups.filter(({ zones }) => zones?.split(' ').includes(id) === true).flatMap(of);
    const none = inside.length === 0;
    return {
      venue: id,
      people: none ? null : inside.length,
      seats: seatsIn(inside),
      atLeast: mixed,
      expected: none ? null : expectSeats(showUp, partiesOf(inside)),
    };
  });
  const everywhere = expectSeats(showUp, partiesOf(wishers));
  const best = bestCatchment(catchments, groups, near);
  const marks = ground.marks.get(film);
  const told = (count: number | undefined): number | null => (count !== undefined && count >= fewest ? count : null);
  return {
    film,
    people: wishers.length,
    seats: seatsIn(wishers),
    groups: groups.map((group) => ({
      commune: group.places.length === 1 ? (group.places[0] ?? null) : null,
      people: group.people,
      seats: seatsIn(of(group)),
    })),
    catchments,
    everywhere,
    expected: near.venues.length === 0 ? everywhere : (best?.expected ?? null),
    venue: best?.venue ?? null,
    days: bestDays(wishers),
    ...trend(wishers, ground.now),
    liked: told(marks?.liked),
    wanted: told(marks?.wanted),
    reached: wishers.length >= threshold,
    programmed: programmedNear(catchments, ground.programmed.get(film)),
  };
}

/**
 * The catchment where most seats are to be expected; of equals, that of the venue nearest to the communes that are named (the others would be told of by
 * it), then a fixed one. Most wishers are in reach of several venues of a small department.
 */
function bestCatchment(
  catchments: readonly DemandCatchment[],
  groups: readonly Group[],
  near: Near,
): DemandCatchment | null {
  const venues = new Map(near.venues.map((venue) => [venue.id, venue]));
  const ranked = catchments.flatMap((catchment) => {
    const venue = venues.get(catchment.venue);
    if (catchment.expected === null || venue === undefined) return [];
    let driven = 0;
    for (const { places, people } of groups)
      if (places.length === 1) driven += people * (near.minutes(places[0] ?? '', venue) ?? farMinutes);
    return [{ catchment, low: catchment.expected.low, driven, travelling: Number(venue.kind === 'travelling') }];
  });
  const [best] = ranked.toSorted((a, b) => b.low - a.low || a.driven - b.driven || a.travelling - b.travelling);
  return best?.catchment ?? null;
}

/** From a commune to a place whose way is not known. */
const farMinutes = 600;

const seatsIn = (wishers: readonly Wisher[]): number => wishers.reduce((sum, { seats }) => sum + seats, 0);

/** The days that suit most; their numbers would tell of those whom they do not suit. */
function bestDays(wishers: readonly Wisher[]): number[] {
  if (wishers.every(({ days }) => days.length === 0)) return [];
  const suits = (day: number): number => wishers.filter(({ days }) => days.length === 0 || days.includes(day)).length;
  return [1, 2, 3, 4, 5, 6, 7]
    .toSorted((a, b) => suits(b) - suits(a) || a - b)
    .slice(0, 2)
    .toSorted((a, b) => a - b);
}

/** Two counts of a Poisson law differ at 95 %, one-sided, when a − b > 1.645·√(a + b). */
function trend(wishers: readonly Wisher[], now: Temporal.Instant): Pick<DemandFilm, 'recent' | 'rising'> {
  const [since, before] = [recentDays, 2 * recentDays].map((days) => momentOf(now.subtract({ hours: 24 * days })));
  const recent = wishers.filter(({ at }) => at >= (since ?? '')).length;
  const earlier = wishers.filter(({ at }) => at >= (before ?? '') && at < (since ?? '')).length;
  const told = safeShare(recent, wishers.length);
  return { recent: told, rising: recent >= fewest && recent - earlier > 1.645 * Math.sqrt(recent + earlier) };
}

/** On the programme of a venue near which five people at least wish it: the others would tell that somebody there does. */
function programmedNear(
  catchments: readonly DemandCatchment[],
  programmed: readonly Programmed[] | undefined,
): Programmed | null {
  const told = new Set(catchments.flatMap(({ venue, people }) => (people === null ? [] : [venue])));
  return programmed?.find(({ venue }) => told.has(venue)) ?? null;
}

const byWorth = (a: DemandFilm, b: DemandFilm): number =>
  (b.expected?.low ?? -1) - (a.expected?.low ?? -1) ||
  (b.expected?.mean ?? -1) - (a.expected?.mean ?? -1) ||
  b.people - a.people ||
  (a.film < b.film ? -1 : 1);
