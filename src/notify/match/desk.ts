import type { FilmId } from '#brand.ts';
import type { Nearby } from '#notify/match/nearby.ts';
import type { AlertMessage, FilmFits, MatchInput, NearRun, NearShowing } from '#notify/match/types.ts';
import type { FilmAtCinema, FilmTold, ShowingTold, Why } from '#notify/payload.ts';
import { momentOf } from '#state/clock.ts';
import type { PersonToMatch } from '#state/people-to-match.ts';
import type { ChannelName } from '#state/tables/customers.ts';
import type { MessageKind } from '#state/tables/outbox.ts';

/** Something that a person was told, or is about to be, by one channel. */
export interface ToldHere {
  readonly kind: MessageKind;
  readonly due: string;
  readonly films: readonly FilmId[];
}

/** A film that they said that they want to see. */
export interface Desired {
  readonly film: FilmId;
  readonly why: Why;
  readonly days: readonly number[];
  /** Where they would come from to this film, when they did not say where they live. */
  readonly commune: string | null;
}

/** One person’s papers, laid out: what every kind of message looks at. */
export interface Desk {
  readonly input: MatchInput;
  readonly person: PersonToMatch;
  readonly now: string;
  /** The film within their reach; null when it is not. */
  run(film: FilmId): NearRun | null;
  /** Films within reach, by their next showing. */
  readonly runs: readonly NearRun[];
  readonly desired: ReadonlyMap<FilmId, Desired>;
  /** How the films within reach suit them. */
  fits(film: FilmId): FilmFits | null;
  /** Whether they said that they saw it, or that it is not for them. */
  said(film: FilmId): 'seen' | 'disliked' | null;
  /** Whether that channel told them of that film since a moment, by one of some kinds. */
  wasTold(channel: ChannelName, film: FilmId, since: string, kinds?: readonly MessageKind[]): boolean;
  /** What that channel told them, and tells them now. */
  history(channel: ChannelName): readonly ToldHere[];
  note(channel: ChannelName, told: ToldHere): void;
  /** Whether the programme around a showing changed too short a time ago to tell anybody. */
  isSettling(showing: NearShowing): boolean;
  /** The film as it is told; its showings are at most `most`, those that suit and the nearest first chosen, by moment. */
  tell(film: FilmId, showings: readonly NearShowing[], why: Why, options: TellOptions): FilmAtCinema;
}

interface TellOptions {
  readonly most: number;
  readonly days?: readonly number[];
  readonly told?: boolean;
}

/** Lays out one person’s papers. */
export function openDesk(input: MatchInput, person: PersonToMatch, nearby: Nearby): Desk {
  const { now, settings, place } = input;
  const radius = person.radius ?? settings.usualRadius;
  const around = nearby(person.commune, radius);
  const desired = desiredBy(person);
  const [seen, disliked] = [new Set(person.taste.seen), new Set(person.taste.disliked)];
  const settledBy = momentOf(now.subtract({ minutes: settings.settleMinutes }));
  const histories = new Map<ChannelName, ToldHere[]>();
  const history = (channel: ChannelName): ToldHere[] => {
    const known =
      histories.get(channel) ??
      person.told.filter((one) => one.channel === channel && one.state !== 'suppressed' && one.state !== 'failed');
    const kept = [...known];
    if (!histories.has(channel)) histories.set(channel, kept);
    return histories.get(channel) ?? kept;
  };
  let fits: ReadonlyMap<FilmId, FilmFits> | null = null;
  return {
    input,
    person,
    now: momentOf(now),
    run(film) {
      const wish = desired.get(film);
      const from = person.commune ?? wish?.commune ?? null;
      return (from === person.commune ? around : nearby(from, radius)).get(film) ?? null;
    },
    runs: [...around.values()].toSorted(
      (a, b) => byText(a.coming[0]?.starts, b.coming[0]?.starts) || byText(a.film, b.film),
    ),
    desired,
    fits(film) {
      if (person.taste.liked.length === 0) return null;
      fits ??= input.fits(person);
      return fits.get(film) ?? null;
    },
    said: (film) => (disliked.has(film) ? 'disliked' : seen.has(film) ? 'seen' : null),
    wasTold: (channel, film, since, kinds) =>
      history(channel).some(
        (one) => one.due >= since && (kinds === undefined || kinds.includes(one.kind)) && one.films.includes(film),
      ),
    history,
    note: (channel, told) => void history(channel).push(told),
    isSettling: ({ changed }) => changed > settledBy,
    tell(film, showings, why, { most, days = [], told = false }) {
      const suits = (one: NearShowing): boolean => days.length > 0 && days.includes(weekday(one.day));
      const chosen = showings
        .toSorted(
          (a, b) =>
            Number(suits(b)) - Number(suits(a)) ||
            (a.away ?? 0) - (b.away ?? 0) ||
            byText(a.starts, b.starts) ||
            byText(a.id, b.id),
        )
        .slice(0, most)
        .toSorted((a, b) => byText(a.starts, b.starts) || byText(a.id, b.id));
      const title = showings[0]?.title ?? '';
      return {
        film: place.film(film, person.language) ?? { id: film, title, year: null },
        showings: chosen.map((one) => showingTold(one, place.nameOf(one.at.commune) ?? '', suits(one))),
        why,
        ...(told ? { told: true as const } : {}),
      };
    },
  };
}

/** Why a film is told: they wanted it, or it suits them; null when neither, or when they saw it or set it aside. */
export function whyOf(desk: Desk, film: FilmId): Why | null {
  if (desk.said(film) !== null) return null;
  const wanted = desk.desired.get(film);
  if (wanted !== undefined) return wanted.why;
  const fit = desk.fits(film);
  if (fit?.fits !== true) return null;
  const liked = new Set<string>(desk.person.taste.liked);
  return { kind: 'taste', liked: fit.liked.filter(({ id }) => id !== null && liked.has(id)) };
}

/** Moments and identifiers, as they stand. */
export const byText = (a: string | undefined, b: string | undefined): number =>
  a === b ? 0 : (a ?? '') < (b ?? '') ? -1 : 1;

/** What identifies the films of a message, for what comes after it. */
export const filmIds = (films: readonly { readonly film: FilmTold }[]): FilmId[] =>
  films.flatMap(({ film }) => film.id ?? []);

/** The channel subscription that a kind of message goes by. */
export const subscriptionOf = (kind: AlertMessage): Exclude<AlertMessage, 'reminder'> =>
  kind === 'reminder' ? 'digest' : kind;

function desiredBy({ wishes, wanted }: PersonToMatch): Map<FilmId, Desired> {
  const marked = wanted.map(({ film, at }): [FilmId, Desired] => [
    film,
    { film, why: { kind: 'to-watch', on: at }, days: [], commune: null },
  ]);
  const wished = wishes.map(({ film, at, days, commune }): [FilmId, Desired] => [
    film,
    { film, why: { kind: 'wished', on: at }, days, commune },
  ]);
  return new Map([...marked, ...wished]);
}

const weekday = (day: string): number => Temporal.PlainDate.from(day).dayOfWeek;

const showingTold = (one: NearShowing, commune: string, suits: boolean): ShowingTold => ({
  id: one.id,
  starts: one.starts,
  venueId: one.at.id,
  venue: one.at.name,
  commune,
  away: one.away,
  version: one.version,
  features: one.features,
  ...(suits ? { suits: true as const } : {}),
});
