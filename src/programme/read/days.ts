import { houseZone } from '#calendar/zone.ts';
import { titleKey } from '#state/programme-titles.ts';
import { problem, type Problem } from '#programme/read/draft.ts';

export type Read<T> = { readonly is: T } | { readonly wrong: Problem };

const months = 'janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre'.split(' ');
const englishMonths = 'january february march april may june july august september october november december'.split(
  ' ',
);
const weekdays = 'lundi mardi mercredi jeudi vendredi samedi dimanche'.split(' ');
const englishWeekdays = 'monday tuesday wednesday thursday friday saturday sunday'.split(' ');

/** The place of a name among names, by the whole of it or by its first letters (`nov`, `mer`); 0 when it is none. */
const placeIn = (word: string, lists: readonly (readonly string[])[], least = 3): number => {
  const key = titleKey(word);
  if (key.length < least) return 0;
  for (const list of lists) {
    const at = list.findIndex((name) => name.startsWith(key));
    if (at >= 0) return at + 1;
  }
  return key === 'juil' ? 7 : 0;
};
/** 1 to 12; 0 when the word is no month, in French or in English. */
export const monthOf = (word: string): number => placeIn(word, [months, englishMonths]);
/** 1, Monday, to 7; 0 when the word is no day of the week, or has fewer letters than `least`: `ma` and `sa` are words too. */
export const weekdayOf = (word: string, least = 3): number => placeIn(word, [weekdays, englishWeekdays], least);

/** Whether the week that begins on Wednesday is near, so that a programme is more often of that one: from Sunday to Tuesday. */
export const weekEnds = ({ dayOfWeek }: Temporal.PlainDate): boolean => dayOfWeek === 7 || dayOfWeek <= 2;

/** 1 to 7 when a text is the name of a day of the week and nothing more; else 0. */
export const weekdayAlone = (text: string): number => {
  const key = titleKey(text);
  return Math.max(weekdays.indexOf(key), englishWeekdays.indexOf(key)) + 1;
};

/** `mer. 25/11` and `mer 25 nov.` without their points, as readDay takes them. */
export const plainDay = (text: string): string => text.replaceAll(/(?<=\p{L})\.?,?(?=\s|$)/gu, '').trim();

/**
 * A day as people and systems write it: `25/11/2026`, `25/11`, `2026-11-25`, `20261125`, `mercredi 25 novembre`, `mer. 25`, `me 25`. Without its year or its month,
 * the first that suits from a month before `today` on, and on that day of the week when it is said. `mercredi` alone is the first from `today` on.
 */
