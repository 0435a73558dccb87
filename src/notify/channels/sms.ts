import { houseZone } from '#calendar/zone.ts';
import { appendFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Channel } from '#notify/channel.ts';
import { normalPhone, takesMessages } from '#state/phone-number.ts';
import { measure, shortMessage, type Measured } from '#notify/short-message.ts';

/** A short message, ready for whoever carries it. */
export interface ShortMessage extends Measured {
  /** The same at each try. */
  readonly key: string;
  /** E.164. */
  readonly to: string;
  /** What the receiver sees as the sender: eleven letters or digits at most. */
  readonly sender: string;
  readonly text: string;
}

/** Whoever carries short messages. A provider is one function: it throws when the message is not taken, and is asked again. */
export type CarryShortMessage = (message: ShortMessage, signal: AbortSignal) => Promise<{ readonly id: string }>;

export interface SmsOptions {
  /** The house, as messages name it. */
  readonly house: string;
  readonly carry: CarryShortMessage;
}

/** Short messages of two parts at most, that say who writes and how to end it (article L. 34-5 of the French code of electronic communications). */
export const smsChannel = ({ house, carry }: SmsOptions): Channel => ({
  name: 'sms',
  async send({ key, to, letter }, signal) {
    const phone = to.phone === null ? null : normalPhone(to.phone);
    if (phone === null || !takesMessages(phone))
      return { kind: 'refused', code: 'ENUMBER', detail: 'no number that takes short messages', address: false };
    const text = shortMessage({ from: house, text: letter.short, link: letter.link, stop: stops[letter.language] });
    try {
      const { id } = await carry({ key, to: phone, sender: senderOf(house), text, ...measure(text) }, signal);
      return { kind: 'sent', id, code: 'ok', detail: `${measure(text).segments} part(s)` };
    } catch (error) {
      return {
        kind: 'later',
        code: 'ECARRY',
        detail: error instanceof Error ? error.message : String(error),
        domain: null,
      };
    }
  },
  [Symbol.asyncDispose]: () => Promise.resolve(),
});

/** Writes each message as a line of JSON in `sms/DAY.jsonl` of a folder: what a house without a provider can hand to one, or to a telephone. */
export const smsToFile =
  (folder: string, { now = Temporal.Now.instant }: { readonly now?: () => Temporal.Instant } = {}): CarryShortMessage =>
  async (message) => {
    const day = now().toZonedDateTimeISO(houseZone).toPlainDate().toString();
    await mkdir(join(folder, 'sms'), { recursive: true, mode: 0o700 });
    await appendFile(join(folder, 'sms', `${day}.jsonl`), `${JSON.stringify(message)}\n`, { mode: 0o600, flush: true });
    return { id: `file:${message.key}` };
  };

const stops = { fr: 'Pour arrêter: STOP', en: 'To end: STOP' };

/** What networks show as a sender: letters and digits alone. */
const senderOf = (house: string): string =>
  house
    .normalize('NFD')
    .replaceAll(/[^\dA-Za-z]/g, '')
    .slice(0, 11) || 'Cinema';
