import { createHash } from 'node:crypto';
import { createReadStream, renameSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { fault, LanterneError } from '#errors.ts';
import { attempt, Passing, type AttemptOptions } from '#download/attempt.ts';
import { contentProblem, type FileForm } from '#download/file-form.ts';
import { firstBytes, forget, noteBegun, sizeOf } from '#download/part-file.ts';

export interface FetchOptions extends AttemptOptions {
  readonly form: FileForm;
  /** How often a connection that breaks is taken up again without a byte gained. */
  readonly tries?: number;
  readonly firstWait?: number;
}

export interface Fetched {
  readonly bytes: number;
  readonly sha256: string;
  readonly tag: string | null;
}

const longestWait = 60_000;

/**
 * Fetches one file over HTTP. What comes is kept in `PATH.part` and gone on from (Range with If-Range, RFC 9110 section 13.1.5 and 14), also by a later
 * run; the whole file takes its place by a rename once its length and its form are right.
 * @returns null when the file that stands is still the server's
 * @throws DOWNLOAD_FAILED, DISK_FULL, CANNOT_WRITE
 */
export async function fetchFile(url: string, path: string, options: FetchOptions): Promise<Fetched | null> {
  const { tries = 6, firstWait = 1000 } = options;
  const part = `${path}.part`;
  for (let failed = 0, before = sizeOf(part); ;) {
    try {
      const tag = await attempt(url, part, options);
      if (tag === undefined) return null;
      return await accept(url, part, path, tag, options.form);
    } catch (error) {
      if (!(error instanceof Passing)) throw asWriteFault(error, path);
      const now = sizeOf(part);
      failed = now > before ? 1 : failed + 1;
      before = now;
      if (failed >= tries) throw fault('DOWNLOAD_FAILED', { url, reason: error.message }, error);
      await pause(Math.min(longestWait, Math.max(error.waitAtLeast, firstWait * 2 ** (failed - 1))));
    }
  }
}

async function accept(url: string, part: string, path: string, tag: string | null, form: FileForm): Promise<Fetched> {
  const problem = contentProblem(firstBytes(part), form);
  if (problem !== null) {
    forget(part);
    throw fault('DOWNLOAD_FAILED', { url, reason: problem });
  }
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(part)) hash.update(chunk);
  const bytes = sizeOf(part);
  renameSync(part, path);
  noteBegun(part, null);
  return { bytes, sha256: hash.digest('hex'), tag };
}

function asWriteFault(error: unknown, file: string): unknown {
  if (error instanceof LanterneError || !(error instanceof Error) || !('code' in error)) return error;
  if (error.code === 'ENOSPC') return fault('DISK_FULL', { file, needed: 'what the file needs' }, error);
  return fault('CANNOT_WRITE', { file, reason: error.message }, error);
}
