import { houseZone } from '#calendar/zone.ts';
import type { Week } from '#calendar/week.ts';
import type { Site } from '#web/site.ts';

const forms = {
  long: { day: 'numeric', month: 'long', year: 'numeric' },
  weekday: { weekday: 'long', day: 'numeric', month: 'long' },
} as const;

/** A day in the reader's language: `mercredi 25 novembre`. */
export const dayTold = (
  { language }: Pick<Site, 'language'>,
  day: Temporal.PlainDate,
  form: keyof typeof forms,
): string =>
  new Intl.DateTimeFormat(language === 'fr' ? 'fr' : 'en-GB', { ...forms[form], timeZone: 'UTC' }).format(
    new Date(`${day}T12:00:00Z`),
  );

/** The hour of Paris of a moment: `20 h 30`, `20:30`. */
export function hourTold({ language }: Pick<Site, 'language'>, moment: string): string {
  const time = clockOf(moment);
  return language === 'fr'
    ? `${time.hour}\u00a0h${time.minute === 0 ? '' : `\u00a0${String(time.minute).padStart(2, '0')}`}`
    : time.toString({ smallestUnit: 'minute' });
}

export const clockOf = (moment: string): Temporal.PlainTime =>
  Temporal.Instant.from(moment).toZonedDateTimeISO(houseZone).toPlainTime();

export const daysOf = ({ first }: Week): Temporal.PlainDate[] =>
  Array.from({ length: 7 }, (_, after) => first.add({ days: after }));
