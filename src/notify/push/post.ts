import { lookup } from 'node:dns';
import { request as requestPlain } from 'node:http';
import { request as requestSecure } from 'node:https';
import type { LookupFunction } from 'node:net';
import { isPublicAddress, type EndpointRules } from '#notify/push/endpoint.ts';

export interface Answer {
  readonly status: number;
  /** The beginning of what it says. */
  readonly said: string;
  readonly location: string | null;
  /** Seconds; null when the server did not say. */
  readonly retryAfter: number | null;
}

export interface PostOptions extends EndpointRules {
  readonly signal: AbortSignal;
  /** Milliseconds without an answer after which it is given up. */
  readonly patience: number;
  readonly now: () => Temporal.Instant;
}

/**
 * Sends one request, follows nothing, and reads the beginning of the answer. The name is looked up once, and what it leads to is asked only when it is
 * public: a name that changes its mind after it was checked (DNS rebinding) gains nothing.
 * @throws whatever keeps it from having an answer
 */
export function post(
  address: string,
  headers: Readonly<Record<string, string>>,
  body: Buffer,
  { signal, patience, now, loopback = false }: PostOptions,
): Promise<Answer> {
  const url = new URL(address);
  const send = url.protocol === 'http:' && loopback ? requestPlain : requestSecure;
  const limit = AbortSignal.any([signal, AbortSignal.timeout(patience)]);
  return new Promise((resolve, reject) => {
    const request = send(
      url,
      { method: 'POST', headers, signal: limit, agent: false, ...(loopback ? {} : { lookup: publicOnly }) },
      (response) => {
        const chunks: Buffer[] = [];
        let size = 0;
        const { statusCode: status = 0, headers: told } = response;
        const settle = (): void => {
          resolve({
            status,
            said: Buffer.concat(chunks).subarray(0, mostRead).toString('utf8').replaceAll(/\s+/g, ' ').trim(),
            location: told.location ?? null,
            retryAfter: secondsOf(told['retry-after'], now()),
          });
          response.destroy();
        };
        // taken is taken, whatever it goes on to say
        if (status >= 200 && status < 300) return settle();
        response.on('data', (chunk: Buffer) => {
          chunks.push(chunk);
          size += chunk.length;
          if (size >= mostRead) settle();
        });
        response.on('error', settle);
        response.on('end', settle);
      },
    );
    request.on('error', (error) => reject(limit.aborted ? limit.reason : error));
    request.end(body);
  });
}

/** What `Retry-After` asks, in seconds, a week at most: a number or a date. RFC 9110, 10.2.3. */
export function secondsOf(header: string | undefined, now: Temporal.Instant): number | null {
  if (header === undefined) return null;
  const date = Date.parse(header);
  const seconds = /^\d+$/.test(header) ? Number(header) : Math.ceil((date - now.epochMilliseconds) / 1000);
  return Number.isFinite(seconds) ? Math.min(Math.max(0, seconds), week) : null;
}

const week = 7 * 86_400;
const mostRead = 200;

const publicOnly: LookupFunction = (hostname, options, callback) =>
  lookup(hostname, { ...options, all: true }, (error, found) => {
    const asked = found?.filter(({ address }) => isPublicAddress(address)) ?? [];
    const [first] = asked;
    if (error !== null) callback(error, []);
    else if (first === undefined)
      callback(Object.assign(new Error(`${hostname} is inside a private network`), { code: 'EPRIVATE' }), []);
    else if (options.all === true) callback(null, asked);
    else callback(null, first.address, first.family);
  });
