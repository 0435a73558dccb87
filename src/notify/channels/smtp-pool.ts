import { Readable } from 'node:stream';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import type { Gate } from '#notify/channel.ts';
import type { SmtpFailure } from '#notify/deliver/smtp-outcome.ts';

/** How the mail server is spoken to. */
export interface SmtpServer {
  readonly host: string;
  readonly port: number;
  /** `implicit`: from the first byte; `required`: STARTTLS or nothing; `offered`: STARTTLS where there is one. */
  readonly tls: 'implicit' | 'required' | 'offered' | 'none';
  readonly user: string | null;
  readonly password: string;
}

export interface SmtpTimes {
  /** Milliseconds to connect, and to be greeted. */
  readonly connect: number;
  /** To answer a command. */
  readonly command: number;
  /** To answer the final dot: giving up early is what makes letters arrive twice (RFC 1047), RFC 5321 4.5.3.2.6 asks for ten minutes. */
  readonly dot: number;
  /** After which an unused connection is closed. */
  readonly idle: number;
}

export const usualTimes: SmtpTimes = { connect: 30_000, command: 120_000, dot: 600_000, idle: 20_000 };

export interface Envelope {
  readonly from: string;
  readonly to: string;
  /** ENVID and ORCPT (RFC 3461), where the server offers them. */
  readonly envid: string;
}

/** What the server said at the end; `withheld`: the gate said no. */
export type Sent = { readonly said: string } | { readonly failed: SmtpFailure } | { readonly withheld: true };

export interface SmtpPool extends AsyncDisposable {
  /** Sends one letter over a connection that is free, or a new one. The gate is asked when all but the final dot is said. */
  send(envelope: Envelope, raw: Buffer, gate: Gate): Promise<Sent>;
}

/** A pool of connections that are kept. Callers limit how many send at a time. */
export function createSmtpPool(server: SmtpServer, { times = usualTimes }: { times?: SmtpTimes } = {}): SmtpPool {
  const free: { connection: SMTPConnection; timer: NodeJS.Timeout }[] = [];
  const all = new Set<SMTPConnection>();
  const drop = (connection: SMTPConnection): void => {
    all.delete(connection);
    connection.close();
  };
  const keep = (connection: SMTPConnection): void => {
    const timer = setTimeout(() => {
      free.splice(free.findIndex((one) => one.connection === connection) >>> 0, 1);
      all.delete(connection);
      connection.quit();
    }, times.idle).unref();
    free.push({ connection, timer });
  };
  const kept = (): SMTPConnection | null => {
    for (let one = free.pop(); one !== undefined; one = free.pop()) {
      clearTimeout(one.timer);
      if (!one.connection.destroyed && one.connection._socket && one.connection._socket.writable) return one.connection;
      drop(one.connection);
    }
    return null;
  };
  const opened = async (): Promise<SMTPConnection | { failed: SmtpFailure }> => {
    const connection = connectionTo(server, times);
    all.add(connection);
    const failed = await signIn(connection, server);
    if (failed === null) return connection;
    drop(connection);
    return { failed };
  };
  const sendOn = async (connection: SMTPConnection, envelope: Envelope, raw: Buffer, gate: Gate): Promise<Sent> => {
    const { sent, clean } = await say(connection, envelope, raw, gate, times);
    const refused = 'failed' in sent && sent.failed.status !== null && sent.failed.status !== 421;
    if ('said' in sent || (refused && clean && (await reset(connection)))) keep(connection);
    else drop(connection);
    return sent;
  };
  return {
    async send(envelope, raw, gate) {
      let asked = false;
      const once: Gate = () => {
        asked = true;
        return gate();
      };
      const old = kept();
      if (old !== null) {
        const sent = await sendOn(old, envelope, raw, once);
        // the server had ended a connection that was kept: said on a new one, unless the letter may have gone
        if (!('failed' in sent) || sent.failed.status !== null || asked || sent.failed.code === 'ETIMEDOUT')
          return sent;
      }
      const fresh = await opened();
      return 'failed' in fresh ? fresh : sendOn(fresh, envelope, raw, once);
    },
    async [Symbol.asyncDispose]() {
      for (const { timer } of free) clearTimeout(timer);
      for (const connection of all) {
        if (free.some((one) => one.connection === connection)) connection.quit();
        else connection.close();
      }
      all.clear();
    },
  };
}

