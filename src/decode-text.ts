import { isUtf8 } from 'node:buffer';

/** A text, and what it was written in. */
export interface DecodedText {
  readonly text: string;
  readonly charset: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';
}

/** The text of bytes, without its mark: UTF-8 or UTF-16, else Windows-1252, as old spreadsheets write. Of what is no text it makes signs without sense. */
export function decodeText(bytes: Uint8Array): DecodedText {
  const charset = utf16Of(bytes) ?? (isUtf8(bytes) ? 'utf-8' : 'windows-1252');
  return { text: new TextDecoder(charset).decode(bytes), charset };
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

const LOOKED_AT = 4096;
