import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import type { Readable } from 'node:stream';
import { fault } from '#errors.ts';

/** A letter read from a file. */
export interface ReadMail {
  /** Where it came from, for messages. */
  readonly from: string;
  readonly raw: Buffer;
}

/**
 * Letters of a file (one letter, or an mbox), of a folder (files, or a Maildir) or of a stream, as a mail server pipes one.
 * @throws FILE_MISSING, FILE_UNREADABLE
 */
export async function* readMails(where: string, input: Readable): AsyncGenerator<ReadMail> {
  if (where === '-') yield* split('-', await buffer(input));
  else for (const file of filesOf(where)) yield* split(file, read(file));
}

function filesOf(where: string): string[] {
  try {
    if (!statSync(where).isDirectory()) return [where];
    return readdirSync(where, { recursive: true })
      .map((name) => join(where, String(name)))
      .filter((file) => statSync(file).isFile() && !file.split('/').slice(-1)[0]?.startsWith('.'))
      .sort();
  } catch (error) {
    throw unreadable(error, where);
  }
}

function read(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    throw unreadable(error, file);
  }
}

const unreadable = (error: unknown, file: string): unknown => {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return code === 'ENOENT'
    ? fault('FILE_MISSING', { file, expected: 'letters' }, error)
    : fault('FILE_UNREADABLE', { file, reason: code }, error);
};

/** An mbox begins with `From ` and has another such line, after an empty one, before each letter. */
function* split(from: string, all: Buffer): Generator<ReadMail> {
  if (all.length === 0) return;
  const text = all.toString('latin1');
  if (!text.startsWith('From ')) return yield { from, raw: all };
  for (const [at, part] of text.split(/(?:^|\r?\n\r?\n)From [^\n]*\n/).entries())
    if (part.trim() !== '')
      yield { from: `${from}, letter ${at}`, raw: Buffer.from(part.replaceAll(/^>(>*From )/gm, '$1'), 'latin1') };
}