function connectionTo({ host, port, tls }: SmtpServer, times: SmtpTimes): SMTPConnection {
  return new SMTPConnection({
    host,
    port,
    secure: tls === 'implicit',
    requireTLS: tls === 'required',
    ignoreTLS: tls === 'none',
    connectionTimeout: times.connect,
    greetingTimeout: times.connect,
    dnsTimeout: times.connect,
    socketTimeout: times.command,
    tls: { minVersion: 'TLSv1.2' },
  });
}

/** Connects and signs in; null when that went well. */
function signIn(connection: SMTPConnection, { user, password }: SmtpServer): Promise<SmtpFailure | null> {
  return new Promise((resolve) => {
    connection.once('error', (error) => resolve(failureOf(error, 'CONN')));
    connection.once('end', () =>
      resolve({ status: null, text: 'connection closed', code: 'ECONNECTION', command: 'CONN' }),
    );
    connection.connect((error) => {
      if (error) return resolve(failureOf(error, 'CONN'));
      // what breaks later is told to whoever is sending; without a listener it would end the process
      connection.on('error', () => {});
      if (user === null) return resolve(null);
      connection.login({ user, credentials: { user, pass: password } }, (refused) =>
        resolve(refused ? failureOf(refused, 'AUTH') : null),
      );
    });
  });
}

function say(
  connection: SMTPConnection,
  { from, to, envid }: Envelope,
  raw: Buffer,
  gate: Gate,
  times: SmtpTimes,
): Promise<{ sent: Sent; clean: boolean }> {
  const socket = connection._socket;
  if (socket) socket.setTimeout(times.command);
  return new Promise((resolve) => {
    // a command said in the middle of a letter would be a line of it
    let [begun, dotted, over] = [false, false, false];
    const end = (sent: Sent): void => {
      over = true;
      resolve({ sent, clean: !begun || dotted });
    };
    const body = Readable.from(
      (async function* () {
        begun = true;
        yield raw;
        dotted = (await gate().catch(() => false)) && !over;
        if (dotted) return void (socket && socket.setTimeout(times.dot));
        end({ withheld: true });
        throw new Error('withheld');
      })(),
      { objectMode: false },
    );
    body.on('error', () => {});
    connection.send(
      { from, to, dsn: { id: envid, return: 'HDRS', notify: 'FAILURE', recipient: to } },
      body,
      (error, info) =>
        end(error ? { failed: unanswered(failureOf(error, 'DATA'), dotted) } : { said: info?.response ?? '' }),
    );
  });
}

/** Nobody can know whether a server that fell silent after the final dot took the letter: said, so that a copy can be explained. */
const unanswered = (failure: SmtpFailure, dotted: boolean): SmtpFailure =>
  dotted && failure.status === null ? { ...failure, text: `after the final dot: ${failure.text}` } : failure;

/** Ready for another letter. */
const reset = (connection: SMTPConnection): Promise<boolean> =>
  new Promise((resolve) => {
    const ended = (): void => resolve(false);
    connection.once('end', ended);
    connection.reset((error) => {
      connection.off('end', ended);
      resolve(!error);
    });
  });

function failureOf(
  error: Error & { code?: string; response?: unknown; responseCode?: unknown; command?: unknown },
  command: string,
): SmtpFailure {
  return {
    status: typeof error.responseCode === 'number' ? error.responseCode : null,
    text: typeof error.response === 'string' && error.response !== '' ? error.response : error.message,
    code: error.code ?? 'ECONNECTION',
    command: typeof error.command === 'string' ? error.command : command,
  };
}
