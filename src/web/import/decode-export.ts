import { decodeText } from '#decode-text.ts';
import { UnreadableFile } from '#web/import/taste-row.ts';

/**
 * The text of an export.
 * @throws UnreadableFile when it is empty, is no text, or is a web page
 */
export function decodeExport(bytes: Uint8Array): string {
  const { text, charset } = decodeText(bytes);
  if (charset === 'windows-1252' && isBinary(bytes)) throw new UnreadableFile('binary');
  if (text.trim() === '') throw new UnreadableFile('empty');
  if (text.includes('\u0000')) throw new UnreadableFile('binary');
  if (/^\s*<(?:!doctype|html|\?xml|head|body|script)/i.test(text)) throw new UnreadableFile('page');
  return text;
}

// a picture or a program soon has bytes that no text has
function isBinary(bytes: Uint8Array): boolean {
  const begin = bytes.subarray(0, LOOKED_AT);
  return begin.some((byte) => byte < 9 || (byte > 13 && byte < 32 && byte !== 27) || byte === 127);
}

const LOOKED_AT = 4096;
