/** What is written in a message before its reader sends it. */
export interface Message {
  readonly subject: string;
  readonly body: string;
}

/** Longer addresses are cut by some mail programs. */
export const longestLink = 1900;

/** The way to the visitor's own mail program, with nobody's address in it. RFC 6068: everything but letters in percent codes, lines end in CR LF. */
export const mailLink = ({ subject, body }: Message): string => `mailto:?subject=${code(subject)}&body=${code(body)}`;

/** The way to the visitor's own text messages. RFC 5724; `?&` is understood by both kinds of telephones. */
export const smsLink = (body: string): string => `sms:?&body=${code(body)}`;

const code = (text: string): string =>
  encodeURIComponent(text.toWellFormed().replaceAll(/\r\n|\r|\n/g, '\r\n')).replaceAll(
    /[!'()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
