import { houseZone } from '#calendar/zone.ts';
import type { FilmId } from '#brand.ts';
import { dayInParis, weekOf, type Week } from '#calendar/week.ts';
import type { FilmCard, FilmFit } from '#lanterne.ts';
import { travelBy } from '#programme/travel.ts';
import { customerOfVisitor } from '#state/customers.ts';
import { announcedDays } from '#state/showing-lookup.ts';
import { listShowings, type ShowingAt, type WhichShowings } from '#state/showings.ts';
import { listVenues, type Venue } from '#state/venues.ts';
import { wishesOf } from '#state/wishes.ts';
import { usualRadius, type Asked } from '#web/programme/asked.ts';
import { chooseShowings, type Conditions, type NearShowing } from '#web/programme/choose.ts';
import type { AboutFilms } from '#web/programme/programme-films.ts';
import type { Site } from '#web/site.ts';
import type { TasteUrl } from '#web/taste-url.ts';

/** Where the reader is, and how far they would go. */
export interface Here {
  /** INSEE code and name; the name is the code of a commune that the book does not have. */
  readonly commune: string;
  readonly name: string;
  /** Minutes; 0: wherever it is. */
  readonly radius: number;
}

/** The programme of some days as one reader sees it. */
export interface Gathered {
  readonly now: Temporal.Instant;
  readonly today: Temporal.PlainDate;
  readonly week: Week;
  readonly here: Here;
  /** Every showing of the week, near or not. */
  readonly all: readonly NearShowing[];
  /** Those that meet what is asked; of today, those that have not begun. */
  readonly chosen: readonly NearShowing[];
  readonly conditions: Conditions;
  readonly about: AboutFilms;
  /** Days from today on that have showings, in all venues. */
  readonly announced: readonly { readonly day: string; readonly showings: number }[];
  readonly venues: readonly Venue[];
}

/** How long after its hour one may still come in: advertisements are shown first. */
const grace = { minutes: 10 };

/** Gathers the week that is asked for: this one unless told, or the next that is announced once this one is over. Without a memory nothing is announced. */
export async function gatherProgramme(
  site: Site,
  asked: Asked,
  { taste, now = Temporal.Now.instant() }: { readonly taste: TasteUrl; readonly now?: Temporal.Instant },
): Promise<Gathered> {
  const today = dayInParis(now);
  const here = await hereOf(site, asked);
  const db = site.state?.db ?? null;
  const [announced, venues] =
    db === null ? [[], []] : await Promise.all([announcedDays(db, today.toString()), listVenues(db)]);
  const read = async (day: Temporal.PlainDate): Promise<{ week: Week; listed: readonly ShowingAt[] }> => {
    const week = weekOf(day);
    const days = { from: week.first.toString(), until: week.last.toString() };
    return { week, listed: db === null ? [] : inOpenVenues(await listShowings(db, days)) };
  };
  const first = await read(Temporal.PlainDate.from(asked.day ?? asked.week ?? today));
  const next = announced.find(({ day }) => day > first.week.last.toString());
  const over = asked.day === null && asked.week === null && first.listed.every((one) => hasBegun(one, now));
  const { week, listed } = over && next !== undefined ? await read(Temporal.PlainDate.from(next.day)) : first;
  const all = nearShowings(site, listed, here);
  const about = await aboutFilms(site, listed, taste);
  const conditions = conditionsOf(asked, here, about);
  const chosen = chooseShowings(all, conditions).filter((one) => !hasBegun(one, now));
  return { now, today, week, here, all, chosen, conditions, about, announced, venues };
}

/** The next showings that are announced from now on, near the reader first asked for. */
export async function nextShowings(
  site: Site,
  here: Here,
  {
    now = Temporal.Now.instant(),
    ...which
  }: Omit<WhichShowings, 'from'> & { readonly now?: Temporal.Instant | undefined },
): Promise<NearShowing[]> {
  if (site.state === null) return [];
  const from = dayInParis(now).toString();
  const listed = await listShowings(site.state.db, { ...which, from });
  return nearShowings(site, inOpenVenues(listed), here).filter((one) => !hasBegun(one, now));
}

