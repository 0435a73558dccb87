import { createHmac, timingSafeEqual } from 'node:crypto';

/** Nobody reads and fills a form in less; no form is older. */
const leastMilliseconds = 1500;
const mostDays = 7;

/** When a form was shown, signed: a program that sends it at once, or that never asked for it, is told from a person. */
export const stampOf = (key: Buffer, now: Temporal.Instant = Temporal.Now.instant()): string => {
  const at = String(now.epochMilliseconds);
  return `${at}.${mac(key, at)}`;
};

/** Whether a stamp is ours and of a form that a person had the time to fill. */
export function takenItsTime(key: Buffer, stamp: string, now: Temporal.Instant = Temporal.Now.instant()): boolean {
  const [at = '', given = ''] = stamp.split('.');
  const [a, b] = [Buffer.from(given), Buffer.from(mac(key, at))];
  if (!/^\d{13}$/.test(at) || a.length !== b.length || !timingSafeEqual(a, b)) return false;
  const age = now.epochMilliseconds - Number(at);
  return age >= leastMilliseconds && age <= mostDays * 86_400_000;
}

const mac = (key: Buffer, at: string): string =>
  createHmac('sha256', key).update(`form.${at}`).digest('base64url').slice(0, 22);
