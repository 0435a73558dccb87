import { createDecipheriv, createECDH, createPublicKey, hkdfSync, randomBytes, verify } from 'node:crypto';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { z } from 'zod';
import { pushIdOf, type PushDevice } from '#state/push-subscriptions.ts';

/** What the push service received. */
export interface Pushed {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** What it answers; `silent`: nothing. */
export type Reply =
  | { readonly status: number; readonly headers?: Record<string, string>; readonly body?: string }
  | 'silent';

/** A push service on this machine: keeps what it is sent, and answers what it is told to, by path. */
export interface PushService extends AsyncDisposable {
  readonly url: string;
  readonly received: Pushed[];
  readonly replies: Map<string, Reply[]>;
}

export async function startPushService(): Promise<PushService> {
  const received: Pushed[] = [];
  const replies = new Map<string, Reply[]>();
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const path = request.url ?? '';
      received.push({ path, headers: request.headers, body: Buffer.concat(chunks) });
      const reply = replies.get(path)?.shift() ?? { status: 201, headers: { Location: `/message/${received.length}` } };
      if (reply === 'silent') return;
      response.writeHead(reply.status, reply.headers).end(reply.body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port }: AddressInfo = z
    .object({ port: z.number(), address: z.string(), family: z.string() })
    .parse(server.address());
  return {
    url: `http://127.0.0.1:${port}`,
    received,
    replies,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** A browser's side of a subscription. */
export interface BrowserKeys {
  readonly device: PushDevice & { readonly id: string };
  read(body: Buffer): string;
}

/** Makes keys as a browser does, and decrypts with them. */
export function browserKeys(endpoint: string): BrowserKeys {
  const ecdh = createECDH('prime256v1');
  ecdh.generateKeys();
  const auth = randomBytes(16);
  return {
    device: {
      id: pushIdOf(endpoint),
      endpoint,
      p256dh: ecdh.getPublicKey('base64url'),
      auth: auth.toString('base64url'),
    },
    read: (body) => decrypt(body, ecdh.getPrivateKey(), ecdh.getPublicKey(), auth),
  };
}

/** RFC 8291 with the encoding aes128gcm of RFC 8188: salt 16, record size 4, length of the sender's key 1, the key, one record. */
export function decrypt(body: Buffer, privateKey: Buffer, publicKey: Buffer, auth: Buffer): string {
  const [salt, size, length] = [body.subarray(0, 16), body.readUInt32BE(16), body.readUInt8(20)];
  const [sender, record] = [body.subarray(21, 21 + length), body.subarray(21 + length)];
  if (record.length > size) throw new Error('more than one record');
  const ecdh = createECDH('prime256v1');
  ecdh.setPrivateKey(privateKey);
  const info = Buffer.concat([Buffer.from('WebPush: info\0'), publicKey, sender]);
  const secret = Buffer.from(hkdfSync('sha256', ecdh.computeSecret(sender), auth, info, 32));
  const derive = (what: string, bytes: number): Buffer =>
    Buffer.from(hkdfSync('sha256', secret, salt, Buffer.from(`Content-Encoding: ${what}\0`), bytes));
  const decipher = createDecipheriv('aes-128-gcm', derive('aes128gcm', 16), derive('nonce', 12));
  decipher.setAuthTag(record.subarray(-16));
  const padded = Buffer.concat([decipher.update(record.subarray(0, -16)), decipher.final()]);
  const end = padded.findLastIndex((byte) => byte !== 0);
  if (padded[end] !== 2) throw new Error('no end of the last record');
  return padded.subarray(0, end).toString('utf8');
}

const claims = z.object({ aud: z.string(), exp: z.number(), sub: z.string() });

/** The claims of a VAPID header, once its signature is checked with the key that it names. RFC 8292, 3. */
export function vapidClaims(authorization: string): z.infer<typeof claims> & { readonly key: string } {
  const [, token = '', key = ''] = /^vapid t=([\w.-]+), ?k=([\w-]+)$/.exec(authorization) ?? [];
  const [header = '', payload = '', signature = ''] = token.split('.');
  const point = Buffer.from(key, 'base64url');
  const part = (from: number): string => point.subarray(from, from + 32).toString('base64url');
  const publicKey = createPublicKey({ format: 'jwk', key: { kty: 'EC', crv: 'P-256', x: part(1), y: part(33) } });
  const signed = Buffer.from(`${header}.${payload}`);
  if (!verify('sha256', signed, { key: publicKey, dsaEncoding: 'ieee-p1363' }, Buffer.from(signature, 'base64url')))
    throw new Error('the signature is wrong');
  return { ...claims.parse(JSON.parse(Buffer.from(payload, 'base64url').toString())), key };
}
