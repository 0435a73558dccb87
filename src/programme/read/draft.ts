import type { FilmKey } from '#state/film-keys.ts';
import type { Showing } from '#state/showings.ts';

/** How a file says its programme. */
export const programmeFormats = ['csv', 'ics', 'json', 'text', 'ems'] as const;
export type ProgrammeFormat = (typeof programmeFormats)[number];

/** Whether the lines of a format are entries of a list. */
export const hasEntries = (format: string): boolean => format === 'json' || format === 'ems';

/** What a file says of a showing as the programme keeps it. */
type SaidAsKept =
  | 'title'
  | 'starts'
  | 'day'
  | 'version'
  | 'features'
  | 'screen'
  | 'minutes'
  | 'price'
  | 'booking'
  | 'note'
  | 'origin';

/** A showing as a file announces it: its venue and its film are still words. */
export interface DraftShowing extends Pick<Showing, SaidAsKept> {
  /** The line of a text, the entry of a list: from 1. */
  readonly line: number;
  /** What is written there. */
  readonly text: string;
  /** Null: the file does not say; the venue of the import is meant. */
  readonly venue: string | null;
  readonly year: number | null;
  readonly director: string | null;
  readonly keys: readonly (FilmKey | { readonly system: 'imdb'; readonly value: string })[];
  readonly calledOff: boolean;
}

/** What is wrong with a line, or worth telling of it; `values` fill its sentence. */
export interface Problem {
  readonly kind: ProblemKind;
  readonly values: Readonly<Record<string, string>>;
}

export type ProblemKind =
  | 'noTitle'
  | 'noDay'
  | 'noTime'
  | 'dayUnreadable'
  | 'noSuchDay'
  | 'weekdayWrong'
  | 'timeUnreadable'
  | 'noSuchHour'
  | 'hourSkipped'
  | 'hourTwice'
  | 'past'
  | 'tooFar'
  | 'price'
  | 'link'
  | 'minutes'
  | 'year'
  | 'formula'
  | 'tooLong'
  | 'key'
  | 'versionUnknown'
  | 'markUnknown'
  | 'range'
  | 'cell'
  | 'marksWhose'
  | 'unaligned'
  | 'notDay'
  | 'rule'
  | 'ruleCut'
  | 'zone'
  | 'shape'
  | 'columns'
  | 'noVenue'
  | 'venueUnknown'
  | 'venueClosed'
  | 'filmSeveral'
  | 'filmUnknown'
  | 'filmSupposed'
  | 'repeated'
  | 'absent'
  | 'windows1252'
  | 'control'
  | 'leftAside'
  | 'undated'
  | 'titleAlone'
  | 'tooMany'
  | 'notCalledOff'
  | 'venueNoName'
  | 'venueId'
  | 'venueReserved'
  | 'venueSeveral'
  | 'venueTwice'
  | 'communeMissing'
  | 'communeCode'
  | 'communeUnknown'
  | 'communeSeveral'
  | 'latitude'
  | 'longitude'
  | 'coordinatesAlone'
  | 'seats'
  | 'website'
  | 'equipmentUnknown';

/** A line that cannot be a showing. */
export interface Fault {
  readonly line: number;
  readonly text: string;
  readonly problems: readonly Problem[];
  /** What it says of its venue and of its film, which are judged too. */
  readonly about?: About;
}

/** What a line says of where and what it shows. */
export type About = Pick<DraftShowing, 'venue' | 'title' | 'year' | 'director' | 'minutes' | 'keys'>;

/** Something told of a line, which is taken all the same; `line` 0: of the whole file. */
export interface Note extends Problem {
  readonly line: number;
}

/** What was read in a file. */
export interface Reading {
  readonly format: ProgrammeFormat;
  readonly drafts: readonly DraftShowing[];
  readonly faults: readonly Fault[];
  readonly notes: readonly Note[];
}

/** What reading a file needs to know beside it. */
export interface ReadOptions {
  readonly now: Temporal.Instant;
  /** Whether a text is the name or the identifier of a venue of the house. */
  readonly isVenue?: (text: string) => boolean;
}

/** Showings beyond so many are not read: a year of a large house. */
export const mostDrafts = 20_000;

export const problem = (kind: ProblemKind, values: Readonly<Record<string, string>> = {}): Problem => ({
  kind,
  values: Object.fromEntries(Object.entries(values).map(([name, value]) => [name, shorten(value, 120)])),
});

/** A text on one line, cut with an ellipsis. */
export const shorten = (text: string, most: number): string => {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  return line.length <= most ? line : `${line.slice(0, most - 1)}…`;
};
