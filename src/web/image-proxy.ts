import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A poster's bytes, as checked. */
export interface Picture {
  readonly body: Uint8Array<ArrayBuffer>;
  readonly type: string;
  readonly etag: string;
}

export interface ImageProxy {
  /** A poster by its size and name, which the caller has checked with isImageName; null when it cannot be had. */
  get(size: string, name: string): Promise<Picture | null>;
}

export interface ImageProxyOptions {
  /** Where pictures are kept. */
  readonly folder: string;
  /** The only place ever asked, `https://image.tmdb.org/t/p`. */
  readonly base: string;
  readonly timeout?: number;
  readonly now?: () => number;
}

const MOST_BYTES = 2 * 1024 * 1024;
const TIMEOUT = 4000;
const DAY = 86_400_000;
/** TMDB's terms allow six months: we keep a picture five, and show an old one only when theirs cannot be had, six at most. */
const FRESH = 150 * DAY;
const LONGEST = 180 * DAY;
const PAUSE = 60_000;

/**
 * A proxy for TMDB's posters that keeps them on disk, so that a visitor's browser never asks TMDB. Only whole pictures of at most
 * 2 MB are kept; when TMDB is down or slow, the kept one serves, however old up to six months; after a failure the same picture is not asked again
 * for a minute. Terms: https://www.themoviedb.org/documentation/api/terms-of-use
 */
export function createImageProxy({ folder, base, timeout = TIMEOUT, now = Date.now }: ImageProxyOptions): ImageProxy {
  const asked = new Map<string, Promise<Picture | null>>();
  const failedAt = new Map<string, number>();

  const fetchOne = async (address: string, path: string, old: Picture | null): Promise<Picture | null> => {
    const fresh = await ask(address, timeout);
    if (fresh === null) {
      if (failedAt.size > 10_000) failedAt.clear();
      failedAt.set(path, now());
      return old;
    }
    await keep(folder, path, fresh).catch(() => {});
    return fresh;
  };

  return {
    async get(size, name) {
      const path = join(folder, createHash('sha256').update(`${size}/${name}`).digest('hex').slice(0, 32));
      const kept = await read(path, now());
      if (kept !== null && kept.age < FRESH) return kept.picture;
      if (now() - (failedAt.get(path) ?? -Infinity) < PAUSE) return kept?.picture ?? null;
      const running = asked.get(path) ?? fetchOne(`${base}/${size}/${name}`, path, kept?.picture ?? null);
      asked.set(path, running);
      return running.finally(() => asked.delete(path));
    },
  };
}

async function ask(address: string, timeout: number): Promise<Picture | null> {
  try {
    const response = await fetch(address, {
      signal: AbortSignal.timeout(timeout),
      redirect: 'error',
      headers: { Accept: 'image/*' },
    });
    const body = response.ok ? await readAtMost(response, MOST_BYTES) : null;
    return body === null ? null : pictureOf(body);
  } catch {
    return null;
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
function pictureOf(body: Uint8Array<ArrayBuffer>): Picture | null {
  const type = typeOf(body);
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
  return type === null ? null : { body, type, etag };
}

function typeOf(body: Uint8Array): string | null {
  const starts = (...bytes: number[]): boolean => bytes.every((byte, at) => body[at] === byte);
  if (starts(0xff, 0xd8, 0xff)) return 'image/jpeg';
  if (starts(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'image/png';
  const text = Buffer.from(body.subarray(0, 12)).toString('latin1');
  return text.startsWith('RIFF') && text.endsWith('WEBP') ? 'image/webp' : null;
}

async function read(path: string, now: number): Promise<{ picture: Picture; age: number } | null> {
  try {
    const { mtimeMs } = await stat(path);
    const age = now - mtimeMs;
    if (age > LONGEST) {
      await rm(path, { force: true });
      return null;
    }
    const picture = pictureOf(new Uint8Array(await readFile(path)));
    return picture === null ? null : { picture, age };
  } catch {
    return null;
  }
}

async function keep(folder: string, path: string, { body }: Picture): Promise<void> {
  await mkdir(folder, { recursive: true });
  const draft = `${path}.${randomUUID()}`;
  await writeFile(draft, body);
  await rename(draft, path);
}
