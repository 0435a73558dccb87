import { createPrivateKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { buffer } from 'node:stream/consumers';
import MailComposer from 'nodemailer/lib/mail-composer';
import DKIM from 'nodemailer/lib/dkim';
import { fault } from '#errors.ts';
import type { Delivery } from '#notify/channel.ts';

/** Who writes. */
export interface Sender {
  readonly name: string;
  readonly address: string;
  /** Where unsubscribing by a letter goes to, for who has nothing better; null: by the address alone. */
  readonly unsubscribe?: string | null;
  readonly dkim?: DkimKey | null;
}

export interface DkimKey {
  readonly domain: string;
  readonly selector: string;
  readonly privateKey: string;
}

/** A letter as it goes over the wire. */
export interface Mail {
  readonly raw: Buffer;
  /** With its brackets. */
  readonly messageId: string;
}

/**
 * Writes a letter as RFC 5322 has it: text and HTML, `List-Id` (RFC 2919), one-click unsubscription (RFC 8058) and `Auto-Submitted` (RFC 3834), signed by
 * DKIM with those headers when there is a key. Names and subjects are one line each, whatever they hold.
 */
export async function composeMail(
  { key, to, letter }: Delivery,
  sender: Sender,
  { now = new Date() }: { readonly now?: Date } = {},
): Promise<Mail> {
  const domain = sender.address.slice(sender.address.lastIndexOf('@') + 1);
  const messageId = `<${key}@${domain}>`;
  const leave = [
    letter.unsubscribe,
    sender.unsubscribe == null ? null : `mailto:${sender.unsubscribe}?subject=unsubscribe`,
  ];
  const composer = new MailComposer({
    from: { name: clean(sender.name), address: clean(sender.address) },
    to: { name: clean(to.name ?? ''), address: clean(to.email ?? '') },
    subject: clean(letter.subject),
    text: letter.text,
    html: letter.html,
    messageId,
    date: now,
    textEncoding: 'quoted-printable',
    newline: '\r\n',
    disableFileAccess: true,
    disableUrlAccess: true,
    headers: [
      { key: 'Auto-Submitted', value: 'auto-generated' },
      { key: 'Content-Language', value: letter.language },
      ...(letter.list === null
        ? []
        : [{ key: 'List-Id', value: `${listName(letter.list)} <${listName(letter.list)}.${domain}>` }]),
      ...(letter.unsubscribe === null
        ? []
        : [
            {
              key: 'List-Unsubscribe',
              value: {
                prepared: true,
                foldLines: true,
                value: leave.flatMap((one) => (one === null ? [] : [`<${clean(one)}>`])).join(', '),
              },
            },
            { key: 'List-Unsubscribe-Post', value: 'List-Unsubscribe=One-Click' },
          ]),
    ],
  });
  const raw = await composer.compile().build();
  return { raw: sender.dkim == null ? raw : await sign(raw, sender.dkim), messageId };
}

/** Nothing that would end a header, or turn its words around: controls, line and paragraph separators, marks of direction. */
export const clean = (text: string): string =>
  text
    .replaceAll(/[\p{Cc}\u2028\u2029\u200E\u200F\u202A-\u202E\u2066-\u2069]+/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .slice(0, 400);

const listName = (list: string): string => list.toLowerCase().replaceAll(/[^a-z\d-]+/g, '-');

const sign = (raw: Buffer, { domain, selector, privateKey }: DkimKey): Promise<Buffer> =>
  buffer(
    new DKIM({ domainName: domain, keySelector: selector, privateKey, headerFieldNames: signed.join(':') }).sign(raw),
  );

const signed = [
  'From',
  'To',
  'Subject',
  'Date',
  'Message-ID',
  'MIME-Version',
  'Content-Type',
  'Content-Transfer-Encoding',
  'Auto-Submitted',
  'List-Id',
  'List-Unsubscribe',
  'List-Unsubscribe-Post',
];

/**
 * The key of a setting `domain:selector:file`.
 * @throws DKIM_UNUSABLE
 */
export function readDkimKey(setting: string): DkimKey {
  const [domain = '', selector = '', ...file] = setting.split(':');
  const path = file.join(':');
  try {
    const privateKey = readFileSync(path, 'utf8');
    createPrivateKey(privateKey);
    return { domain, selector, privateKey };
  } catch (error) {
    throw fault('DKIM_UNUSABLE', { file: path, reason: error instanceof Error ? error.message : String(error) }, error);
  }
}
