import type { Outcome } from '#notify/channel.ts';

/** What went wrong in a conversation with a mail server. */
export interface SmtpFailure {
  /** The reply's three figures; null when there was none. */
  readonly status: number | null;
  /** The reply, or what the connection came to. */
  readonly text: string;
  /** `ETIMEDOUT`, `ECONNECTION`, `ETLS`… */
  readonly code: string;
  /** What we had said: `RCPT TO`, `DATA`, `MAIL FROM`, `AUTH PLAIN`, `CONN`. */
  readonly command: string;
}

/**
 * What to make of it, by the classes of RFC 5321 4.2.1 and the enhanced codes of RFC 3463. What is refused before the addressee was named (greeting, sign in,
 * sender) is our own trouble with our own server: never the end of a letter.
 * @param server the circuit of our mail server
 * @param domain the addressee's
 */
export function smtpOutcome(
  { status, text, code, command }: SmtpFailure,
  { server, domain }: { readonly server: string; readonly domain: string },
): Outcome {
  const detail = oneLine(text);
  const enhanced = /\b([245])\.(\d{1,3})\.(\d{1,3})\b/.exec(text);
  const said = [status === null ? code : `${status}`, enhanced?.[0]].filter(Boolean).join(' ');
  const [subject, precise] = [enhanced?.[2] ?? '', enhanced?.[3] ?? ''];
  if (status === null)
    return notSent.has(code)
      ? { kind: 'refused', code: said, detail, address: false }
      : { kind: 'later', code: said, detail, domain: server };
  const ofOurs = !/^(?:RCPT|DATA)/.test(command);
  if (status >= 500 && ofOurs && !tooLarge(status, subject, precise))
    return { kind: 'later', code: said, detail, domain: server };
  if (status >= 500)
    return { kind: 'refused', code: said, detail, address: isBadAddress(command, status, enhanced, text) };
  const after = waitAsked(text);
  return {
    kind: 'later',
    code: said,
    detail,
    // 421: the whole server; x.3, x.4: the systems and the network of where it goes; else this letter alone (a greylist, a full box)
    domain: status === 421 || ofOurs ? server : subject === '4' || subject === '3' ? domain : null,
    ...(after === null ? {} : { after }),
  };
}

/** The circuit of an addressee's domain. */
export const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1).toLowerCase();

const notSent = new Set(['EENVELOPE', 'EMESSAGE']);
const tooLarge = (status: number, subject: string, precise: string): boolean =>
  status === 552 || (subject === '3' && precise === '4');

/** Whether the address itself is bad: nobody there, no such domain, a box that was closed. A full box, a policy or a filter says nothing of the address. */
function isBadAddress(command: string, status: number, enhanced: RegExpExecArray | null, text: string): boolean {
  if (enhanced !== null) {
    if (enhanced[2] === '1') return ['1', '2', '3', '6', '10'].includes(enhanced[3] ?? '');
    return enhanced[2] === '2' && enhanced[3] === '1';
  }
  return command.startsWith('RCPT') && [550, 551, 553].includes(status) && nobodyThere(text);
}

/** Whether free words say that an address does not exist: and not that a filter, a list or a relay refuses. */
export const nobodyThere = (text: string): boolean =>
  /(?:user|recipient|mailbox|address|account|utilisateur|destinataire|adresse|boîte|compte)\b.{0,40}\b(?:unknown|not found|not exist|doesn'?t exist|does not exist|invalid|rejected: user|disabled|inactive|inconnue?|introuvable|n'existe pas|désactivée?|invalide)|(?:unknown|no such|invalid|inconnue?|aucun)\s+(?:local\s+)?(?:user|recipient|mailbox|address|account|person|utilisateur|destinataire|adresse)|no mailbox here|user doesn'?t have/is.test(
    text,
  ) && !/spam|block|blacklist|blocklist|policy|reputation|dnsbl|rbl\b|relay|greylist|quota|full/i.test(text);

/** Seconds that a reply asks to wait. */
function waitAsked(text: string): number | null {
  const found = /(?:in|after|for|dans|retry)\D{0,20}?(\d{1,5})\s*(s|sec|seconds?|secondes?|m|min|minutes?)\b/i.exec(
    text,
  );
  if (found === null) return null;
  const seconds = Number(found[1]) * (/^m/i.test(found[2] ?? '') ? 60 : 1);
  return Math.min(seconds, 6 * 3600);
}

const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ').trim().slice(0, 400);
