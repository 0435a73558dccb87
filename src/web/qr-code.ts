import { encodeQR } from 'qr';

/** A QR code as the path of its dark squares, one unit each, in a square of `size` units with its light margin of four. */
export interface QrCode {
  readonly size: number;
  readonly path: string;
}

/** 117 squares a side: beyond, a telephone held at a screen reads badly. */
const LARGEST = 17 + 4 * 25;
const MARGIN = 4;

/** Draws a text as a QR code (ISO/IEC 18004, error correction M); null when it would be too dense to be scanned. */
export function qrCodeOf(text: string): QrCode | null {
  const rows = attempt(() => encodeQR(text, 'raw', { ecc: 'medium', border: MARGIN }));
  if (rows === null || rows.length > LARGEST + 2 * MARGIN) return null;
  const path = rows.flatMap((row, y) => runsOf(row).map(({ from, length }) => `M${from} ${y}h${length}v1h-${length}z`));
  return { size: rows.length, path: path.join('') };
}

function runsOf(row: readonly boolean[]): { from: number; length: number }[] {
  const runs: { from: number; length: number }[] = [];
  for (let from = 0; from < row.length; from++) {
    let length = 0;
    while (row[from + length] === true) length += 1;
    if (length > 0) runs.push({ from, length });
    from += length;
  }
  return runs;
}

function attempt(encode: () => boolean[][]): boolean[][] | null {
  try {
    return encode();
  } catch {
    return null; // longer than any code holds
  }
}
