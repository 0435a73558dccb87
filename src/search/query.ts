import { bagKey, canonicalWords, foldWords } from '#search/fold.ts';
import { phoneticKey } from '#search/phonetic.ts';
import { spellings } from '#search/title-index.ts';

/** One way to read what was typed: its words, and the year it names (0 when none). */
export interface Reading {
  readonly words: string[];
  readonly text: string;
  /** The words with their numbers made one. */
  readonly plain: string[];
  readonly forms: readonly Form[];
  readonly bag: string;
  readonly sound: string;
  readonly year: number;
  /** Another reading is likelier: only what is very near is wanted. */
  readonly doubtful: boolean;
}

/** One unspaced form of the words; `kind` is one of `keyKinds`. */
export interface Form {
  readonly kind: number;
  readonly key: string;
  readonly units: Uint16Array;
}

const FIRST_YEAR = 1880;
const LAST_YEAR = 2100;

/**
 * The readings of a query: as it stands and, when it begins or ends with a year (or holds one in brackets), without that year.
 * A year given apart (`year` > 0) leaves only the first reading, with that year. No reading when nothing was typed.
 */
export function readings(text: string, year = 0): Reading[] {
  const words = foldWords(text);
  if (words.length === 0) return [];
  if (year > 0) return [reading(words, year, false)];
  const place = yearPlace(text, words);
  if (place < 0 || words.length < 2) return [reading(words, 0, false)];
  return [reading(words, 0, true), reading(words.toSpliced(place, 1), Number(words[place]), false)];
}

function reading(words: string[], year: number, doubtful: boolean): Reading {
  const forms = spellings(words).map(([kind, key]) => ({ kind, key, units: units(key) }));
  return {
    words,
    text: words.join(' '),
    plain: canonicalWords(words),
    forms,
    bag: bagKey(words),
    sound: phoneticKey(words),
    year,
    doubtful,
  };
}

function yearPlace(text: string, words: string[]): number {
  const bracketed = /[([](\d{4})[)\]]/.exec(text)?.[1];
  if (bracketed !== undefined && isYear(bracketed)) return words.lastIndexOf(bracketed);
  if (isYear(words.at(-1))) return words.length - 1;
  return isYear(words[0]) ? 0 : -1;
}

function isYear(word: string | undefined): boolean {
  return word !== undefined && /^\d{4}$/.test(word) && Number(word) >= FIRST_YEAR && Number(word) <= LAST_YEAR;
}

/** The UTF-16 units of a text. */
export function units(text: string): Uint16Array {
  const list = new Uint16Array(text.length);
  for (let at = 0; at < text.length; at++) list[at] = text.charCodeAt(at);
  return list;
}
