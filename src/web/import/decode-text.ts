import { UnreadableFile } from '#web/import/taste-row.ts';

/**
 * The text of a file: UTF-8 or UTF-16, with or without its mark, else Windows-1252, as old spreadsheets write.
 * @throws UnreadableFile when it is empty, is no text, or is a web page
 */
export function decodeText(bytes: Uint8Array): string {
  const text = decode(bytes).replace(/^\ufeff/, '');
  if (text.trim() === '') throw new UnreadableFile('empty');
  if (text.includes('\u0000')) throw new UnreadableFile('binary');
  if (/^\s*<(?:!doctype|html|\?xml|head|body|script)/i.test(text)) throw new UnreadableFile('page');
  return text;
}

function decode(bytes: Uint8Array): string {
  const utf16 = utf16Of(bytes);
  if (utf16 !== null) return new TextDecoder(utf16).decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    if (isBinary(bytes)) throw new UnreadableFile('binary');
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** By its mark, else by where its zero bytes stand: Latin letters in UTF-16 are every other byte zero. */
function utf16Of(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const begin = bytes.subarray(0, LOOKED_AT);
  const zeros = [0, 0];
  for (const [at, byte] of begin.entries()) if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  if (odd > begin.length / 4 && even === 0) return 'utf-16le';
  return even > begin.length / 4 && odd === 0 ? 'utf-16be' : null;
}

// a picture or a program soon has bytes that no text has
function isBinary(bytes: Uint8Array): boolean {
  const begin = bytes.subarray(0, LOOKED_AT);
  return begin.some((byte) => byte < 9 || (byte > 13 && byte < 32 && byte !== 27) || byte === 127);
}

const LOOKED_AT = 4096;
