import { fault } from '#errors.ts';
import { readName } from '#state/contact.ts';
import type { Customer, Preferences } from '#state/customers.ts';
import type { Subscription } from '#state/subscriptions.ts';
import { alertKinds, type ChannelName } from '#state/tables/customers.ts';
import { whereOf } from '#web/account/where.ts';
import { languages } from '#web/language.ts';
import type { Site } from '#web/site.ts';

/** The most messages a week that may be asked for. */
export const caps = [1, 2, 3, 4, 7] as const;
const zone = 'Europe/Paris';

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

/** Everything else that the form of preferences says. @throws FORM_INVALID, CONTACT_REFUSED */
export function preferencesIn(
  site: Pick<Site, 'market'>,
  field: (name: string) => string,
  { named }: { readonly named: boolean },
): Partial<Preferences> {
  const language = languages.find((one) => one === field('language'));
  const cap = field('cap') === '' ? null : caps.find((one) => String(one) === field('cap'));
  const [quietFrom, quietUntil] = [minuteOf(field('quiet-from')), minuteOf(field('quiet-until'))];
  if (language === undefined || cap === undefined || (quietFrom === null) !== (quietUntil === null))
    throw fault('FORM_INVALID');
  return {
    ...whereOf(site, field),
    ...(named ? { name: readName(field('name')) } : {}),
    language,
    weekCap: cap,
    quietFrom,
    quietUntil,
    pausedUntil: pauseOf(field('paused-until')),
  };
}

/** `21:30` in minutes of the day; null for nothing. @throws FORM_INVALID */
function minuteOf(text: string): number | null {
  if (text === '') return null;
  const [, hours, minutes] = /^([01]\d|2[0-3]):([0-5]\d)(?::00)?$/.exec(text) ?? [];
  if (hours === undefined) throw fault('FORM_INVALID');
  return Number(hours) * 60 + Number(minutes);
}

export const timeOf = (minute: number | null): string =>
  minute === null ? '' : `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

/** The moment at which a day begins in the house's time zone, five years ahead at most; null for nothing. @throws FORM_INVALID */
function pauseOf(text: string): string | null {
  if (text === '') return null;
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) throw fault('FORM_INVALID');
  try {
    const moment = Temporal.PlainDate.from(text, { overflow: 'reject' }).toZonedDateTime(zone).toInstant();
    const late = Temporal.Now.instant().add({ hours: 5 * 366 * 24 });
    if (Temporal.Instant.compare(moment, late) > 0) throw fault('FORM_INVALID');
    return moment.toString({ smallestUnit: 'millisecond' });
  } catch (error) {
    throw fault('FORM_INVALID', {}, error);
  }
}

/** The day on which a pause ends, `2026-12-24`; null when there is none any more. */
export function pauseDay(pausedUntil: string | null, now: Temporal.Instant = Temporal.Now.instant()): string | null {
  if (pausedUntil === null) return null;
  const until = Temporal.Instant.from(pausedUntil);
  if (Temporal.Instant.compare(until, now) <= 0) return null;
  return until.toZonedDateTimeISO(zone).toPlainDate().toString();
}
