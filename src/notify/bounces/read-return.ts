import PostalMime, { type Email } from 'postal-mime';
import { nobodyThere } from '#notify/deliver/smtp-outcome.ts';

/** What a letter that came back says. */
export interface Return {
  readonly kind: 'bounce' | 'complaint' | 'delayed' | 'delivered' | 'none';
  /** Of a bounce: the address is bad for good. */
  readonly hard: boolean;
  /** `5.1.1`, `550`; empty when it says none. */
  readonly code: string;
  /** One line for a person. */
  readonly detail: string;
  /** Everything in it that has the form of a name of one of our letters. */
  readonly keys: readonly string[];
  /** Whom the server was asked to reach, when it says so. */
  readonly recipient: string | null;
}

/**
 * Reads a letter that came back: reports of RFC 3464 in the envelope of RFC 3462, complaints of RFC 5965, and the free words of Exim, qmail, Exchange and
 * others. An automatic answer of a person who is away is none of these, and neither is a person's own.
 */
export async function readReturn(raw: Buffer): Promise<Return> {
  const email = await PostalMime.parse(raw, { forceRfc822Attachments: true });
  const parts = email.attachments.map(({ mimeType, content }) => ({
    type: mimeType.toLowerCase(),
    text: textOf(content),
  }));
  const whole = [raw.toString('latin1'), email.text ?? '', email.html ?? '', ...parts.map(({ text }) => text)].join(
    '\n',
  );
  const keys = [
    ...new Set(
      [...whole.matchAll(/(?<![\w.])([1-9]\d{0,14}\.[\da-f]{20})(?![\w])/gi)].map(([, key = '']) => key.toLowerCase()),
    ),
  ];
  const found = read(email, parts);
  return { hard: false, code: '', detail: '', recipient: null, ...found, keys };
}

type Found = Partial<Omit<Return, 'keys'>> & Pick<Return, 'kind'>;

function read(email: Email, parts: readonly { type: string; text: string }[]): Found {
  const complaint = parts.find(({ type }) => type === 'message/feedback-report');
  if (complaint !== undefined) {
    const kind = field(complaint.text, 'feedback-type').toLowerCase();
    return kind === 'not-spam' ? { kind: 'none' } : { kind: 'complaint', code: kind, detail: `complaint: ${kind}` };
  }
  const report = parts.find(
    ({ type }) => type === 'message/delivery-status' || type === 'message/global-delivery-status',
  );
  if (report !== undefined) return readReport(report.text, email.text ?? '');
  if (isAutomaticAnswer(email)) return { kind: 'none' };
  return readWords(email);
}

/** Fields of a report: one group for the letter, one for each recipient. */
function readReport(text: string, words: string): Found {
  const groups = text
    .replaceAll('\r\n', '\n')
    .replaceAll(/\n[ \t]+/g, ' ')
    .split(/\n\s*\n/)
    .filter((group) => field(group, 'action') !== '' || field(group, 'status') !== '');
  const group = groups.find((one) => /^failed/i.test(field(one, 'action'))) ?? groups[0];
  if (group === undefined) return { kind: 'none' };
  const action = field(group, 'action').toLowerCase().split(/\s/)[0] ?? '';
  const status = /[245]\.\d{1,3}\.\d{1,3}/.exec(field(group, 'status'))?.[0] ?? '';
  const said = field(group, 'diagnostic-code') || firstLine(words);
  const recipient = addressIn(field(group, 'original-recipient') || field(group, 'final-recipient'));
  const about = { code: status, detail: said.slice(0, 300), recipient };
  if (action === 'delayed') return { kind: 'delayed', ...about };
  if (['delivered', 'relayed', 'expanded'].includes(action)) return { kind: 'delivered', ...about };
  if (action !== 'failed' && !status.startsWith('5')) return { kind: 'none' };
  return { kind: 'bounce', hard: isHard(status, said), ...about };
}

