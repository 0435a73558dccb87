import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { openFetchGate, type Asked } from '#web/fetch-gate.ts';
import { isImageName } from '#web/image-name.ts';
import { openImageStore } from '#web/image-store.ts';

/** A poster's bytes, as checked. */
export interface Picture {
  readonly body: Uint8Array<ArrayBuffer>;
  readonly type: string;
  readonly etag: string;
  /** An old one, shown while it is renewed. */
  readonly stale: boolean;
}

export interface ImageProxy {
  /** A poster by its size and name; null when it cannot be had, or these are none. */
  get(size: string, name: string): Promise<Picture | null>;
}

export interface ImageProxyOptions {
  /** Where pictures are kept. */
  readonly folder: string;
  /** The only place ever asked, `https://image.tmdb.org/t/p`. */
  readonly base: string;
  /** Milliseconds that one picture may take. */
  readonly timeout?: number;
  /** How many pictures are asked for at the same time. */
  readonly atOnce?: number;
  /** The most that is kept on the disk. */
  readonly mostBytes?: number;
  readonly mostFiles?: number;
  readonly now?: () => number;
}

const MOST_BYTES = 2 * 1024 * 1024;
const TIMEOUT = 4000;
const AT_ONCE = 8;
const MOST_WAITING = 200;
const SILENCES = 12;
const KEPT_BYTES = 2 * 1024 ** 3;
const KEPT_FILES = 60_000;
const MOST_FAILURES = 20_000;
const DAY = 86_400_000;
/** TMDB's terms allow six months: we renew a picture after five, and delete one that could not be renewed after six. */
const FRESH = 150 * DAY;
const LONGEST = 180 * DAY;
const PAUSE = 60_000;
const PAUSE_REFUSED = DAY / 4;

/**
 * A proxy for TMDB's posters that keeps them on disk, so that a visitor's browser never asks TMDB. Only whole pictures of at most 2 MB are kept. An
 * old one is shown at once and renewed behind; while TMDB is down or slow the kept one serves, up to six months. After a failure the same picture is not
 * asked for again for a minute, one that TMDB does not have for six hours. Terms: https://www.themoviedb.org/documentation/api/terms-of-use
 */
export function createImageProxy({
  folder,
  base,
  timeout = TIMEOUT,
  atOnce = AT_ONCE,
  mostBytes = KEPT_BYTES,
  mostFiles = KEPT_FILES,
  now = Date.now,
}: ImageProxyOptions): ImageProxy {
  const store = openImageStore({ folder, longest: LONGEST, mostBytes, mostFiles, now });
  const gate = openFetchGate({
    atOnce,
    waiting: MOST_WAITING,
    patience: timeout,
    silences: SILENCES,
    pause: PAUSE / 2,
    now,
  });
  const asked = new Map<string, Promise<Picture | null>>();
  const notBefore = new LRUCache<string, number>({ max: MOST_FAILURES });

  const renew = async (address: string, file: string): Promise<Picture | null> => {
    const answer = await gate.pass(() => ask(address, timeout));
    if (answer.kind !== 'got') {
      notBefore.set(file, now() + (answer.kind === 'refused' ? PAUSE_REFUSED : PAUSE));
      return null;
    }
    await store.keep(file, answer.value.body).catch(() => {});
    return answer.value;
  };

  return {
    async get(size, name) {
      if (!isImageName(size, name)) return null;
      const file = createHash('sha256').update(`${size}/${name}`).digest('hex').slice(0, 32);
      const kept = await store.read(file);
      const old = kept === null ? null : pictureOf(kept.body, kept.age >= FRESH);
      if (old !== null && !old.stale) return old;
      if (now() < (notBefore.get(file) ?? 0)) return old;
      const running = asked.get(file) ?? renew(`${base}/${size}/${name}`, file).finally(() => asked.delete(file));
      asked.set(file, running);
      if (old === null) return running;
      running.catch(() => {});
      return old;
    },
  };
}

async function ask(address: string, timeout: number): Promise<Asked<Picture>> {
  try {
    const response = await fetch(address, {
      signal: AbortSignal.timeout(timeout),
      redirect: 'error',
      headers: { Accept: 'image/*' },
    });
    if (response.status === 429 || response.status >= 500) return { kind: 'silent' };
    const body = response.ok ? await readAtMost(response, MOST_BYTES) : null;
    const picture = body === null ? null : pictureOf(body, false);
    return picture === null ? { kind: 'refused' } : { kind: 'got', value: picture };
  } catch {
    return { kind: 'silent' };
  }
}

async function readAtMost(response: Response, most: number): Promise<Uint8Array<ArrayBuffer> | null> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of response.body ?? []) {
    size += part.byteLength;
    if (size > most) return null;
    parts.push(part);
  }
  return new Uint8Array(Buffer.concat(parts));
}

/** A picture is told by its first bytes, not by what its server says. */
function pictureOf(body: Uint8Array<ArrayBuffer>, stale: boolean): Picture | null {
  const type = wholeIn(body) ? typeOf(body) : null;
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
  return type === null ? null : { body, type, etag, stale };
}

/** Whether the bytes end as a whole picture does: a sending cut short is not kept for months. */
function wholeIn(body: Uint8Array): boolean {
  const bytes = Buffer.from(body.buffer, body.byteOffset, body.byteLength);
  if (bytes[0] === 0xff) return bytes.subarray(-64).lastIndexOf(Buffer.from([0xff, 0xd9])) >= 0;
  if (bytes[0] === 0x89) return bytes.subarray(-64).includes('IEND');
  return bytes.length >= 12 && bytes.readUInt32LE(4) <= bytes.length - 8;
}

function typeOf(body: Uint8Array): string | null {
  const starts = (...bytes: number[]): boolean => bytes.every((byte, at) => body[at] === byte);
  if (starts(0xff, 0xd8, 0xff)) return 'image/jpeg';
  if (starts(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'image/png';
  const text = Buffer.from(body.subarray(0, 12)).toString('latin1');
  return text.startsWith('RIFF') && text.endsWith('WEBP') ? 'image/webp' : null;
}
