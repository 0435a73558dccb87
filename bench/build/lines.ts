/** A buffer that tab-separated rows are written into; `at` is the next free byte, `rows` the finished rows since it was opened. */
export type Lines = { bytes: Buffer; at: number; rows: number };

/** Short UTF-8 texts laid end to end: text k is `bytes[starts[k]]` to `bytes[starts[k + 1]]`. */
export type Pieces = { readonly bytes: Uint8Array; readonly starts: Int32Array; readonly count: number };

const capacity = 1 << 20;
const margin = 1 << 16;
const tab = 9;
const newline = 10;
const zero = 48;

/** An empty buffer of 1 MiB. */
export const openLines = (): Lines => ({ bytes: Buffer.allocUnsafeSlow(capacity), at: 0, rows: 0 });

/** True when fewer than 64 KiB are left: a title may be started below that, never above. */
export const isFull = (lines: Lines): boolean => lines.at > capacity - margin;

/** Hands over what was written and goes on in a fresh buffer, because the reader still holds the old one. */
export function takeBytes(lines: Lines): Buffer {
  const taken = lines.bytes.subarray(0, lines.at);
  lines.bytes = Buffer.allocUnsafeSlow(capacity);
  lines.at = 0;
  return taken;
}

/** Lays texts end to end. */
export function toPieces(texts: readonly string[]): Pieces {
  const encoded = texts.map((text) => Buffer.from(text));
  const starts = new Int32Array(texts.length + 1);
  for (const [k, text] of encoded.entries()) starts[k + 1] = (starts[k] ?? 0) + text.length;
  return { bytes: Buffer.concat(encoded), starts, count: texts.length };
}

/** Writes text k of the table. */
export function putPiece(lines: Lines, pieces: Pieces, k: number): void {
  const { bytes } = lines;
  const { bytes: source, starts } = pieces;
  const end = starts[k + 1] ?? 0;
  let { at } = lines;
  for (let from = starts[k] ?? 0; from < end; from++) bytes[at++] = source[from] ?? 0;
  lines.at = at;
}

/** Writes ASCII text; for the few constants of a row. */
export function putAscii(lines: Lines, text: string): void {
  for (let k = 0; k < text.length; k++) lines.bytes[lines.at++] = text.charCodeAt(k);
}

/** Writes one byte. */
export function putByte(lines: Lines, byte: number): void {
  lines.bytes[lines.at++] = byte;
}

/** Writes a whole number >= 0 below 2^31, with leading zeros up to `width` digits. */
export function putNumber(lines: Lines, value: number, width = 1): void {
  let digits = width;
  for (let bound = 10 ** width; value >= bound; bound *= 10) digits++;
  let rest = value;
  for (let at = lines.at + digits - 1; at >= lines.at; at--) {
    const quotient = (rest / 10) | 0;
    lines.bytes[at] = zero + rest - quotient * 10;
    rest = quotient;
  }
  lines.at += digits;
}

/** Writes `tt0000001`: at least seven digits. */
export function putTitleId(lines: Lines, number: number): void {
  lines.bytes[lines.at++] = 116;
  lines.bytes[lines.at++] = 116;
  putNumber(lines, number, 7);
}

/** Writes `nm0000001`: at least seven digits. */
export function putPersonId(lines: Lines, number: number): void {
  lines.bytes[lines.at++] = 110;
  lines.bytes[lines.at++] = 109;
  putNumber(lines, number, 7);
}

/** Writes the null of these files, `\N`. */
export function putNull(lines: Lines): void {
  lines.bytes[lines.at++] = 92;
  lines.bytes[lines.at++] = 78;
}

/** Ends a field. */
export function putTab(lines: Lines): void {
  lines.bytes[lines.at++] = tab;
}

/** Ends a row. */
export function endRow(lines: Lines): void {
  lines.bytes[lines.at++] = newline;
  lines.rows++;
}
