import { monthOf, plainDay, readDay, weekdayOf } from '#programme/read/days.ts';

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
/** French words too (“Ma vie de courgette”, “Stand by me”): a number must follow, and then what comes after a day. */
const short = `(?:lu|ma|me|je|ve|sa|di)\\.?[ \\u00a0]${number}`;
const noHour = '(?!\\s*h|\\s?:\\d|\\s*€|\\d)';
const apart = '(?<=^[^\\p{L}\\p{N}]*|[:,;|/(\\t–—-]\\s*|\\bet\\s+|\\d\\s*|\\dh\\s*|\\s{2})';
const day = [
  `(?:${weekday},?\\s+)?${number}\\s+(?:${months})\\b\\.?(?:\\s+\\d{4})?`,
  `(?:${weekday},?\\s+)?\\d{1,2}/\\d{1,2}(?:/\\d{4}|/\\d{2})?(?!\\d)`,
  `\\d{4}-\\d{2}-\\d{2}`,
  `${weekday},?\\s+${number}${noHour}`,
  `${short}/\\d{1,2}(?:/\\d{4}|/\\d{2})?(?!\\d)`,
  `${short}\\s+(?:${months})\\b\\.?(?:\\s+\\d{4})?`,
  `${apart}${short}${noHour}(?=\\s*(?:$|[:;,|/)\\t–—]|-\\s|à\\s|et\\s|\\s{2}|\\(?\\d{1,2}\\s?[h:]))`,
  `${short}${noHour}(?=(?:\\s*[:,]|\\s+à)?\\s+\\d{1,2}\\s?[h:])`,
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
export function tokensOf(line: string, today: Temporal.PlainDate): Token[] {
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
    const said = kind === 'day' ? dayIn(text, line.slice(0, match.index), today) : text;
    if (said === '') continue;
    words(match.index + (kind === 'day' && text.endsWith(said) ? text.length - said.length : 0));
    tokens.push({ kind, text: said.trim() });
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

const unclear = '\u00a0?';
/** Whether a token may be a day, or the end of a title and a day. */
export const isUnclear = ({ kind, text }: Token): boolean => kind === 'day' && text.endsWith(unclear);

/**
 * The day in what looks like one; empty when it is none. A day in two letters must be that day of the week. After other words they may end a title, the date
 * alone is then the day; when both readings hold (“Stand by me 25/11”, a Wednesday) it is marked, and so refused.
 */
function dayIn(text: string, before: string, today: Temporal.PlainDate): string {
  const words = text.match(/\p{L}{3,}/gu) ?? [];
  if (!words.every((word) => weekdayOf(word) > 0 || monthOf(word) > 0)) return '';
  const [, date = ''] = /^(?:lu|ma|me|je|ve|sa|di)\.?[ \u00a0](.*)$/isu.exec(text) ?? [];
  if (date === '') return text;
  const fits = 'is' in readDay(plainDay(text), today);
  if (/^\d+(?:er)?$/i.test(date)) return fits ? text : '';
  const afterWords = /\p{L}[.’']?\s$/u.test(before) && !/\b(?:et|à|\d+\s?h)\s$/iu.test(before);
  if (!afterWords) return text;
  return fits ? `${text}${unclear}` : date;
}
