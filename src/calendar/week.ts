import { houseZone } from '#calendar/zone.ts';
import { fault } from '#errors.ts';

/** A week of cinema: from a Wednesday, when films come out, to the Tuesday after. Moments are those of Paris. */
export interface Week {
  /** `2026-W47`: the ISO week of its Wednesday, so that every ISO week names one of these and no two share a name. */
  readonly name: string;
  readonly first: Temporal.PlainDate;
  readonly last: Temporal.PlainDate;
  /** Midnight of the Wednesday, and of the next one: 167 or 169 hours lie between when the clocks change. */
  readonly from: Temporal.Instant;
  readonly until: Temporal.Instant;
}

const wednesday = 3;

/** The week that a day is in. */
export function weekOf(day: Temporal.PlainDate): Week {
  const first = day.subtract({ days: (day.dayOfWeek - wednesday + 7) % 7 });
  const next = first.add({ days: 7 });
  const name = `${first.yearOfWeek ?? first.year}-W${String(first.weekOfYear ?? 0).padStart(2, '0')}`;
  return { name, first, last: first.add({ days: 6 }), from: midnight(first), until: midnight(next) };
}

/** The day that it is in Paris. */
export const dayInParis = (now: Temporal.Instant): Temporal.PlainDate =>
  now.toZonedDateTimeISO(houseZone).toPlainDate();
/** The hour and the minute of Paris at a moment: `20:30`. */
export const timeInParis = (moment: Temporal.Instant): string =>
  moment.toZonedDateTimeISO(houseZone).toPlainTime().toString({ smallestUnit: 'minute' });

/** The last week that is over: what a report is of, unless another is asked for. */
export const lastWeek = (now: Temporal.Instant): Week => weekBefore(weekOf(dayInParis(now)));

export const weekBefore = ({ first }: Week): Week => weekOf(first.subtract({ days: 7 }));
export const weekAfter = ({ first }: Week): Week => weekOf(first.add({ days: 7 }));

/** The whole days of a week that have passed, 0 to 7, and the stretch of time that they are. */
export function wholeDays(
  { first, from, until }: Week,
  now: Temporal.Instant,
): { readonly days: number; readonly stretch: { readonly from: Temporal.Instant; readonly until: Temporal.Instant } } {
  if (Temporal.Instant.compare(now, until) >= 0) return { days: 7, stretch: { from, until } };
  const { days } = first.until(dayInParis(now), { largestUnit: 'day' });
  return { days: Math.max(0, days), stretch: { from, until: midnight(first.add({ days: Math.max(0, days) })) } };
}

/** Weeks since a Wednesday long ago: what turns from one week to the next turns by one. */
export const weekNumber = ({ first }: Week): number => Math.round(origin.until(first, { largestUnit: 'day' }).days / 7);
const origin = Temporal.PlainDate.from('2020-01-01');

/**
 * The week of a name. Weeks that have not begun have nothing to tell, and of those older than the feedback log nothing is kept.
 * @param options.days how long the feedback log is kept
 * @throws WEEK_INVALID
 */
export function weekNamed(
  name: string,
  { now, days }: { readonly now: Temporal.Instant; readonly days: number },
): Week {
  const [, year = '', week = ''] = /^(\d{4})-W(\d{2})$/.exec(name) ?? [];
  const found = year === '' ? null : weekOf(thursdayOfFirst(Number(year)).add({ days: 7 * (Number(week) - 1) - 1 }));
  if (found === null || found.name !== name)
    throw fault('WEEK_INVALID', { week: name.slice(0, 40), reason: 'it is no week; 2026-W47 is one' });
  const today = dayInParis(now);
  if (Temporal.PlainDate.compare(found.first, today) > 0)
    throw fault('WEEK_INVALID', {
      week: name,
      reason: `it begins on ${found.first}, and nothing has happened in it yet`,
    });
  if (Temporal.PlainDate.compare(found.last, today.subtract({ days })) < 0)
    throw fault('WEEK_INVALID', { week: name, reason: `nothing is kept for more than ${days} days` });
  return found;
}

/** The Thursday of the first ISO week of a year: 4 January is always in it. */
function thursdayOfFirst(year: number): Temporal.PlainDate {
  const fourth = Temporal.PlainDate.from({ year, month: 1, day: 4 });
  return fourth.add({ days: 4 - fourth.dayOfWeek });
}

const midnight = (day: Temporal.PlainDate): Temporal.Instant =>
  day.toZonedDateTime({ timeZone: houseZone }).toInstant();
