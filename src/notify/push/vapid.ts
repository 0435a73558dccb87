import webPush from 'web-push';
import { z } from 'zod';
import type { Config } from '#config.ts';
import { houseValueOnce, setHouseValue } from '#state/house.ts';
import type { Clock } from '#state/clock.ts';
import type { Db } from '#state/schema.ts';
import { inTransaction } from '#state/transaction.ts';

export interface VapidKeys {
  /** 65 bytes in base64url: what browsers are given. */
  readonly publicKey: string;
  readonly privateKey: string;
}

/** The keys by which push services know this house (RFC 8292): those of today, and those before, for the devices that have not come by since. */
export interface HouseVapid extends VapidKeys {
  readonly previous: VapidKeys | null;
}

/** The house's keys, made once for its life. */
export async function vapidOf(db: Db): Promise<HouseVapid> {
  const made = (): string => JSON.stringify({ ...webPush.generateVAPIDKeys(), previous: null });
  return shape.parse(JSON.parse(await houseValueOnce(db, houseKey, made)));
}

/**
 * Makes new keys. Devices go on with the old ones until their owner opens the page of their alerts, where they are given the new ones; a second change
 * before that has them ask anew.
 */
export const rotateVapid = (db: Db, clock: Clock = {}): Promise<HouseVapid> =>
  inTransaction(db, async (within) => {
    const { publicKey, privateKey } = await vapidOf(within);
    const next: HouseVapid = { ...webPush.generateVAPIDKeys(), previous: { publicKey, privateKey } };
    await setHouseValue(within, houseKey, JSON.stringify(next), clock);
    return next;
  });

/** Whom a push service may write to about us (RFC 8292, 2.1); null when the house has said neither an address nor where it is: nothing is pushed then. */
export function vapidSubject({
  contact,
  mailFrom,
  origin,
}: Partial<Pick<Config, 'contact' | 'mailFrom' | 'origin'>>): string | null {
  const address = contact ?? mailFrom;
  if (address !== undefined) return `mailto:${address}`;
  return origin?.startsWith('https:') === true && new URL(origin).hostname !== 'localhost' ? origin : null;
}

const houseKey = 'vapid';
const keys = { publicKey: z.string(), privateKey: z.string() };
const shape = z.object({ ...keys, previous: z.object(keys).nullable() });
