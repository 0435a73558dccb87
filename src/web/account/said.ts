import type { AlertKind, ChannelName } from '#state/tables/customers.ts';
import type { Site } from '#web/site.ts';

/** The sentence that a person has under their eyes beside a box: it is what they agree to, and it is kept with their agreement. */
export function wordingOf(site: Pick<Site, 'words' | 'lanterne'>, kind: AlertKind, channel: ChannelName): string {
  const { by, kinds } = site.words.account;
  return `${by[channel](site.lanterne.config.cinemaName)} ${kinds[kind].join('. ')}`;
}

/** What the form of a new account says of it. */
export const accountWording = (site: Pick<Site, 'words' | 'lanterne'>): string => {
  const { promise, rights } = site.words.account;
  return `${promise(site.lanterne.config.cinemaName)} ${rights}`;
};
