import { houseZone } from '#calendar/zone.ts';

/** How moments are written in a letter. */
export interface When {
  /** `mercredi 25 novembre`; with the year when it is another than now's. */
  day(moment: string): string;
  /** `20 h 30`. */
  time(moment: string): string;
  /** `mercredi 25 novembre à 20 h 30`. */
  dayAndTime(moment: string): string;
  /** `mer. 25 nov. à 20 h 30`: for a telephone. */
  short(moment: string): string;
  /** `25 novembre`, of a day: with the year when it is another than now's. */
  date(day: Temporal.PlainDate): string;
  /** Two days, their month said once when it is the same: `18` and `24 novembre`; with the days of the week where wanted. */
  span(first: Temporal.PlainDate, last: Temporal.PlainDate, weekday?: boolean): readonly [string, string];
}

const locales = { fr: 'fr-FR', en: 'en-GB' } as const;

/** Moments in the house's time zone. @param now whose year goes without saying */
export function whenIn(language: 'fr' | 'en', now: Temporal.Instant): When {
  const thisYear = now.toZonedDateTimeISO(houseZone).year;
  const written = (day: Temporal.PlainDate, options: Intl.DateTimeFormatOptions): string => {
    const year = day.year === thisYear ? {} : { year: 'numeric' as const };
    const text = formatter(locales[language], { ...options, ...year }).format(
      Date.UTC(day.year, day.month - 1, day.day, 12),
    );
    return language === 'fr' ? text.replace(/\b1(?= \p{L})/u, '1er') : text;
  };
  const local = (moment: string): Temporal.ZonedDateTime => Temporal.Instant.from(moment).toZonedDateTimeISO(houseZone);
  const time = (moment: string): string => {
    const { hour, minute } = local(moment);
    const minutes = String(minute).padStart(2, '0');
    if (language === 'en') return `${hour}:${minutes}`;
    return minute === 0 ? `${hour}\u00a0h` : `${hour}\u00a0h\u00a0${minutes}`;
  };
  const day = (moment: string): string =>
    written(local(moment).toPlainDate(), { weekday: 'long', day: 'numeric', month: 'long' });
  const at = language === 'fr' ? 'à' : 'at';
  return {
    day,
    time,
    dayAndTime: (moment) => `${day(moment)} ${at} ${time(moment)}`,
    short: (moment) =>
      `${written(local(moment).toPlainDate(), { weekday: 'short', day: 'numeric', month: 'short' })} ${at} ${time(moment)}`,
    date: (of) => written(of, { day: 'numeric', month: 'long' }),
    span(first, last, weekday = false) {
      const options = { ...(weekday ? { weekday: 'long' as const } : {}), day: 'numeric', month: 'long' } as const;
      const [from, until] = [written(first, options), written(last, options)];
      const isSame = first.month === last.month && first.year === thisYear;
      return [isSame ? from.slice(0, from.lastIndexOf(' ')) : from, until];
    },
  };
}

const formatters = new Map<string, Intl.DateTimeFormat>();
function formatter(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${JSON.stringify(options)}`;
  const made = formatters.get(key) ?? new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' });
  formatters.set(key, made);
  return made;
}
