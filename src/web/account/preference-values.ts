import type { Customer } from '#state/customers.ts';
import type { Subscription } from '#state/subscriptions.ts';
import type { AlertKind, ChannelName } from '#state/tables/customers.ts';
import { pauseDay, timeOf, type TypedField } from '#web/account/read-preferences.ts';
import { usualRadius } from '#web/account/where.ts';

/** What stands in a form of preferences, and which of its fields could not be read. */
export interface PreferenceValues {
  readonly ticked: (kind: AlertKind, channel: ChannelName) => boolean;
  readonly commune: string | null;
  /** Minutes by car; null: any road. */
  readonly radius: number | null;
  /** As in the form; empty: the house's own. */
  readonly cap: string;
  readonly language: string;
  readonly typed: Readonly<Record<TypedField, string>>;
  readonly wrong: readonly TypedField[];
}

/** What stands for a person. */
export const keptValues = (customer: Customer, standing: readonly Subscription[]): PreferenceValues => ({
  ticked: (kind, channel) => standing.some((one) => one.kind === kind && one.channel === channel),
  commune: customer.commune,
  radius: customer.commune === null ? usualRadius : customer.radius,
  cap: customer.weekCap === null ? '' : String(customer.weekCap),
  language: customer.language,
  typed: {
    'quiet-from': timeOf(customer.quietFrom),
    'quiet-until': timeOf(customer.quietUntil),
    'paused-until': pauseDay(customer.pausedUntil) ?? '',
    name: customer.name ?? '',
  },
  wrong: [],
});

/** What was sent, shown again with what could not be read; of a channel that the form did not show, what stands. */
export const sentValues = (
  field: (name: string) => string,
  wrong: readonly TypedField[],
  standing: readonly Subscription[],
): PreferenceValues => ({
  ticked: (kind, channel) =>
    shownIn(field, channel)
      ? field(`${kind}.${channel}`) === 'on'
      : standing.some((one) => one.kind === kind && one.channel === channel),
  commune: field('commune') === '' ? null : field('commune'),
  radius: field('radius') === '' ? null : Number(field('radius')),
  cap: field('cap'),
  language: field('language'),
  typed: {
    'quiet-from': field('quiet-from').slice(0, 20),
    'quiet-until': field('quiet-until').slice(0, 20),
    'paused-until': field('paused-until').slice(0, 40),
    name: field('name').slice(0, 200),
  },
  wrong,
});

/** Whether a form showed the boxes of a channel. */
export const shownIn = (field: (name: string) => string, channel: ChannelName): boolean =>
  field('channels') === '' || field('channels').split(',').includes(channel);
