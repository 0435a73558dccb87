import { monthOf, readDay } from '#programme/read/days.ts';

/** The week that a programme says it is for, on its line; a null week: it says one that is not understood. */
export interface WeekSaid {
  readonly line: number;
  readonly week: { readonly from: Temporal.PlainDate; readonly to: Temporal.PlainDate } | null;
}

const longestLine = 500;
const point = String.raw`(?:\p{L}{2,8}\.?\s{1,3})?(\d{1,2})(?:er)?(?:\s{1,3}(\p{L}{3,9})\.?|\/(\d{1,2}))?(?:(?:\s{1,3}|\/)(\d{4}))?`;
const range = new RegExp(`(?<!\\p{L})du\\s{1,3}${point}\\s{1,3}au\\s{1,3}${point}`, 'iu');
const begun = new RegExp(`(?<!\\p{L})semaine\\s{1,3}du\\s{1,3}${point}`, 'iu');
const unclear =
  /(?<!\p{L})(?:semaine\s{1,3}(?:n\s?[°o]\s?)?\d|(?:à\s{1,3}partir|à\s{1,3}compter|dès)\s{1,3}(?:du|le)(?!\p{L})|semaine\s{1,3}prochaine)/iu;

/** The weeks that a text announces: “du 2 au 8 décembre”, “semaine du 2 décembre”. */
export function weeksSaid(lines: readonly string[], today: Temporal.PlainDate): WeekSaid[] {
  return lines.flatMap((text, line) => {
    if (text.length > longestLine || !/\d|prochaine/.test(text)) return [];
    const both = range.exec(text);
    if (both !== null) return [{ line, week: between(both.slice(1, 5), both.slice(5, 9), today) }];
    const first = begun.exec(text);
    if (first !== null) {
      const from = dayAt(first.slice(1, 5), null, today);
      return [{ line, week: from === null ? null : { from, to: from.add({ days: 6 }) } }];
    }
    return unclear.test(text) ? [{ line, week: null }] : [];
  });
}

/** The week that holds at a line: the last one said above it, else the first one said under. */
export const weekAt = (weeks: readonly WeekSaid[], line: number): WeekSaid | null =>
  weeks.findLast((one) => one.line <= line) ?? weeks[0] ?? null;

type Point = readonly (string | undefined)[];

function between(first: Point, last: Point, today: Temporal.PlainDate): WeekSaid['week'] {
  const to = dayAt(last, null, today);
  if (to === null) return null;
  const from = dayAt(first, to, today);
  if (from === null) return null;
  const days = from.until(to).total('days');
  // in more than a week a day of the week is more than one day
  return days >= 0 && days <= 6 ? { from, to } : null;
}

/** Without its month, that of the day before which it must be. */
function dayAt(
  [day = '', word = '', figure = '', year = '']: Point,
  until: Temporal.PlainDate | null,
  today: Temporal.PlainDate,
): Temporal.PlainDate | null {
  const said = word === '' ? Number(figure) : monthOf(word);
  if (said === 0 && (word !== '' || until === null)) return null;
  if (until !== null) {
    const before = until.subtract({ months: Number(day) > until.day ? 1 : 0 });
    const month = said === 0 ? before.month : said;
    const ofYear = said === 0 ? before.year : until.year - (month > until.month ? 1 : 0);
    const read = readDay(`${ofYear}-${month}-${day}`, today);
    return 'is' in read ? read.is : null;
  }
  const read = readDay(`${day}/${said}${year === '' ? '' : `/${year}`}`, today);
  return 'is' in read ? read.is : null;
}
