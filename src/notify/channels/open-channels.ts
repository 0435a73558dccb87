import { join } from 'node:path';
import type { Config } from '#config.ts';
import { fault } from '#errors.ts';
import type { Channel } from '#notify/channel.ts';
import { readDkimKey, type Sender } from '#notify/channels/compose-mail.ts';
import { emailChannel, readSmtpUrl } from '#notify/channels/email.ts';
import { fileChannel } from '#notify/channels/file.ts';
import { houseSettings } from '#state/house-settings.ts';
import type { Db } from '#state/schema.ts';
import type { ChannelName } from '#state/tables/customers.ts';

/** The channels of a house by their names, disposed of together. */
export interface Channels extends AsyncDisposable {
  readonly byName: ReadonlyMap<ChannelName, Channel>;
}

/**
 * Opens e-mail: by the mail server of the settings, or as files under `outbox/` of the data folder; and the channels that are given.
 * @throws MAIL_FROM_MISSING, DKIM_UNUSABLE
 */
export function openChannels(db: Db, config: Config, others: ReadonlyMap<ChannelName, Channel> = new Map()): Channels {
  const sender = senderOf(db, config);
  const email =
    config.smtpUrl === undefined
      ? fileChannel(join(config.dataFolder, 'outbox'), { sender })
      : emailChannel(readSmtpUrl(config.smtpUrl), { sender, bounceAddress: config.bounceAddress ?? null });
  const byName = new Map<ChannelName, Channel>([...others, [email.name, email]]);
  return {
    byName,
    async [Symbol.asyncDispose]() {
      for (const channel of byName.values()) await channel[Symbol.asyncDispose]();
    },
  };
}

function senderOf(db: Db, config: Config): () => Promise<Sender> {
  if (config.smtpUrl !== undefined && config.mailFrom === undefined) throw fault('MAIL_FROM_MISSING');
  const host = config.origin === undefined ? 'localhost' : new URL(config.origin).hostname;
  const address = config.mailFrom ?? `alertes@${host}`;
  const dkim = config.dkim === undefined ? null : readDkimKey(config.dkim);
  return async () => ({ name: (await houseSettings(db)).senderName || config.cinemaName, address, dkim });
}
