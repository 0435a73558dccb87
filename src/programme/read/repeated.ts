import { houseZone } from '#calendar/zone.ts';
/** The moments of a rule, in the order of time; `cut`: there were more than are taken. */
export interface Repeated {
  readonly moments: readonly Temporal.PlainDateTime[];
  readonly cut: boolean;
}

const dayNames = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
/** An event is written out for a year and a month at most, and so many times. */
const [mostDays, mostMoments] = [400, 400];

/**
 * Writes out an event that is repeated by day, or by week on some days (RFC 5545, 3.8.5.3): all that a programme needs. Hours are local, so that 20 h 30
 * stays 20 h 30 when the clocks change.
 * @param options.skipped local moments to leave out, to the minute
 * @returns null for any other rule, whose moments could be without end
 */
export function repeated(
  rule: string,
  first: Temporal.PlainDateTime,
  { skipped, now }: { readonly skipped: readonly string[]; readonly now: Temporal.Instant },
): Repeated | null {
  const parts = new Map(
    rule
      .toUpperCase()
      .split(';')
      .map((part) => [part.split('=')[0] ?? '', part.split('=')[1] ?? '']),
  );
  const known = [...parts.keys()].every((name) =>
    ['FREQ', 'INTERVAL', 'COUNT', 'UNTIL', 'BYDAY', 'WKST'].includes(name),
  );
  const weekly = parts.get('FREQ') === 'WEEKLY';
  const [interval, count] = [
    Number(parts.get('INTERVAL') ?? '1'),
    Number(parts.get('COUNT') ?? String(mostMoments + 1)),
  ];
  const days = (parts.get('BYDAY') ?? '').split(',').filter((day) => day !== '');
  const sane = Number.isInteger(interval) && interval >= 1 && interval <= 366 && Number.isInteger(count) && count >= 1;
  if (!known || !sane || (!weekly && parts.get('FREQ') !== 'DAILY') || days.some((day) => !dayNames.includes(day)))
    return null;
  const until = lastMoment(parts.get('UNTIL') ?? '');
  if (until === null) return null;
  const on = (at: Temporal.PlainDateTime): boolean => days.includes(dayNames[at.dayOfWeek - 1] ?? '');
  const end = now.toZonedDateTimeISO(houseZone).toPlainDateTime().add({ days: mostDays });
  const monday = first.subtract({ days: first.dayOfWeek - 1 });
  const left = new Set(skipped);
  const moments: Temporal.PlainDateTime[] = [];
  let [met, cut] = [0, false];
  for (let after = 0; met < count; after++) {
    const at = first.add({ days: after });
    if (Temporal.PlainDateTime.compare(at, until) > 0) break;
    if (moments.length >= mostMoments || after > 4000 || Temporal.PlainDateTime.compare(at, end) > 0) {
      cut = true;
      break;
    }
    const weeks = Math.floor(monday.until(at, { largestUnit: 'day' }).days / 7);
    const inside = weekly
      ? weeks % interval === 0 && (days.length === 0 ? at.dayOfWeek === first.dayOfWeek : on(at))
      : after % interval === 0 && (days.length === 0 || on(at));
    if (!inside) continue;
    met++;
    if (!left.has(at.toString({ smallestUnit: 'minute' }))) moments.push(at);
  }
  return { moments, cut };
}

const farAway = Temporal.PlainDateTime.from('9000-01-01T00:00');

/** The end of a rule in the hours of Paris: `20261231T225959Z`, `20261231`; null when it is no moment. */
function lastMoment(text: string): Temporal.PlainDateTime | null {
  if (text === '') return farAway;
  const compact = text.replaceAll(/[-:]/g, '');
  const [, day = '', time = '', utc = ''] = /^(\d{8})(T\d{6})?(Z)?$/.exec(compact) ?? [];
  try {
    if (utc === 'Z') return Temporal.Instant.from(`${day}${time}Z`).toZonedDateTimeISO(houseZone).toPlainDateTime();
    return Temporal.PlainDateTime.from(time === '' ? `${day}T235959` : `${day}${time}`);
  } catch {
    return null;
  }
}
