import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

/** A mail server of the test's own, on loopback: what it took, whole, and by whom. */
export interface MailSink extends AsyncDisposable {
  readonly port: number;
  readonly url: string;
  readonly taken: TakenMail[];
}

export interface TakenMail {
  readonly from: string;
  readonly to: string;
  readonly raw: string;
  readonly messageId: string;
  readonly envid: string | null;
  readonly session: string;
}

/** What the server does at a step: nothing, an answer, or silence. */
export interface SinkManners {
  /** Before the letter: a reply such as `450 4.2.0 later`; null: welcome. */
  readonly rcpt?: (address: string) => string | null;
  /** After the final dot: a reply; null: taken; `lost`: taken, and the line is cut; `cut`: the line is cut. */
  readonly dot?: (address: string, raw: string) => string | null | Promise<string | null>;
  readonly options?: SMTPServerOptions;
}

export async function mailSink({ rcpt, dot, options = {} }: SinkManners = {}): Promise<MailSink> {
  const taken: TakenMail[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    hideDSN: false,
    logger: false,
    onRcptTo({ address }, _session, done) {
      const refused = rcpt?.(address) ?? null;
      done(refused === null ? null : replyOf(refused));
    },
    onData(stream, session, done) {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        void (async () => {
          const raw = Buffer.concat(parts).toString('latin1');
          const to = session.envelope.rcptTo[0]?.address ?? '';
          const answer = (await dot?.(to, raw)) ?? null;
          if (answer === null || answer === 'lost')
            taken.push({
              from: session.envelope.mailFrom === false ? '' : session.envelope.mailFrom.address,
              to,
              raw,
              messageId: /^message-id: *(<[^>]+>)/im.exec(raw)?.[1] ?? '',
              envid: session.envelope.dsn?.envid ?? null,
              session: session.id,
            });
          if (answer === 'lost' || answer === 'cut') {
            for (const connection of server.connections)
              if (connection.session.id === session.id) connection._socket.destroy();
            return;
          }
          if (answer === null) done(null, '2.0.0 taken');
          else done(replyOf(answer));
        })();
      });
    },
    ...options,
  });
  server.on('error', () => {});
  const listening = server.listen(0, '127.0.0.1');
  await new Promise<void>((resolve) => listening.once('listening', () => resolve()));
  const address = listening.address();
  const port = isInfo(address) ? address.port : 0;
  return {
    port,
    url: `smtp://127.0.0.1:${port}`,
    taken,
    [Symbol.asyncDispose]: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

const isInfo = (address: AddressInfo | string | null): address is AddressInfo =>
  typeof address === 'object' && address !== null;

const replyOf = (text: string): Error & { responseCode: number } =>
  Object.assign(new Error(text.slice(4)), { responseCode: Number(text.slice(0, 3)) });
