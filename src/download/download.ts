import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fault } from '#errors.ts';
import { listedWorkbooks, type Collection, type Wanted } from '#download/collections.ts';
import { fetchFile, type FetchOptions } from '#download/fetch-file.ts';
import { readManifest, standingTag, writeManifest } from '#download/manifest.ts';

export interface DownloadOptions extends Pick<FetchOptions, 'tries' | 'firstWait' | 'idle'> {
  /** Another place that has the files under their names. */
  readonly from?: string;
  readonly onProgress?: (message: string, done?: number) => void;
  readonly now?: () => Date;
}

export interface Downloaded {
  readonly name: string;
  readonly url: string;
  readonly bytes: number;
  readonly sha256: string;
  /** It stood already, and the server has no newer one. */
  readonly unchanged: boolean;
}

/**
 * Fetches the files of a collection into a folder, one after the other, and notes size and checksum of each in its `manifest.json`.
 * A file that failed stops it: those before it stand, and the next run goes on.
 * @throws DOWNLOAD_FAILED, DISK_FULL, CANNOT_WRITE
 */
export async function download(
  collection: Collection,
  folder: string,
  { from, onProgress = () => {}, now = () => new Date(), ...rest }: DownloadOptions = {},
): Promise<Downloaded[]> {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw fault(
      'CANNOT_WRITE',
      { file: folder, reason: error instanceof Error ? error.message : String(error) },
      error,
    );
  }
  const done: Downloaded[] = [];
  const waiting = [...collection.files];
  for (let wanted = waiting.shift(); wanted !== undefined; wanted = waiting.shift()) {
    const url = from === undefined ? wanted.url : new URL(wanted.name, from.endsWith('/') ? from : `${from}/`).href;
    done.push(await one(wanted, url, folder, collection, { onProgress, now, ...rest }));
    if (wanted.name === 'cnc-attendance.json') waiting.unshift(...listedIn(join(folder, wanted.name)));
  }
  return done;
}

async function one(
  { name, form }: Wanted,
  url: string,
  folder: string,
  { licence }: Collection,
  { onProgress, now, ...rest }: Required<Pick<DownloadOptions, 'onProgress' | 'now'>> & DownloadOptions,
): Promise<Downloaded> {
  const manifest = readManifest(folder);
  const knownTag = standingTag(folder, manifest, name, url);
  const told = everyTwentieth((done, of) =>
    onProgress(
      `${name}: ${megabytes(done)}${of === null ? '' : ` of ${megabytes(of)}`} MB`,
      of === null ? undefined : done / of,
    ),
  );
  const fetched = await fetchFile(url, join(folder, name), { ...rest, form, knownTag, onProgress: told });
  const before = manifest.files[name];
  if (fetched === null && before !== undefined) {
    onProgress(`${name}: unchanged`);
    return { name, url, bytes: before.bytes, sha256: before.sha256, unchanged: true };
  }
  if (fetched === null)
    throw fault('DOWNLOAD_FAILED', { url, reason: 'the server says that it is unchanged, and it is not here' });
  const date = now().toISOString().slice(0, 10);
  writeManifest(folder, { licence: [...licence], files: { ...manifest.files, [name]: { url, ...fetched, date } } });
  onProgress(`${name}: ${megabytes(fetched.bytes)} MB, sha256 ${fetched.sha256.slice(0, 12)}…`);
  return { name, url, bytes: fetched.bytes, sha256: fetched.sha256, unchanged: false };
}

const megabytes = (bytes: number): string => (bytes / 1e6).toFixed(1);

/** Told at each twentieth, or each ten megabytes where the whole is not known. */
function everyTwentieth(tell: (done: number, of: number | null) => void): (done: number, of: number | null) => void {
  let last = -1;
  return (done, of) => {
    const step = of === null ? Math.floor(done / 1e7) : Math.floor((20 * done) / of);
    if (step === last) return;
    last = step;
    tell(done, of);
  };
}

function listedIn(path: string): Wanted[] {
  const description: unknown = JSON.parse(readFileSync(path, 'utf8'));
  return listedWorkbooks(description);
}
