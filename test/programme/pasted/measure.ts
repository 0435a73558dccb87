import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DraftShowing, Reading } from '#programme/read/draft.ts';
import { readProgramme } from '#programme/read/read-programme.ts';

/** The Monday on which all these programmes are pasted. */
export const pastedAt = Temporal.Instant.from('2026-11-23T09:00:00Z');

/** What reading a pasted programme gives against what it announces. */
export interface Measured {
  readonly name: string;
  readonly expected: number;
  /** Read exactly: day, hour, title, version and marks, venue, room. */
  readonly right: number;
  /** Not read, and their line is refused with a sentence. */
  readonly refused: readonly string[];
  /** Not read, and no line of theirs is refused. */
  readonly lost: readonly string[];
  /** Read, but not what was meant. */
  readonly wrong: readonly string[];
  readonly reading: Reading;
}

/**
 * Reads each programme of a folder, `NAME.txt`, against `NAME.expected`: a line a showing, `MM-DD HH:MM TITLE | marks | venue | room`; a first line
 * `# venues: A; B` names those of the house.
 */
export const measureFolder = (folder: 'first' | 'second'): Measured[] => {
  const path = join(import.meta.dirname, folder);
  return readdirSync(path)
    .filter((file) => file.endsWith('.txt'))
    .toSorted()
    .map((file) => measure(file.slice(0, -4), readText(path, file), readText(path, file.replace(/txt$/, 'expected'))));
};

const readText = (path: string, file: string): string => readFileSync(join(path, file), 'utf8');

function measure(name: string, text: string, told: string): Measured {
  const lines = told.split('\n').filter((line) => line !== '');
  const venues = (lines.find((line) => line.startsWith('# venues:')) ?? '').slice(9).split(';');
  const meant = lines.filter((line) => !line.startsWith('#')).map(spaced);
  const reading = readProgramme(new TextEncoder().encode(text), {
    file: name,
    now: pastedAt,
    isVenue: (said) => venues.some((venue) => venue.trim() === said),
  });
  const read = reading.drafts.map(asLine);
  const missing = meant.filter((line) => !read.includes(line));
  const refused = missing.filter((line) => reading.faults.some((fault) => saysHour(fault.text, line.slice(6, 11))));
  return {
    name,
    expected: meant.length,
    right: meant.length - missing.length,
    refused,
    lost: missing.filter((line) => !refused.includes(line)),
    wrong: read.filter((line) => !meant.includes(line)),
    reading,
  };
}

const asLine = ({ starts, title, version, features, venue, screen }: DraftShowing): string => {
  const [day = '', hour = ''] = Temporal.Instant.from(starts)
    .toZonedDateTimeISO('Europe/Paris')
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' })
    .split('T');
  const marks = [version === 'unknown' ? '' : version, ...features].join(' ');
  return spaced([`${day.slice(5)} ${hour} ${title}`, marks, venue ?? '', screen].join(' | '));
};

/** The fields of a line without what is empty at its end. */
const spaced = (line: string): string =>
  line
    .split('|')
    .map((field) => field.trim())
    .join(' | ')
    .replace(/[ |]+$/, '');

const saysHour = (text: string, hour: string): boolean => {
  const [hours = '', minutes = ''] = hour.split(':');
  return new RegExp(`(?<!\\d)0?${Number(hours)}\\s?[h:]\\s?${minutes === '00' ? '(?:00)?(?!\\d)' : minutes}`, 'i').test(
    text,
  );
};
