import { houseZone } from '#calendar/zone.ts';
import { fault, LanterneError } from '#errors.ts';
import { readDay, readTime } from '#programme/read/days.ts';
import { readName } from '#state/contact.ts';
import type { Customer, Preferences } from '#state/customers.ts';
import type { Subscription } from '#state/subscriptions.ts';
import { alertKinds, type ChannelName } from '#state/tables/customers.ts';
import { whereOf } from '#web/account/where.ts';
import { languages } from '#web/language.ts';
import type { Site } from '#web/site.ts';

/** The most messages a week that may be asked for. */
export const caps = [1, 2, 3, 4, 7] as const;

/** The channels by which a person may choose what they are told: those that they can be reached by, and those that they have. */
export function channelsOf(
  customer: Customer,
  standing: readonly Subscription[],
  { pushes }: { readonly pushes: number },
): ChannelName[] {
  const has = (channel: ChannelName): boolean => standing.some((one) => one.channel === channel);
  const offered: readonly (readonly [ChannelName, boolean])[] = [
    ['email', customer.email !== null],
    ['push', pushes > 0 || has('push')],
    ['sms', has('sms')],
    ['paper', has('paper')],
    ['phone', has('phone')],
  ];
  return offered.flatMap(([channel, on]) => (on ? [channel] : []));
}

/** What the boxes of a form say, by the channels that it showed. */
export const boxesOf = (field: (name: string) => string, among: readonly ChannelName[]): Subscription[] =>
  among.flatMap((channel) =>
    alertKinds.flatMap((kind) => (field(`${kind}.${channel}`) === 'on' ? [{ kind, channel }] : [])),
  );

/** The fields that a hand may fill in so that they cannot be read. */
const typedFields = ['quiet-from', 'quiet-until', 'paused-until', 'name'] as const;
export type TypedField = (typeof typedFields)[number];

export type PreferencesRead = { readonly is: Partial<Preferences> } | { readonly wrong: readonly TypedField[] };

/** Everything else that the form of preferences says, or which of its fields cannot be read. @throws FORM_INVALID for what no form of ours sends */
export function preferencesIn(
  site: Pick<Site, 'market'>,
  field: (name: string) => string,
  { named }: { readonly named: boolean },
): PreferencesRead {
  const language = languages.find((one) => one === field('language'));
  const cap = field('cap') === '' ? null : caps.find((one) => String(one) === field('cap'));
  if (language === undefined || cap === undefined) throw fault('FORM_INVALID');
  const where = whereOf(site, field);
  const [quietFrom, quietUntil] = [minuteOf(field('quiet-from')), minuteOf(field('quiet-until'))];
  const pausedUntil = pauseOf(field('paused-until'));
  const name = named ? nameOf(field('name')) : null;
  const read = { 'quiet-from': quietFrom, 'quiet-until': quietUntil, 'paused-until': pausedUntil, name };
  if (quietFrom === undefined || quietUntil === undefined || pausedUntil === undefined || name === undefined)
    return { wrong: typedFields.filter((one) => read[one] === undefined) };
  if ((quietFrom === null) !== (quietUntil === null)) throw fault('FORM_INVALID');
  return { is: { ...where, ...(named ? { name } : {}), language, weekCap: cap, quietFrom, quietUntil, pausedUntil } };
}

/** `21:30`, `21h30`, `21h` in minutes of the day; null for nothing, undefined for what is no hour. */
function minuteOf(text: string): number | null | undefined {
  if (text.trim() === '') return null;
  const read = readTime(text);
  return 'is' in read ? read.is.hour * 60 + read.is.minute : undefined;
}

export const timeOf = (minute: number | null): string =>
  minute === null ? '' : `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

/** The moment at which a day, as it may be typed, begins in the house's time zone; null for nothing, undefined for none, one that is over, or over five years ahead. */
function pauseOf(text: string): string | null | undefined {
  if (text.trim() === '') return null;
  const read = readDay(text, Temporal.Now.plainDateISO(houseZone));
  if ('wrong' in read) return undefined;
  const moment = read.is.toZonedDateTime(houseZone).toInstant();
  const now = Temporal.Now.instant();
  const [over, late] = [now, now.add({ hours: 5 * 366 * 24 })].map((bound) => Temporal.Instant.compare(moment, bound));
  return over !== 1 || late === 1 ? undefined : moment.toString({ smallestUnit: 'millisecond' });
}

function nameOf(text: string): string | null | undefined {
  try {
    return readName(text);
  } catch (error) {
    if (error instanceof LanterneError && error.code === 'CONTACT_REFUSED') return undefined;
    throw error;
  }
}

/** The day on which a pause ends, `2026-12-24`; null when there is none any more. */
export function pauseDay(pausedUntil: string | null, now: Temporal.Instant = Temporal.Now.instant()): string | null {
  if (pausedUntil === null) return null;
  const until = Temporal.Instant.from(pausedUntil);
  if (Temporal.Instant.compare(until, now) <= 0) return null;
  return until.toZonedDateTimeISO(houseZone).toPlainDate().toString();
}
