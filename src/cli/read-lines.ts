import { readFileSync } from 'node:fs';
import type { z } from 'zod';
import { decodeText } from '#decode-text.ts';
import { fault } from '#errors.ts';

/**
 * The lines of a text file in UTF-8, UTF-16 or Windows-1252, without the line feed at its end; none of an empty file.
 * @param expected what the file holds, for the message when it is not there
 * @throws FILE_MISSING, FILE_UNREADABLE
 */
export function readLines(file: string, expected: string): string[] {
  try {
    return linesOf(readFileSync(file));
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    if (code === 'ENOENT') throw fault('FILE_MISSING', { file, expected }, error);
    throw fault('FILE_UNREADABLE', { file, reason: code === 'EISDIR' ? 'it is a folder' : String(code) }, error);
  }
}

function linesOf(bytes: Uint8Array): string[] {
  const { text, charset } = decodeText(bytes);
  if (charset !== 'windows-1252') return split(text);
  // one line in Windows-1252 spoils none of the others
  return split(Buffer.from(bytes).toString('latin1')).map((line) => decodeText(Buffer.from(line, 'latin1')).text);
}

const split = (text: string): string[] => (text === '' ? [] : text.replace(/\r?\n$/, '').split(/\r?\n/));

/**
 * The values of a file of JSON lines; blank lines are passed over.
 * @param example what a line looks like, for the messages
 * @throws FILE_MISSING, FILE_UNREADABLE, FILE_ROW
 */
export function readJsonLines<T>(file: string, shape: z.ZodType<T>, what: string, example: string): T[] {
  return readLines(file, `one ${what} a line, as JSON`).flatMap((line, place) => {
    if (line.trim() === '') return [];
    try {
      return [shape.parse(JSON.parse(line))];
    } catch (error) {
      throw fault('FILE_ROW', { file, line: place + 1, problem: `it is not a ${what} such as ${example}` }, error);
    }
  });
}
