import type { Reading } from '#programme/read/draft.ts';

/** What a ticketing system said: its showings, and where to go on from next time (an incremental version, a moment), null when it has none. */
export interface AdapterReading {
  readonly reading: Reading;
  readonly next: string | null;
}

/** How one ticketing system speaks. Its messages are read, and never written to: nothing is sold here. */
export interface ProgrammeAdapter {
  readonly name: string;
  /** The address to ask, from where the last answer ended. */
  address(base: string, since: string | null): string;
  /** @throws PROGRAMME_UNREADABLE when the message is not of that system */
  read(bytes: Uint8Array, options: { readonly file: string; readonly now: Temporal.Instant }): AdapterReading;
}
