import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { fault } from '#errors.ts';

/**
 * The bytes of a file, or of the standard input when it is `-`, and of an endless one no more than `most` and one: the reader of them says that it is too
 * large.
 * @throws FILE_MISSING, FILE_UNREADABLE
 */
export async function readInput(file: string, expected: string, most: number): Promise<Uint8Array> {
  if (file === '-') return readStream(process.stdin, most + 1);
  try {
    return readFile(file, most + 1);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    throw code === 'ENOENT'
      ? fault('FILE_MISSING', { file, expected }, error)
      : fault('FILE_UNREADABLE', { file, reason: code === 'EISDIR' ? 'it is a folder' : code || String(error) }, error);
  }
}

/** The first bytes of a stream, which is left there. */
export async function readStream(stream: AsyncIterable<Uint8Array>, most: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of stream) {
    parts.push(part);
    size += part.length;
    if (size >= most) break;
  }
  return Buffer.concat(parts).subarray(0, most);
}

const piece = 64 * 1024;

function readFile(file: string, most: number): Uint8Array {
  const opened = openSync(file, 'r');
  try {
    // a device or a pipe has no size
    const room = Buffer.alloc(Math.min(most, Math.max(piece, fstatSync(opened).size + 1)));
    const parts: Uint8Array[] = [];
    for (let size = 0; size < most;) {
      const read = readSync(opened, room, 0, Math.min(room.length, most - size), null);
      if (read === 0) break;
      parts.push(Uint8Array.from(room.subarray(0, read)));
      size += read;
    }
    return Buffer.concat(parts);
  } finally {
    closeSync(opened);
  }
}
