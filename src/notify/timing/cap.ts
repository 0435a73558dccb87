import { dayInParis } from '#calendar/week.ts';

/**
 * How many messages more may be due at a moment, so that no seven days of the calendar hold more than `most`: a letter of every
 * Tuesday evening leaves room for the next whichever second they leave at, also where a clock changes. Those that are already decided for later
 * count too, since a window that ends later holds both.
 * @param told when each message was, or is, due
 */
export function roomAt(due: Temporal.Instant, told: readonly Temporal.Instant[], most: number): number {
  const since = dayInParis(due).subtract({ days: 7 });
  return Math.max(0, most - told.filter((moment) => Temporal.PlainDate.compare(dayInParis(moment), since) > 0).length);
}
