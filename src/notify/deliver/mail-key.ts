import { createHmac, timingSafeEqual } from 'node:crypto';

/**
 * How a letter is called outside: the row of the outbox and a proof that we made the name, in figures, small letters and dots (mail servers may change the
 * case of an address). The same at each try. 80 bits: a forger has no answer to try against.
 */
export const mailKey = (secret: Buffer, outbox: number): string => `${outbox}.${proof(secret, outbox)}`;

/** The row that a name is of; null when we did not make it. Compared in constant time. */
export function readMailKey(secret: Buffer, text: string): number | null {
  const found = /^([1-9]\d{0,14})\.([\da-f]{20})$/.exec(text.toLowerCase());
  if (found === null) return null;
  const outbox = Number(found[1]);
  return timingSafeEqual(Buffer.from(found[2] ?? ''), Buffer.from(proof(secret, outbox))) ? outbox : null;
}

const proof = (secret: Buffer, outbox: number): string =>
  createHmac('sha256', secret).update(`mail ${outbox}`).digest('hex').slice(0, 20);
