import { readFileSync } from 'node:fs';
import { buffer } from 'node:stream/consumers';
import { fault } from '#errors.ts';

/** The bytes of a file, or of the standard input when it is `-`. @throws FILE_MISSING, FILE_UNREADABLE */
export async function readInput(file: string, expected: string): Promise<Uint8Array> {
  if (file === '-') return buffer(process.stdin);
  try {
    return readFileSync(file);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    throw code === 'ENOENT'
      ? fault('FILE_MISSING', { file, expected }, error)
      : fault('FILE_UNREADABLE', { file, reason: code || String(error) }, error);
  }
}
