import { houseZone } from '#calendar/zone.ts';
/** Minutes of the day in the house's time zone, 0 to 1439, between which nobody is written to: from the first, up to the second and without it; `from` after `until` goes over midnight. The same twice: none. */
export interface QuietHours {
  readonly from: number;
  readonly until: number;
}

/** What remains open of a day at least: who asked for more quiet than that would never be written to. */
const leastOpen = 120;
const dayLong = 1440;

/** The quiet hours of somebody: their own, else the house's; cut so that two hours of the day stay open. */
export function quietHoursOf(
  own: { readonly quietFrom: number | null; readonly quietUntil: number | null },
  house: { readonly quietFrom: number; readonly quietUntil: number },
): QuietHours {
  const [from, until] =
    own.quietFrom === null || own.quietUntil === null
      ? [house.quietFrom, house.quietUntil]
      : [own.quietFrom, own.quietUntil];
  const long = (until - from + dayLong) % dayLong;
  return { from, until: long > dayLong - leastOpen ? (from + dayLong - leastOpen) % dayLong : until };
}

/** Whether a moment is in quiet hours, by the clock on the wall. */
export function isQuiet(moment: Temporal.Instant, quiet: QuietHours, zone = houseZone): boolean {
  const { hour, minute } = moment.toZonedDateTimeISO(zone);
  const at = hour * 60 + minute;
  return quiet.from <= quiet.until ? at >= quiet.from && at < quiet.until : at >= quiet.from || at < quiet.until;
}

/**
 * When a message that is due may leave: at once, or at the first moment at which the quiet hours are over. Where the clock jumps over their end
 * (02:30 on the last Sunday of March) it is when the clock has jumped; where their end comes twice (October), the first one that is not past.
 */
export function afterQuiet(due: Temporal.Instant, quiet: QuietHours, zone = houseZone): Temporal.Instant {
  if (!isQuiet(due, quiet, zone)) return due;
  const local = due.toZonedDateTimeISO(zone);
  const end = Temporal.PlainTime.from({ hour: Math.floor(quiet.until / 60), minute: quiet.until % 60 });
  const ends = [0, 1, 2].flatMap((days) => {
    const wall = local.toPlainDate().add({ days }).toPlainDateTime(end);
    return (['earlier', 'later'] as const).map((disambiguation) =>
      wall.toZonedDateTime(zone, { disambiguation }).toInstant(),
    );
  });
  const jump = local.getTimeZoneTransition('next');
  return (
    [...ends, ...(jump === null ? [] : [jump.toInstant()])]
      .filter((moment) => Temporal.Instant.compare(moment, due) > 0 && !isQuiet(moment, quiet, zone))
      .toSorted((a, b) => Temporal.Instant.compare(a, b))[0] ?? due
  );
}
