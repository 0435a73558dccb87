import { dayInParis, weekOf, type Week } from '#calendar/week.ts';

/** The week of a name such as `2026-W48`, past or to come; null when it is none. Without a name, the week that it is. */
export function weekAsked(name: string | null, now: Temporal.Instant): Week | null {
  if (name === null || name === '') return weekOf(dayInParis(now));
  const [, year = '', week = ''] = /^(20\d\d)-W(\d{2})$/.exec(name) ?? [];
  if (year === '') return null;
  const fourth = Temporal.PlainDate.from({ year: Number(year), month: 1, day: 4 });
  const found = weekOf(fourth.add({ days: 3 - fourth.dayOfWeek + 7 * (Number(week) - 1) }));
  return found.name === name ? found : null;
}
