import type { CustomerId } from '#brand.ts';
import type { ChannelName } from '#state/tables/customers.ts';

/** Who writes to whom, from where, when. */
export interface LetterContext {
  /** Null for the staff and for an address without an account. */
  readonly customer: { readonly id: CustomerId } | null;
  readonly house: LetterHouse;
  /** Signs the links that need no password. */
  readonly linkKey: Buffer;
  /** Where the site answers: `https://films.example`. */
  readonly origin: string;
  readonly now: Temporal.Instant;
  readonly language: 'fr' | 'en';
  readonly channel: ChannelName;
  /** A word of the house, at the head. */
  readonly note?: string;
  /** When they asked for this kind of message; null when it is not known. */
  readonly since?: string | null;
}

export interface LetterHouse {
  /** Who the letters are from. */
  readonly name: string;
  /** Where that is; empty: not told. */
  readonly address: string;
  /** An e-mail address that people may write to. */
  readonly contact: string | null;
}
