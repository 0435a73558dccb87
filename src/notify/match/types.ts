import type { CustomerId, FilmId } from '#brand.ts';
import type { FilmTold, Payload } from '#notify/payload.ts';
import type { Run } from '#notify/timing/moments.ts';
import type { Travel } from '#programme/travel.ts';
import type { HouseSettings } from '#state/house-settings.ts';
import type { PersonToMatch } from '#state/people-to-match.ts';
import type { ShowingToMatch } from '#state/showings-to-match.ts';
import type { ChannelName } from '#state/tables/customers.ts';
import type { MessageKind } from '#state/tables/outbox.ts';

/** What may be told without having been asked for this minute. */
export type AlertMessage = Exclude<MessageKind, 'account'>;

/** How a film suits somebody, and the films that they liked which say so. */
export interface FilmFits {
  readonly fits: boolean;
  /** 0 to 1: see Fit. */
  readonly share: number;
  readonly liked: readonly FilmTold[];
}

export interface MatchInput {
  readonly now: Temporal.Instant;
  /** Of which kinds; `digest` and `reminder` need their run. */
  readonly kinds: readonly AlertMessage[];
  readonly run?: Run;
  /** Those of some weeks back too: they tell whether a film is new here. */
  readonly showings: readonly ShowingToMatch[];
  readonly people: readonly PersonToMatch[];
  /** How the films of the programme suit somebody; films that are absent do not. */
  readonly fits: (person: PersonToMatch) => ReadonlyMap<FilmId, FilmFits>;
  readonly place: MatchPlace;
  readonly settings: MatchSettings;
}

/** Where the house is, and how far things are. */
export interface MatchPlace {
  readonly travel: Travel;
  /** INSEE code of the house's commune. */
  readonly home: string;
  /** A commune's name; null when it is not known. */
  readonly nameOf: (commune: string) => string | null;
  /** A film as it is named in a language; null when the catalogue does not have it. */
  readonly film: (id: FilmId, language: 'fr' | 'en') => FilmTold | null;
}

export type MatchSettings = Pick<
  HouseSettings,
  'usualRadius' | 'weekCap' | 'quietFrom' | 'quietUntil' | 'settleMinutes' | 'digestDay' | 'digestHour'
>;

/** One thing to be told to one person by one channel. */
export interface Decision {
  readonly customer: CustomerId;
  readonly channel: ChannelName;
  readonly kind: AlertMessage;
  readonly message: string;
  readonly campaign: string | null;
  readonly payload: Exclude<Payload, { kind: 'account' }>;
  readonly due: Temporal.Instant;
  readonly stale: Temporal.Instant;
  /** A row of the outbox that said it before, was taken back as it was no longer true, and is true again. */
  readonly renews: number | null;
}

/**
 * Why somebody is not told. `unconfirmed`: the address was never shown to be theirs; `suppressed`: it is never to be written to; `unreachable`: that
 * channel has nothing of theirs; `not-subscribed`; `paused`; `nothing`: no film for them within reach; `told`: they were, already; `settling`: the
 * programme changed a moment ago; `cap`: they have had as many messages as they want this week; `day-full`: one such message a day; `in-digest`: the
 * week's programme, which has not left yet, says it; `seen`, `disliked`: what they said of that film.
 */
export const untoldReasons = [
  'unconfirmed',
  'suppressed',
  'unreachable',
  'not-subscribed',
  'paused',
  'nothing',
  'told',
  'settling',
  'cap',
  'day-full',
  'in-digest',
  'seen',
  'disliked',
] as const;
export type UntoldReason = (typeof untoldReasons)[number];

export interface Untold {
  readonly customer: CustomerId;
  readonly kind: AlertMessage;
  /** Null: whatever the channel. */
  readonly channel: ChannelName | null;
  readonly reason: UntoldReason;
  readonly film: FilmId | null;
}

export interface Matched {
  readonly decisions: readonly Decision[];
  readonly untold: readonly Untold[];
}

/** A showing that somebody can come to. */
export interface NearShowing extends ShowingToMatch {
  /** Minutes by car; null when it is not known. */
  readonly away: number | null;
}

/** A film on the screens within reach: one run of it. */
export interface NearRun {
  readonly film: FilmId;
  /** When the run began, or begins. */
  readonly first: string;
  /** Still to come, by moment. */
  readonly coming: readonly NearShowing[];
  /** Whether its last showing is truly the last: the programme of its venue is known beyond. */
  readonly ends: boolean;
}
