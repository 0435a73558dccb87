/** How a short message travels: 7 bits a letter where all of them are of the GSM alphabet, else 16; in how many parts. 3GPP TS 23.038, 23.040. */
export interface Measured {
  readonly alphabet: 'gsm-7' | 'ucs-2';
  /** Letters of 7 bits (some take two), or units of 16 bits. */
  readonly units: number;
  readonly segments: number;
}

const basic = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
);
const extended = new Set('^{}\\[~]|€\f');
/** One message, and each part of a longer one. */
const rooms = { 'gsm-7': [160, 153], 'ucs-2': [70, 67] } as const;

/** Measures a text as a network counts it. A letter of two units is never cut between two parts. */
export function measure(text: string): Measured {
  const letters = [...text];
  const plain = letters.every((letter) => basic.has(letter) || extended.has(letter));
  const alphabet = plain ? 'gsm-7' : 'ucs-2';
  const sizes = letters.map((letter) => (plain ? (basic.has(letter) ? 1 : 2) : letter.length));
  const units = sizes.reduce((sum, size) => sum + size, 0);
  const [alone, part] = rooms[alphabet];
  if (units <= alone) return { alphabet, units, segments: 1 };
  let [segments, filled] = [1, 0];
  for (const size of sizes) {
    if (filled + size > part) [segments, filled] = [segments + 1, 0];
    filled += size;
  }
  return { alphabet, units, segments };
}

/** The same words in letters of the GSM alphabet as far as it has their like: a typographic apostrophe alone would halve the room. */
export const plainLetters = (text: string): string =>
  [...text.normalize('NFC').replaceAll(/\p{C}/gu, (letter) => (letter === '\n' ? letter : ''))]
    .map((letter) => (basic.has(letter) || extended.has(letter) ? letter : (likes.get(letter) ?? bare(letter))))
    .join('')
    .replaceAll(/[ \t]+/g, ' ')
    .trim();

const likes = new Map([
  ['’', "'"],
  ['‘', "'"],
  ['«', '"'],
  ['»', '"'],
  ['“', '"'],
  ['”', '"'],
  ['–', '-'],
  ['—', '-'],
  ['…', '...'],
  ['œ', 'oe'],
  ['Œ', 'OE'],
  ['·', '-'],
  ['\u00a0', ' '],
  ['\u202f', ' '],
]);

/** Without its accent where only the accent is missing; else as it is. */
function bare(letter: string): string {
  const [base = letter] = letter.normalize('NFD');
  return basic.has(base) ? base : letter;
}

/** What a message says: who speaks, what, where to read on, how to end it; in `most` parts at most, the middle cut where it must be. */
export function shortMessage(
  {
    from,
    text,
    link,
    stop,
  }: { readonly from: string; readonly text: string; readonly link: string; readonly stop: string },
  most = 2,
): string {
  const [sender, words, end] = [plainLetters(from), plainLetters(text), plainLetters(stop)];
  const written = (some: string): string => [`${sender}: ${some}`, link, end].filter((part) => part !== '').join(' ');
  if (measure(written(words)).segments <= most) return written(words);
  const letters = [...words];
  let [low, high] = [0, letters.length];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (measure(written(cutAt(letters, middle))).segments <= most) low = middle;
    else high = middle - 1;
  }
  return written(cutAt(letters, low));
}

const cutAt = (letters: readonly string[], length: number): string =>
  length === 0 ? '' : `${letters.slice(0, length).join('').trimEnd()}...`;
