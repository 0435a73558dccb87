import { houseZone } from '#calendar/zone.ts';
import { withoutTurns } from '#programme/read/one-line.ts';
import type { ShowingAt } from '#state/showings.ts';

/** A showing as it is given to other programs: with the addresses of its pages, in the words of one language. */
export interface PublishedShowing extends Omit<ShowingAt, 'film'> {
  /** When it was changed for the last time, as momentOf writes it. */
  readonly changed: string;
  /** Whole addresses of its page and of its venue's. */
  readonly page: string;
  readonly venuePage: string;
  /** The name of the venue's commune. */
  readonly communeName: string;
  /** The film when the catalogue has it. */
  readonly film: PublishedFilm | null;
  /** Its version and what it offers, in words: `VOST`, `audiodescription`. */
  readonly marks: readonly string[];
}

export interface PublishedFilm {
  readonly id: string;
  readonly title: string;
  readonly year: number | null;
  readonly directors: readonly string[];
  /** Minutes. */
  readonly runtime: number | null;
  readonly page: string;
  /** The whole address of its poster. */
  readonly picture: string;
}

/** A collection of showings: what a calendar or a feed says of itself. */
export interface Publication {
  readonly title: string;
  readonly description: string;
  readonly language: 'fr' | 'en';
  /** The whole address of the page that shows the same. */
  readonly page: string;
  /** The whole address of the file itself, with its filters, in each form. */
  readonly self: Readonly<Record<'ics' | 'rss' | 'feed.json' | 'json' | 'csv', string>>;
  /** By moment. */
  readonly showings: readonly PublishedShowing[];
}

/** The film's title, else what was announced. */
export const titleOfShowing = ({ film, title }: Pick<PublishedShowing, 'film' | 'title'>): string =>
  film?.title ?? title;

/** Minutes that it lasts; null when nobody said. */
export const minutesOfShowing = ({ film, minutes }: Pick<PublishedShowing, 'film' | 'minutes'>): number | null =>
  minutes ?? film?.runtime ?? null;

/** The moment in the house's time zone. */
export const momentOfShowing = ({ starts }: Pick<PublishedShowing, 'starts'>): Temporal.ZonedDateTime =>
  Temporal.Instant.from(starts).toZonedDateTimeISO(houseZone);

/** `12 rue des Écoles, Guéret`. */
export const placeOfShowing = ({ at, communeName }: Pick<PublishedShowing, 'at' | 'communeName'>): string => {
  const { address } = at;
  return [at.name, address, address !== null && address.includes(communeName) ? null : communeName]
    .filter((part) => part !== null && part !== '')
    .join(', ');
};

/** The last change of them all; null when there is none. */
export const lastChange = (showings: readonly Pick<PublishedShowing, 'changed'>[]): string | null =>
  showings.reduce<string | null>((last, { changed }) => (last === null || changed > last ? changed : last), null);

/** Text on one line, without what no file format takes: control characters, halves of letters. */
export const plainLine = (text: string): string =>
  withoutTurns(text)
    .toWellFormed()
    .replaceAll(/[\p{Cc}\u2028\u2029\ufffe\uffff]+/gu, ' ')
    .trim();

/** An address of the web, else nothing: what is published must not carry `javascript:` any further. */
export function webAddress(text: string | null): string | null {
  if (text === null || !URL.canParse(text)) return null;
  const url = new URL(text);
  return url.protocol === 'http:' || url.protocol === 'https:' ? url.href : null;
}
