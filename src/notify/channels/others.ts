import { join } from 'node:path';
import type { Config } from '#config.ts';
import type { Channel } from '#notify/channel.ts';
import { paperChannel } from '#notify/channels/paper.ts';
import { phoneChannel } from '#notify/channels/phone.ts';
import { pushChannel } from '#notify/channels/push.ts';
import { smsChannel, smsToFile, type CarryShortMessage } from '#notify/channels/sms.ts';
import { vapidSubject } from '#notify/push/vapid.ts';
import type { Db } from '#state/schema.ts';
import type { ChannelName } from '#state/tables/customers.ts';

export type OtherChannelsConfig = Pick<Config, 'cinemaName' | 'dataFolder' | 'contact' | 'mailFrom' | 'origin'>;

/**
 * Every way to reach people but e-mail, as the settings allow: notifications where the house has said whom push services may write to; short messages to
 * whoever carries them, else to a file; the list to call and the sheets to print.
 */
export function otherChannels(
  db: Db,
  config: OtherChannelsConfig,
  {
    carry,
    now = Temporal.Now.instant,
  }: { readonly carry?: CarryShortMessage; readonly now?: () => Temporal.Instant } = {},
): ReadonlyMap<ChannelName, Channel> {
  const folder = join(config.dataFolder, 'outbox');
  const subject = vapidSubject(config);
  const channels = [
    ...(subject === null ? [] : [pushChannel(db, { subject, now })]),
    smsChannel({ house: config.cinemaName, carry: carry ?? smsToFile(folder, { now }) }),
    paperChannel({ folder, house: config.cinemaName, now }),
    phoneChannel(),
  ];
  return new Map(channels.map((channel) => [channel.name, channel]));
}
