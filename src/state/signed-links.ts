import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { asCustomerId, type CustomerId } from '#brand.ts';
import { houseValueOnce } from '#state/house.ts';
import type { Db } from '#state/schema.ts';
import { alertKinds, channels, type AlertKind, type ChannelName } from '#state/tables/customers.ts';

/** What a link of a message lets its bearer do: no more. It holds as long as the account; erasing the account ends it. */
export type SignedLink =
  | { readonly purpose: 'preferences'; readonly customer: CustomerId }
  | {
      readonly purpose: 'unsubscribe';
      readonly customer: CustomerId;
      /** `all`: every kind. */
      readonly kind: AlertKind | 'all';
      readonly channel: ChannelName;
    };

/** The key that signs the links of this house: 256 random bits, made once. */
export const linkKeyOf = async (db: Db): Promise<Buffer> =>
  Buffer.from(await houseValueOnce(db, 'link-key', () => randomBytes(32).toString('base64url')), 'base64url');

/** The token of a link, for an address: letters, digits, dots, dashes and underscores. */
export function signLink(key: Buffer, link: SignedLink): string {
  const said =
    link.purpose === 'preferences' ? `p.${link.customer}` : `u.${link.customer}.${link.kind}.${link.channel}`;
  return `${said}.${macOf(key, said)}`;
}

/** What a token says; null when it is forged, cut or of another house. Compared in constant time. */
export function readLink(key: Buffer, token: string): SignedLink | null {
  if (token.length > 200) return null;
  const end = token.lastIndexOf('.');
  const [said, mac] = [token.slice(0, Math.max(0, end)), token.slice(end + 1)];
  const [given, right] = [Buffer.from(mac), Buffer.from(macOf(key, said))];
  if (given.length !== right.length || !timingSafeEqual(given, right)) return null;
  const [purpose, id = '', kind, channel] = said.split('.');
  const customer = asCustomerId(id);
  if (customer === null) return null;
  if (purpose === 'p') return { purpose: 'preferences', customer };
  const [knownKind, knownChannel] = [
    ([...alertKinds, 'all'] as const).find((one) => one === kind),
    channels.find((one) => one === channel),
  ];
  if (purpose !== 'u' || knownKind === undefined || knownChannel === undefined) return null;
  return { purpose: 'unsubscribe', customer, kind: knownKind, channel: knownChannel };
}

// 128 bits are far beyond guessing, and keep the address short
const macOf = (key: Buffer, said: string): string =>
  createHmac('sha256', key).update(said).digest().subarray(0, 16).toString('base64url');
