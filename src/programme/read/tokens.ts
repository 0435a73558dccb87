import { monthOf, weekdayOf } from '#programme/read/days.ts';

/** A piece of a line of a programme: a day, an hour, or other words. */
export interface Token {
  readonly kind: 'day' | 'time' | 'range' | 'text';
  readonly text: string;
}

const weekdays = 'lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lun|mar|mer|jeu|ven|sam|dim';
const months =
  'janvier|février|fevrier|mars|avril|mai|juin|juillet|août|aout|septembre|octobre|novembre|décembre|decembre|janv|févr|fevr|fév|fev|avr|juil|sept|oct|nov|déc|dec';
const weekday = `(?:${weekdays})\\.?`;
const named = 'lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche';
const number = '(?:\\d{1,2}(?:er)?)';
const day = [
  `(?:${weekday},?\\s+)?${number}\\s+(?:${months})\\b\\.?(?:\\s+\\d{4})?`,
  `(?:${weekday},?\\s+)?\\d{1,2}/\\d{1,2}(?:/\\d{4}|/\\d{2})?(?!\\d)`,
  `\\d{4}-\\d{2}-\\d{2}`,
  `${weekday},?\\s+${number}(?!\\s*h|\\s?:\\d|\\s*€|\\d)`,
  // without a number: alone on its line, or between a joint and its hour, since titles name days too
  `(?<=^[^\\p{L}\\p{N}]*)(?:${named})(?=\\s*:?\\s*$)`,
  `(?<=^[^\\p{L}\\p{N}]*|[:,;|/–—-]\\s*|\\bet\\s+)(?:${named})(?=\\s*:?\\s*(?:à\\s*)?\\d{1,2}\\s?[h:])`,
].join('|');
const time =
  '\\d{1,3}\\s?[hH](?:\\s?\\d{2})?(?!\\p{L}|\\d)|(?<=à\\s+)\\d{1,2}\\s+heures?(?:\\s+\\d{2})?(?!\\p{L}|\\d)|\\d{1,2}:\\d{2}(?!\\d)';
const range = `\\bdu\\s+(?:${day}|${number})\\s+au\\s+(?:${day}|${number})|(?:${day})\\s+au\\s+(?:${day})|\\btous les (?:jours|soirs)\\b`;
const pieces = new RegExp(
  `(?<range>${range})|(?<day>(?<![\\p{L}\\d])(?:${day}))|(?<time>(?<![\\p{L}\\d/])(?:${time}))`,
  'giu',
);

/** Cuts a line into its days, its hours and the words between. `1h45` is a length, unless it opens a line or follows a day: see isLength. */
export function tokensOf(line: string): Token[] {
  const tokens: Token[] = [];
  let from = 0;
  const words = (until: number): void => {
    const text = line.slice(from, until);
    if (/[\p{L}\p{N}]/u.test(text) && !isJoint(text)) tokens.push({ kind: 'text', text });
  };
  for (const match of line.matchAll(pieces)) {
    const [text] = match;
    const kind = match.groups?.['range'] ? 'range' : match.groups?.['day'] ? 'day' : 'time';
    if (kind === 'time' && isLength(line, match.index, text)) continue;
    if (kind === 'day' && !isDay(text)) continue;
    words(match.index);
    tokens.push({ kind, text: text.trim() });
    from = match.index + text.length;
  }
  words(line.length);
  return tokens;
}

/** Words that only join days and hours: “à”, “et”, “séances”. */
const isJoint = (text: string): boolean =>
  /^(?:à|et|ou|puis|le|les|séances?|horaires?|heures?|[\s.,;:&/|+•*·–—()-])*$/iu.test(text.trim());

/** Whether hours are the length of a film: in brackets, after “durée”, or one to four of them after other words. Nobody opens at two in the night. */
function isLength(line: string, at: number, text: string): boolean {
  const [hours = ''] = /^\d+/.exec(text) ?? [];
  const before = line.slice(0, at);
  if (/dur[ée]e\s*:?\s*$/i.test(before)) return true;
  const after = line.slice(at + text.length);
  // “1h51 - Animation” is a length too, though it opens its line
  return Number(hours) >= 1 && Number(hours) <= 5 && (before.trim() !== '' || /^\s*[-–—,|•·/]\s*\p{L}/u.test(after));
}

const isDay = (text: string): boolean => {
  const words = text.match(/\p{L}{3,}/gu) ?? [];
  return words.every((word) => weekdayOf(word) > 0 || monthOf(word) > 0);
};