export function readDay(text: string, today: Temporal.PlainDate): Read<Temporal.PlainDate> {
  const line = text.trim();
  const alone = weekdayAlone(line);
  if (alone > 0) return { is: today.add({ days: (alone - today.dayOfWeek + 7) % 7 }) };
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(line) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(line);
  if (iso !== null) return dayOf(text, Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const [, word = '', rest = ''] = /^(?:([\p{L}]+)\.?,?\s+)?(.+)$/u.exec(line) ?? [];
  const weekday = word === '' ? 0 : weekdayOf(word, 2);
  if (word !== '' && weekday === 0) return { wrong: problem('dayUnreadable', { text }) };
  const figures = /^(\d{1,2})[-/.](\d{1,2})(?:[-/.](\d{4}|\d{2}))?$/.exec(rest);
  const spelled = /^(\d{1,2})(?:er|st|nd|rd|th)?(?:\s+([\p{L}]+)\.?)?(?:,?\s+(\d{4}))?$/u.exec(rest);
  const [, day = '', month = '', year = ''] = figures ?? spelled ?? [];
  const number = figures === null ? (month === '' ? null : monthOf(month)) : Number(month);
  if (day === '' || number === 0) return { wrong: problem('dayUnreadable', { text }) };
  if (number === null && weekday === 0) return { wrong: problem('dayUnreadable', { text }) };
  if (year !== '' && number !== null)
    return onWeekday(text, dayOf(text, Number(year) + (year.length === 2 ? 2000 : 0), number, Number(day)), weekday);
  return number === null
    ? nextNumbered(text, { day: Number(day), weekday }, today)
    : nextOfYear(text, { day: Number(day), month: number, weekday }, today);
}

const daysBack = 31;

/** The first such day of a year from a month ago on; when its day of the week is said, of the years around. */
function nextOfYear(
  text: string,
  { day, month, weekday }: { readonly day: number; readonly month: number; readonly weekday: number },
  today: Temporal.PlainDate,
): Read<Temporal.PlainDate> {
  const from = today.subtract({ days: daysBack });
  const found = [from.year, from.year + 1].map((year) => dayOf(text, year, month, day));
  const days = found.flatMap((one) => ('is' in one ? [one.is] : []));
  const next = days.find((one) => Temporal.PlainDate.compare(one, from) >= 0);
  const [first = { wrong: problem('dayUnreadable', { text }) }] = found;
  return next === undefined
    ? 'is' in first
      ? { wrong: problem('noSuchDay', { text }) }
      : first
    : onWeekday(text, { is: next }, weekday);
}

/** `mercredi 25`: the month in which that day is one, this one or the next ones. */
function nextNumbered(
  text: string,
  { day, weekday }: { readonly day: number; readonly weekday: number },
  today: Temporal.PlainDate,
): Read<Temporal.PlainDate> {
  if (day < 1 || day > 31) return { wrong: problem('noSuchDay', { text }) };
  const from = today.subtract({ days: 7 });
  for (let after = 0; after < 70; after++) {
    const one = from.add({ days: after });
    if (one.day === day && one.dayOfWeek === weekday) return { is: one };
  }
  return { wrong: problem('weekdayWrong', { text }) };
}

function dayOf(text: string, year: number, month: number, day: number): Read<Temporal.PlainDate> {
  try {
    return { is: Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' }) };
  } catch {
    return { wrong: problem('noSuchDay', { text }) };
  }
}

const onWeekday = (text: string, read: Read<Temporal.PlainDate>, weekday: number): Read<Temporal.PlainDate> =>
  'is' in read && weekday !== 0 && read.is.dayOfWeek !== weekday
    ? { wrong: problem('weekdayWrong', { text, is: weekdays[read.is.dayOfWeek - 1] ?? '' }) }
    : read;

/** An hour: `20h30`, `20 h`, `20:30`, `20:30:00`, `20.30`, `8:30 pm`. */
export function readTime(text: string): Read<Temporal.PlainTime> {
  const [, hours = '', minutes = '0', , half = ''] =
    /^(\d{1,3})\s*(?:h|:|\.|heures?)\s*(\d{1,2})?(:\d{2}(?:\.\d+)?)?\s*(am|pm)?$/i.exec(text.trim()) ??
    (/^(\d{1,2})()()\s*(am|pm)$/i.exec(text.trim()) || []);
  if (hours === '') return { wrong: problem('timeUnreadable', { text }) };
  const said = Number(hours);
  const hour = half === '' ? said : (said % 12) + (half.toLowerCase() === 'pm' ? 12 : 0);
  const minute = Number(minutes === '' ? '0' : minutes);
  if (hour > 23 || minute > 59 || (half !== '' && said > 12)) return { wrong: problem('noSuchHour', { text }) };
  return { is: Temporal.PlainTime.from({ hour, minute }) };
}

/** A moment of Paris. When the clocks go forward an hour is skipped: refused. When they go back an hour comes twice: the first, which is told. */
export function momentIn(
  day: Temporal.PlainDate,
  time: Temporal.PlainTime,
): Read<{ readonly at: Temporal.Instant; readonly twice: boolean }> {
  const said = day.toPlainDateTime(time);
  const [earlier, later] = (['earlier', 'later'] as const).map((disambiguation) =>
    said.toZonedDateTime(houseZone, { disambiguation }),
  );
  if (earlier === undefined || later === undefined) return { wrong: problem('timeUnreadable', { text: String(said) }) };
  if (earlier.epochMilliseconds === later.epochMilliseconds) return { is: { at: earlier.toInstant(), twice: false } };
  if (!earlier.toPlainDateTime().equals(said))
    return { wrong: problem('hourSkipped', { text: `${day} ${time.toString({ smallestUnit: 'minute' })}` }) };
  return { is: { at: earlier.toInstant(), twice: true } };
}
