import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Context, MiddlewareHandler } from 'hono';
import { LRUCache } from 'lru-cache';
import { dayInParis } from '#calendar/week.ts';
import type { Lanterne } from '#lanterne.ts';
import { marketStamp } from '#market/store.ts';

/** A page as sent to readers of whom nothing is known: the same bytes for all of them. */
interface ReadyPage {
  readonly etag: string;
  readonly keeping: string;
  readonly bodies: Readonly<Record<Encoding, Uint8Array<ArrayBuffer>>>;
}

type Encoding = 'br' | 'gzip' | 'identity';

const MOST_BYTES = 64 * 1024 * 1024;
const LASTING = 10 * 60_000;
const BRIEFLY = 60_000;
/** Beyond this an address is somebody's own, and not worth keeping. */
const LONGEST_KEY = 1000;

/**
 * Keeps the pages of anonymous readers ready, compressed, for ten minutes or until another catalogue is in service or figures were imported, in 64 MB at most: what a request
 * without a cookie was answered with `Cache-Control: public` is the answer to every other one (RFC 9111). With an ETag, so that a browser that has the
 * page already is told so in a few bytes.
 */
export function readyPages(lanterne: () => Lanterne): MiddlewareHandler {
  const byLanterne = new WeakMap<Lanterne, Ready>();
  return async (context, next) => {
    const { method } = context.req;
    const url = new URL(context.req.url);
    // pages say today and tomorrow: what was made before midnight is of another day
    const key = `${dayInParis(Temporal.Now.instant()).toString()} ${context.req.header('Host') ?? ''} ${url.pathname}${url.search}`;
    const anonymous = (method === 'GET' || method === 'HEAD') && context.req.header('Cookie') === undefined;
    if (!anonymous || key.length > LONGEST_KEY) return next();
    const one = lanterne();
    const stamp = marketStamp(one.config.dataFolder);
    const before = byLanterne.get(one);
    const { pages } = before?.stamp === stamp ? before : keepReady(byLanterne, one, stamp);
    const kept = pages.get(key);
    if (kept !== undefined) return send(context, kept);
    await next();
    const { res } = context;
    const keeping = res.headers.get('Cache-Control') ?? '';
    const lasts = /^public\b(?!.*max-age=[1-9])/.test(keeping);
    if (method !== 'GET' || res.status !== 200 || !lasts || !isPage(res)) return;
    const ready = { ...(await readyOf(new Uint8Array(await res.arrayBuffer()))), keeping };
    pages.set(key, ready, keeping === livePage ? { ttl: BRIEFLY } : {});
    context.res = undefined;
    context.res = send(context, ready);
  };
}

/** Pages of one state of the market's book. */
interface Ready {
  readonly stamp: string | null;
  readonly pages: LRUCache<string, ReadyPage>;
}

function keepReady(byLanterne: WeakMap<Lanterne, Ready>, one: Lanterne, stamp: string | null): Ready {
  const ready = { stamp, pages: newCache() };
  byLanterne.set(one, ready);
  return ready;
}

const newCache = (): LRUCache<string, ReadyPage> =>
  new LRUCache({
    maxSize: MOST_BYTES,
    ttl: LASTING,
    sizeCalculation: ({ bodies }, key) =>
      Object.values(bodies).reduce((sum, body) => sum + body.byteLength, 2 * key.length + 200),
  });

const isPage = ({ headers }: Response): boolean => headers.get('Content-Type')?.startsWith('text/html') === true;

const squeeze = { br: promisify(brotliCompress), gzip: promisify(gzip) };

async function readyOf(identity: Uint8Array<ArrayBuffer>): Promise<Omit<ReadyPage, 'keeping'>> {
  const [br, zipped] = await Promise.all([
    squeeze.br(identity, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }),
    squeeze.gzip(identity),
  ]);
  return {
    etag: `W/"${createHash('sha256').update(identity).digest('base64url').slice(0, 22)}"`,
    bodies: { br: new Uint8Array(br), gzip: new Uint8Array(zipped), identity },
  };
}

function send(context: Context, { etag, bodies, keeping }: ReadyPage): Response {
  const headers = { 'Cache-Control': keeping, ETag: etag, Vary: 'Cookie, Accept-Encoding' };
  if (context.req.header('If-None-Match')?.includes(etag) === true) return context.body(null, 304, headers);
  const encoding = encodingFor(context.req.header('Accept-Encoding') ?? '');
  return context.body(bodies[encoding], 200, {
    ...headers,
    'Content-Type': 'text/html; charset=UTF-8',
    ...(encoding === 'identity' ? {} : { 'Content-Encoding': encoding }),
  });
}

function encodingFor(accepted: string): Encoding {
  const takes = (name: string): boolean => new RegExp(`\\b${name}\\b(?!\\s*;\\s*q=0(\\.0*)?(,|$))`).test(accepted);
  return takes('br') ? 'br' : takes('gzip') ? 'gzip' : 'identity';
}

/** Browsers ask each time, and are told in a few bytes when nothing changed; a proxy in front may answer for five minutes. */
export const publicPage = 'public, max-age=0, must-revalidate, s-maxage=300';

/** What tells of the programme or of who would come: a showing that is called off must not stand for long. A minute, here and in a proxy. */
export const livePage = 'public, max-age=0, must-revalidate, s-maxage=60';