/** A bounce without a report: its sender and its words. */
function readWords(email: Email): Found {
  const header = (name: string): string => email.headers.find(({ key }) => key === name)?.value ?? '';
  const failedRecipients = header('x-failed-recipients');
  const text = `${email.text ?? ''}\n${(email.html ?? '').replaceAll(/<[^>]*>/g, ' ')}`;
  const from = email.from?.address ?? '';
  const subject = email.subject ?? '';
  const byServer =
    failedRecipients !== '' ||
    /^(?:mailer-daemon|postmaster|mail-daemon|mdaemon|microsoftexchange\w*|bounce)/i.test(from) ||
    header('return-path').trim() === '<>';
  const told =
    /undeliver|non[- ]?remis|delivery (?:status|failure|has failed|error)|failure notice|returned mail|mail delivery (?:failed|system)|échec de (?:la )?remise|message (?:non distribué|delayed)|delivery .*delay|warning: /i.test(
      subject,
    ) || /this is the qmail-send program|could not be delivered to one or more recipients/i.test(text);
  if (!byServer || !(told || failedRecipients !== '')) return { kind: 'none' };
  const before =
    text.split(/^-{2,}.*(?:copy of (?:the|your) message|original message|below this line|message d'origine)/im)[0] ??
    text;
  const code = /(?<![\d.])([45]\.\d{1,3}\.\d{1,3})(?![\d.])/.exec(before)?.[1] ?? '';
  const status = /(?<![\d.:])([45]\d\d)[ -]/.exec(before)?.[1] ?? '';
  const detail = firstLine(
    before
      .split('\n')
      .filter((line) =>
        /\b[45]\d\d\b|[45]\.\d\.\d|unknown|not exist|inconnu|full|quota|rejected|introuvable/i.test(line),
      )
      .join('\n') || before,
  );
  const about = { code: code || status, detail, recipient: addressIn(failedRecipients) };
  if (
    /delayed|warning|will (?:be retried|continue|keep) try|not yet been delivered|no action is required|retardé/i.test(
      `${subject}\n${before}`,
    ) &&
    !code.startsWith('5') &&
    !status.startsWith('5')
  )
    return { kind: 'delayed', ...about };
  return { kind: 'bounce', hard: isHard(code || status, before), ...about };
}

/** By the enhanced code where it is precise; by the words where it is not. */
function isHard(code: string, words: string): boolean {
  if (/^5\.1\.(?:1|2|3|6|10)$|^5\.2\.1$|^5\.4\.4$/.test(code)) return true;
  if (/^5\.(?:0|1|5)\.0$|^5\d\d$|^5\.1\./.test(code) || code === '') return nobodyThere(words);
  return false;
}

/** RFC 3834, and what older programs say instead. */
function isAutomaticAnswer(email: Email): boolean {
  const has = (name: string, like: RegExp): boolean =>
    email.headers.some(({ key, value }) => key === name && like.test(value));
  return (
    has('auto-submitted', /^auto-(?:replied|notified)/i) ||
    has('x-autoreply', /./) ||
    has('x-autorespond', /./) ||
    has('precedence', /auto_?reply/i) ||
    /^(?:auto(?:matic)?[ -]?(?:reply|response)|réponse automatique|absen(?:t|ce)|out of (?:the )?office|vacation)/i.test(
      email.subject ?? '',
    )
  );
}

const field = (text: string, name: string): string =>
  new RegExp(`^${name}:[ \\t]*(.*)$`, 'im').exec(text)?.[1]?.trim() ?? '';

const addressIn = (text: string): string | null => /[^\s<>;,"]+@[^\s<>;,"]+/.exec(text)?.[0]?.toLowerCase() ?? null;

const firstLine = (text: string): string =>
  text
    .split('\n')
    .map((line) => line.trim())
    .find((line) => line !== '')
    ?.slice(0, 300) ?? '';

const textOf = (content: ArrayBuffer | Uint8Array | string): string =>
  typeof content === 'string' ? content : Buffer.from(new Uint8Array(content)).toString('utf8');
