import type { Read } from '#programme/read/days.ts';
import { problem } from '#programme/read/draft.ts';

/** Cents: `5,50 €`, `5.5`, `gratuit`. */
export function readPrice(text: string): Read<number | null> {
  if (text === '') return { is: null };
  if (/^(?:gratuite?|free|entrée libre)$/i.test(text)) return { is: 0 };
  const [, euros = '', cents = ''] = /^(\d{1,3})(?:[.,](\d{1,2})0*)?\s*(?:€|euros?|eur)?$/i.exec(text) ?? [];
  if (euros === '') return { wrong: problem('price', { text }) };
  return { is: Number(euros) * 100 + Number(cents.padEnd(2, '0')) };
}

/** A link to a ticketing page: http or https, and nothing else. */
export function readLink(text: string): Read<string | null> {
  if (text === '') return { is: null };
  const url = URL.canParse(text) ? new URL(text) : null;
  const fine =
    url !== null && /^https?:$/.test(url.protocol) && url.username === '' && url.password === '' && text.length <= 1000;
  return fine ? { is: url.href } : { wrong: problem('link', { text }) };
}

/** Minutes: `105`, `1h45`, `105 min`, `PT1H45M`, or a number of seconds. */
export function readMinutes(text: string, seconds = ''): Read<number | null> {
  if (text === '' && seconds === '') return { is: null };
  const [, hours = '0', minutes = ''] =
    /^(\d)\s*h\s*(\d{1,2})?(?:\s*min)?$/i.exec(text) ??
    /^PT(?:(\d)H)?(?:(\d{1,3})M)?(?:\d+S)?$/i.exec(text) ??
    /^()(\d{1,3})\s*(?:min(?:utes)?|mn|')?\.?$/i.exec(text) ??
    [];
  const known = text === '' ? Math.round(Number(seconds) / 60) : Number(hours) * 60 + Number(minutes);
  return known >= 1 && known <= 900
    ? { is: known }
    : text === '0'
      ? { is: null }
      : { wrong: problem('minutes', { text: text || seconds }) };
}
