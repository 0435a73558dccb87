import { spelledNumbers } from '#search/numerals.ts';

/** Texts longer than this many UTF-16 units are cut before anything else is done with them. */
const LONGEST_TEXT = 400;
const LONGEST_SYMBOLS = 24;

const LETTERS = new Map(
  Object.entries({
    œ: 'oe',
    æ: 'ae',
    ß: 'ss',
    ø: 'o',
    ł: 'l',
    đ: 'd',
    ð: 'd',
    þ: 'th',
    ħ: 'h',
    ı: 'i',
    ŋ: 'ng',
    ĸ: 'k',
  }),
);
const ARTICLES = new Set(
  'le la les l un une des the a an der die das ein eine el los las una il lo gli uno'.split(' '),
);

/**
 * The words of a title or of what someone typed, folded: NFKD, no diacritics, no ligatures, lower case, `&` read as "et", every other
 * sign a separator. A text of signs only ("$", "???") is one word of those signs; an empty or blank text has no word.
 */
export function foldWords(text: string): string[] {
  const cut = text.length > LONGEST_TEXT ? text.slice(0, LONGEST_TEXT) : text;
  const plain = cut
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[œæßøłđðþħıŋĸ]/g, (letter) => LETTERS.get(letter) ?? letter)
    .replaceAll(/\p{M}+/gu, '')
    .replaceAll(/&| \+ /g, ' et ');
  const words = plain.match(/[\p{L}\p{N}]+/gu);
  if (words) return words;
  const signs = plain.replaceAll(/[\s\p{C}]+/gu, '').slice(0, LONGEST_SYMBOLS);
  return signs === '' ? [] : [signs];
}

/** The words without their leading article; the same array when there is none, or nothing else. */
export function withoutArticle(words: string[]): string[] {
  const [first] = words;
  return first !== undefined && words.length > 1 && ARTICLES.has(first) ? words.slice(1) : words;
}

/** The words with every way of writing a number or "and" made one: `ii`, `two`, `deux` -> `2`; `and` -> `et`. */
export function canonicalWords(words: string[]): string[] {
  return words.some((word) => spelledNumbers.has(word)) ? words.map((word) => spelledNumbers.get(word) ?? word) : words;
}

/** One key for all orders of the same words, articles apart: "anneaux des Seigneur" and "Le Seigneur des anneaux" share it. */
export function bagKey(words: string[]): string {
  const kept = words.filter((word) => !ARTICLES.has(word));
  return canonicalWords(kept.length > 0 ? kept : words)
    .toSorted()
    .join('');
}
