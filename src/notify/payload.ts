import type { FilmId, ShowingId } from '#brand.ts';
import type { StaffChange } from '#state/tell-staff.ts';
import type { ShowingFeature, Version } from '#state/tables/programme.ts';

/** What a message says, decided once and kept in the outbox: words are put to it when it leaves. */
export type Payload = WishPayload | ListPayload | { readonly kind: 'account'; readonly about: AccountLetter };

/** A film that the person wished is on a screen. */
export interface WishPayload {
  readonly kind: 'wish';
  readonly film: FilmAtCinema;
}

/** The week by the person's taste, its reminder, what is new for them, what goes. */
export interface ListPayload {
  readonly kind: 'digest' | 'reminder' | 'new' | 'last-days';
  /** `2026-W48`. */
  readonly week: string;
  readonly films: readonly FilmAtCinema[];
}

export type AccountLetter =
  | {
      readonly purpose: 'confirm' | 'sign-in';
      readonly code: string;
      /** The path of the page that the link opens. */
      readonly path: string;
      /** For how many minutes both hold. */
      readonly minutes: number;
    }
  | { readonly purpose: 'staff-code'; readonly code: string; readonly minutes: number }
  | { readonly purpose: 'staff-setup'; readonly path: string; readonly minutes: number }
  /** Who can get into the staff's pages has changed, or came in by a browser that nobody knew. `at`: when, UTC. */
  | { readonly purpose: StaffChange; readonly at: string; readonly minutes: number }
  /** To see that letters leave: it says nothing else. */
  | { readonly purpose: 'test'; readonly minutes: number }
  /** To the address that an account had until now. */
  | { readonly purpose: 'address-changed'; readonly language: 'fr' | 'en' }
  | { readonly purpose: 'erased'; readonly language: 'fr' | 'en' }
  /** Who can get in has changed. `path`: where one's passkeys are listed; it signs nobody in. */
  | { readonly purpose: 'passkey-added' | 'passkey-removed'; readonly language: 'fr' | 'en'; readonly path: string }
  /** Before an account is erased because nobody came for so long. `on`: the day, `2026-12-21`; `path`: where coming back is enough. */
  | { readonly purpose: 'soon-erased'; readonly language: 'fr' | 'en'; readonly on: string; readonly path: string };

/** The films that an alert tells. */
export const filmsOf = (alert: WishPayload | ListPayload): readonly FilmAtCinema[] =>
  alert.kind === 'wish' ? [alert.film] : alert.films;

export interface FilmTold {
  /** Null: the catalogue does not have it. */
  readonly id: FilmId | null;
  readonly title: string;
  readonly year: number | null;
}

export interface ShowingTold {
  readonly id: ShowingId;
  readonly starts: string;
  /** The venue's identifier: it tells venues of one name apart. */
  readonly venueId: string;
  /** The venue's name, and its commune's. */
  readonly venue: string;
  readonly commune: string;
  /** Minutes by car from the person's commune; null when it is not known. */
  readonly away: number | null;
  readonly version: Version;
  readonly features: readonly ShowingFeature[];
  /** It is on one of the days that the person named with their wish. */
  readonly suits?: true;
}

export interface FilmAtCinema {
  readonly film: FilmTold;
  /** By moment; never empty. */
  readonly showings: readonly ShowingTold[];
  readonly why: Why;
  /** They were told of it alone not long ago: said briefly. */
  readonly told?: true;
}

/** Why this person is told of this film: true, and said in the message. */
export type Why =
  | { readonly kind: 'wished'; readonly on: string }
  | { readonly kind: 'to-watch'; readonly on: string }
  | { readonly kind: 'taste'; readonly liked: readonly FilmTold[] };
