/** A way of spoiling a title; null when the title does not lend itself to it. */
export type Slip = (title: string, random: () => number) => string | null;

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';
const AZERTY = ['azertyuiop', 'qsdfghjklm', 'wxcvbn'];
const ROMAN = ['', 'I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII', 'XIII', 'XIV', 'XV'];
const ARTICLE = /^(?:l['’]|(?:le|la|les|un|une|the|a|an|der|die|das|el|los|il)\s+)(?=\S)/i;
const HABITS: [RegExp, string][] = [
  [/ph/i, 'f'],
  [/f(?=[aeiouy])/i, 'ph'],
  [/([bcdfglmnprst])\1/i, '$1'],
  [/(?<=[aeiouy])([fglmnprt])(?=[aeiouy])/i, '$1$1'],
  [/(?<=[a-zéè]{2})[stdx](?=\s|$)/i, ''],
  [/(?<=[a-z]{3})e(?=\s|$)/i, ''],
  [/é/i, 'ai'],
  [/ai/i, 'é'],
  [/qu(?=[eio])/i, 'k'],
  [/c(?=[aou])/i, 'k'],
  [/c(?=[aou])/i, 'qu'],
  [/k/i, 'c'],
  [/eau/i, 'o'],
  [/au/i, 'o'],
];

export const exact: Slip = (title) => title;
export const withYear = (title: string, year: number, random: () => number): string =>
  random() < 0.5 ? `${title} ${year}` : `${title} (${year})`;

/** The first 60 % of a title of five signs or more. */
export const prefix: Slip = (title) =>
  title.length < 5 ? null : title.slice(0, Math.ceil(0.6 * title.length)).trimEnd();

/** One letter inserted, deleted, replaced or swapped with the next. */
export const oneTypo: Slip = (title, random) => (title.length < 4 ? null : typo(title, random));
export const twoTypos: Slip = (title, random) => (title.length < 9 ? null : typo(typo(title, random), random));
export const typoUnfinished: Slip = (title, random) => (title.length < 5 ? null : cut(typo(title, random), 0.7));
/** The same with the typo always inside what is kept. */
export const typoKept: Slip = (title, random) => (title.length < 7 ? null : typo(cut(title, 0.7), random));

export const accentsStripped: Slip = (title) => {
  const bare = title.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll('œ', 'oe').replaceAll('Œ', 'Oe');
  return bare === title.normalize('NFD') ? null : bare;
};

/** Without its leading article, and two neighbouring words exchanged. */
export const swapped: Slip = (title, random) => {
  const bare = title.replace(ARTICLE, '');
  const words = bare.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word));
  if (words.length < 2) return bare === title || bare.length < 3 ? null : bare;
  const at = Math.floor(random() * (words.length - 1));
  return [...words.slice(0, at), words[at + 1], words[at], ...words.slice(at + 2)].join(' ');
};

export const unspaced: Slip = (title) => (/\s/.test(title) ? title.replaceAll(/\s+/g, '') : null);

/** One letter replaced by its neighbour on a French keyboard. */
export const azerty: Slip = (title, random) => {
  if (title.length < 4) return null;
  const at = letterPlace(title, random);
  const row = AZERTY.find((keys) => keys.includes(title.charAt(at).toLowerCase()));
  if (row === undefined) return null;
  const key = row.indexOf(title.charAt(at).toLowerCase());
  const near = row.charAt(key + (key === 0 || (key < row.length - 1 && random() < 0.5) ? 1 : -1));
  return title.slice(0, at) + near + title.slice(at + 1);
};

/** One habit of French spelling applied once: ph/f, double letters, silent finals, é/ai, c/k/qu, eau/o. */
export const phonetic: Slip = (title, random) => {
  const able = HABITS.filter(([pattern]) => pattern.test(title));
  const [pattern, written] = able[Math.floor(random() * able.length)] ?? [/$^/, ''];
  return title.length < 5 || able.length === 0 ? null : title.replace(pattern, written);
};

/** An arabic number written in roman figures, or the reverse. */
export const numeral: Slip = (title) => {
  const words = title.split(' ');
  for (let at = 1; at < words.length; at++) {
    const [, word = '', rest = ''] = /^([\dIVX]+)(\W*)$/.exec(words[at] ?? '') ?? [];
    const roman = /^\d+$/.test(word) ? ROMAN[Number(word)] : undefined;
    const arabic = ROMAN.indexOf(word);
    const written = roman ?? (arabic > 0 ? String(arabic) : '');
    if (written !== '') return words.with(at, written + rest).join(' ');
  }
  return null;
};

function cut(title: string, share: number): string {
  return title.slice(0, Math.ceil(share * title.length)).trimEnd();
}

function typo(title: string, random: () => number): string {
  const at = letterPlace(title, random);
  const letter = LETTERS.charAt(Math.floor(random() * 26));
  const kind = Math.floor(random() * 4);
  if (kind === 0) return title.slice(0, at) + letter + title.slice(at);
  if (kind === 1) return title.slice(0, at) + title.slice(at + 1);
  if (kind === 2) return title.slice(0, at) + letter + title.slice(at + 1);
  const from = Math.min(at, title.length - 2);
  return title.slice(0, from) + title.charAt(from + 1) + title.charAt(from) + title.slice(from + 2);
}

function letterPlace(title: string, random: () => number): number {
  for (let tries = 0; tries < 20; tries++) {
    const at = Math.floor(random() * title.length);
    if (/[\p{L}\p{N}]/u.test(title.charAt(at))) return at;
  }
  return Math.floor(random() * title.length);
}