/** What was announced in a venue that has closed since does not take place. */
export const inOpenVenues = <T extends Pick<ShowingAt, 'at'>>(showings: readonly T[]): T[] =>
  showings.filter(({ at }) => at.closed === null);

export const conditionsOf = (asked: Asked, here: Here, { fits }: AboutFilms): Conditions => ({
  ...asked,
  radius: here.radius,
  fits: new Set(fits.keys()),
});

/** Where the reader is: as the address says, else as their account does, else where the cinema is. */
export async function hereOf(site: Site, { commune, radius }: Pick<Asked, 'commune' | 'radius'>): Promise<Here> {
  const account =
    site.state === null || site.visitor === null || (commune !== null && radius !== null)
      ? null
      : await customerOfVisitor(site.state.db, site.visitor.id);
  const code = commune ?? account?.commune ?? site.lanterne.config.commune;
  return {
    commune: code,
    name: communeName(site, code),
    radius: radius ?? account?.radius ?? usualRadius,
  };
}

export const communeName = (site: Site, code: string): string =>
  site.market().communes.find((commune) => commune.code === code)?.name ?? code;

/** Showings with the way to them. */
export function nearShowings(site: Site, showings: readonly ShowingAt[], { commune }: Here): NearShowing[] {
  const travel = travelBy(site.market());
  const away = new Map(showings.map(({ at }) => [at.id, at]));
  const minutes = new Map([...away].map(([id, at]) => [id, travel({ commune }, at)]));
  return showings.map((one) => ({
    ...one,
    moment: Temporal.Instant.from(one.starts).toZonedDateTimeISO(houseZone),
    away: minutes.get(one.at.id) ?? null,
  }));
}

export const hasBegun = ({ starts }: Pick<ShowingAt, 'starts'>, now: Temporal.Instant): boolean =>
  Temporal.Instant.compare(Temporal.Instant.from(starts).add(grace), now) < 0;

/** Whether there were showings on a day, or in the week where none is told, in the venue that is asked for, and all of them have begun. */
export function allBegun({ all, conditions: { venue }, now }: Gathered, day: string | null): boolean {
  const shown = all.filter((one) => (day === null || one.day === day) && (venue === null || one.at.id === venue));
  return shown.length > 0 && shown.every((one) => hasBegun(one, now));
}

/** What is known of the films of some showings, and what the reader has to do with them. */
export async function aboutFilms(
  site: Site,
  showings: readonly Pick<ShowingAt, 'film'>[],
  taste: TasteUrl,
): Promise<AboutFilms> {
  const { lanterne, visitor, state } = site;
  const ids = [...new Set(showings.flatMap(({ film }) => film ?? []))];
  if (ids.length === 0) return { cards: new Map(), fits: new Map(), wished: new Set() };
  const kept = visitor?.taste ?? { liked: [], disliked: [], seen: [] };
  const whole = {
    liked: [...new Set([...taste.liked, ...kept.liked])],
    disliked: [...new Set([...taste.not, ...kept.disliked])],
    seen: [...new Set([...taste.seen, ...kept.seen])],
  };
  const [cards, fits, wishes] = await Promise.all([
    lanterne.cards(ids),
    whole.liked.length === 0 ? [] : lanterne.fits(whole, ids),
    state === null || visitor === null ? [] : wishesOf(state.db, visitor.id),
  ]);
  const byId = new Map<string, FilmCard>(cards.map((card) => [card.id, card]));
  const fitting = new Map<string, FilmFit>(fits.flatMap((fit) => (fit.fits ? [[fit.card.id, fit]] : [])));
  return {
    cards: pick(ids, byId),
    fits: pick(ids, fitting),
    wished: new Set([...(visitor?.wanted ?? []), ...wishes.map(({ film }) => film)]),
  };
}

const pick = <T>(ids: readonly FilmId[], from: ReadonlyMap<string, T>): ReadonlyMap<FilmId, T> =>
  new Map(
    ids.flatMap((id) => {
      const value = from.get(id);
      return value === undefined ? [] : [[id, value] as const];
    }),
  );
