import type { FilmId } from '#brand.ts';

/** What one line of an export says of one film. */
export interface TasteRow {
  readonly id: FilmId | null;
  readonly title: string;
  readonly year: number | null;
  /** From 0 to 10, whatever the scale of the file; null when the film was not rated. */
  readonly rating: number | null;
  /** Whether the person said "I liked it" without a figure: Letterboxd's heart. */
  readonly heart: boolean;
  /** A film to watch: not watched yet, so it says nothing of the taste. */
  readonly wanted: boolean;
  /** `2024-05-31`, or '' when the file does not say. */
  readonly date: string;
}

/** A file that a visitor gave, in memory and nowhere else. */
export interface GivenFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What was read of a file; `others` counts its lines about series, episodes and games, `nameless` those that name nothing. */
export interface ReadFile {
  readonly rows: readonly TasteRow[];
  readonly others: number;
  readonly nameless: number;
}

/** Why a file cannot be read. */
export type FileFault =
  | 'empty'
  | 'binary'
  | 'page'
  | 'workbook'
  | 'archive'
  | 'nothingInside'
  | 'columns'
  | 'quotes'
  | 'json'
  | 'tooManyRows'
  | 'tooLarge';

/** Stops the reading of a file; caught where files are read, told to the visitor, never logged: its cause may quote the file. */
export class UnreadableFile extends Error {
  readonly fault: FileFault;
  /** What helps to find the place: the columns met, or a line. */
  readonly detail: string;
  constructor(fault: FileFault, detail = '') {
    super(fault);
    this.fault = fault;
    this.detail = detail;
  }
}

/** More lines than anybody's films, in all the files together. */
export const mostRows = 50_000;

const LONGEST_TITLE = 200;

/** A title as a file gives it, on one line, without signs that would hide or turn what follows. */
export const cleanTitle = (text: string): string =>
  text
    .slice(0, 4 * LONGEST_TITLE)
    .replaceAll(/[\s\p{C}]+/gu, ' ')
    .trim()
    .slice(0, LONGEST_TITLE)
    .toWellFormed();

/** A year of the cinema, or null. */
export function readYear(text: string): number | null {
  const year = /^\s*(\d{4})(?:\D|$)/.exec(text)?.[1];
  return year !== undefined && year >= '1880' && year <= '2100' ? Number(year) : null;
}

/** `2024-05-31T10:00:00Z` -> `2024-05-31`; '' for anything that does not begin so. */
export const readDay = (text: string): string => /^\s*(\d{4}-\d{2}-\d{2})/.exec(text)?.[1] ?? '';
