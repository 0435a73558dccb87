import { isUtf8 } from 'node:buffer';
import { closeSync, createReadStream, openSync, readSync } from 'node:fs';
import type { Readable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { constants, createGunzip } from 'node:zlib';
import { fault, LanterneError } from '#errors.ts';

/** Where the reader of the blocks stands: it moves `line` (1 for the header) past each block, so that a fault can name its line. */
export interface Cursor {
  line: number;
}

const blockSize = 1 << 20;

/**
 * Streams a plain or gzip file as blocks of whole lines (the very last may lack its line feed), checking as it goes what a database's reader would let pass:
 * an Excel workbook under another name, bytes that are not UTF-8, a compressed file that ends too early.
 * @throws FILE_MISSING, FILE_UNREADABLE, FILE_IS_XLSX, FILE_NOT_UTF8, FILE_TRUNCATED
 */
export async function* lineBlocks(path: string, cursor: Cursor): AsyncGenerator<Buffer> {
  const compressed = isGzip(path);
  const file = createReadStream(path, { highWaterMark: blockSize });
  const stream: Readable = compressed ? file.pipe(createGunzip({ chunkSize: blockSize })) : file;
  file.on('error', (error) => stream.destroy(error));
  let rest: Buffer = Buffer.alloc(0);
  try {
    for await (const chunk of stream) {
      const piece: Buffer = chunk;
      const end = piece.lastIndexOf(10) + 1;
      if (end === 0) {
        rest = Buffer.concat([rest, piece]);
        continue;
      }
      const bytes = rest.length === 0 ? piece.subarray(0, end) : Buffer.concat([rest, piece.subarray(0, end)]);
      rest = Buffer.from(piece.subarray(end));
      requireUtf8(bytes, cursor.line, path);
      yield bytes;
    }
  } catch (error) {
    if (isDamage(error)) throw fault('FILE_TRUNCATED', { file: path, line: await wholeLines(path) }, error);
    if (error instanceof Error && 'syscall' in error && error.syscall === 'read')
      throw fault('FILE_UNREADABLE', { file: path, reason: error.message }, error);
    // A damaged file may hold any bytes: its damage is the fault to name.
    if (error instanceof LanterneError && error.code === 'FILE_NOT_UTF8') await requireWhole(path);
    throw error;
  } finally {
    file.destroy();
  }
  if (rest.length > 0) {
    requireUtf8(rest, cursor.line, path);
    yield rest;
  }
}

/**
 * Reads a gzip file to its end for its own checks; a plain file has none.
 * @throws FILE_TRUNCATED
 */
export async function requireWhole(path: string): Promise<void> {
  if (!isGzip(path)) return;
  const file = createReadStream(path, { highWaterMark: blockSize });
  const stream = file.pipe(createGunzip({ chunkSize: blockSize }));
  file.on('error', (error) => stream.destroy(error));
  try {
    stream.resume();
    await finished(stream);
  } catch (error) {
    if (isDamage(error)) throw fault('FILE_TRUNCATED', { file: path, line: await wholeLines(path) }, error);
    throw error;
  }
}

/** Lines in a block of whole lines. */
export function countLines(bytes: Buffer): number {
  let lines = 0;
  for (let at = bytes.indexOf(10); at !== -1; at = bytes.indexOf(10, at + 1)) lines++;
  return lines;
}

function isDamage(error: unknown): boolean {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('Z_');
}

/** Whole lines that a damaged gzip file still holds: small steps, as those that meet the damage give nothing. */
async function wholeLines(path: string): Promise<number> {
  const file = createReadStream(path, { highWaterMark: 1 << 12 });
  const stream = file.pipe(createGunzip({ chunkSize: 1 << 12, finishFlush: constants.Z_SYNC_FLUSH }));
  file.on('error', (error) => stream.destroy(error));
  let lines = 0;
  try {
    for await (const piece of stream) lines += countLines(piece);
  } catch (error) {
    if (!isDamage(error)) throw error;
  }
  return lines;
}

function isGzip(path: string): boolean {
  const head = Buffer.alloc(4);
  let descriptor: number;
  try {
    descriptor = openSync(path, 'r');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT')
      throw fault('FILE_MISSING', { file: path, expected: 'it' }, error);
    throw fault(
      'FILE_UNREADABLE',
      { file: path, reason: error instanceof Error ? error.message : String(error) },
      error,
    );
  }
  try {
    const length = readSync(descriptor, head, 0, 4, 0);
    if (length === 0) throw fault('FILE_EMPTY', { file: path });
  } catch (error) {
    if (error instanceof LanterneError) throw error;
    throw fault(
      'FILE_UNREADABLE',
      {
        file: path,
        reason: error instanceof Error && 'code' in error && error.code === 'EISDIR' ? 'it is a folder' : String(error),
      },
      error,
    );
  } finally {
    closeSync(descriptor);
  }
  if (head[0] === 0x50 && head[1] === 0x4b && head[2] === 3 && head[3] === 4)
    throw fault('FILE_IS_XLSX', { file: path });
  return head[0] === 0x1f && head[1] === 0x8b;
}

function requireUtf8(bytes: Buffer, firstLine: number, path: string): void {
  if (isUtf8(bytes)) return;
  let line = firstLine;
  let from = 0;
  for (let end = bytes.indexOf(10, from); end !== -1; end = bytes.indexOf(10, from)) {
    if (!isUtf8(bytes.subarray(from, end))) break;
    from = end + 1;
    line++;
  }
  throw fault('FILE_NOT_UTF8', { file: path, line });
}
