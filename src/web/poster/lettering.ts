/** How letters look: the family of faces and the estimated widths that go with them. */
export type Face = 'serif' | 'sans';

/** A title set in lines: every line fits the width at `size`, and all of them fit the height. */
export interface SetTitle {
  readonly lines: readonly string[];
  readonly size: number;
  readonly leading: number;
}

const LARGEST = 56;
const SMALLEST = 13;
const MOST_LINES = 6;
const LONGEST_TITLE = 160;
const LEADING = 1.08;

// widths in hundredths of an em: Georgia Bold and Arial Bold, the widest of their stacks
const WIDTHS: Record<Face, readonly [letters: string, width: number][]> = {
  serif: [
    ["'’.,:;|·", 34],
    ['ijl !()[]-‐', 36],
    ['ftrI/«»', 46],
    ['csz“”"*', 52],
    ['aegvxyJ?', 60],
    ['bdhknopquSL', 69],
    ['0123456789CEFPTYZ', 73],
    ['ABKRXV', 79],
    ['DGOQNHUw', 87],
    ['mMW—…%@&', 113],
  ],
  sans: [
    ["'’.,:;|ijlI !·()[]", 34],
    ['ftr-‐/*', 40],
    ['aceksvxyzJ0123456789“”"«»', 57],
    ['bdghnopquFLTZ?', 63],
    ['ABCDEHKNPRSUVXY&', 73],
    ['GOQMw', 84],
    ['mW—…%@', 98],
  ],
};
const UNKNOWN_LETTER = 78;
const WIDE_LETTER = 104;
const tables: Record<Face, ReadonlyMap<string, number>> = { serif: tableOf('serif'), sans: tableOf('sans') };

/** The estimated width of a text, in ems. Generous: real faces are narrower. */
export function widthOf(text: string, face: Face, spacing = 0): number {
  let width = 0;
  for (const letter of text) width += letterWidth(letter, face) + spacing * 100;
  return width / 100;
}

/**
 * Sets a title as large as it can be in a box of `width` by `height`: balanced lines that do not end with a small word, French
 * signs kept with their word. A title too long for the smallest size ends with "…".
 */
export function setTitle(title: string, face: Face, spacing: number, width: number, height: number): SetTitle {
  const words = wordsOf(title.length > LONGEST_TITLE ? `${title.slice(0, LONGEST_TITLE).trimEnd()}…` : title);
  const measure = (text: string): number => widthOf(text, face, spacing);
  const measured = { words, widths: words.map(measure), space: measure(' ') };
  for (let size = LARGEST; size >= SMALLEST; size -= 1) {
    const lines = breakLines(measured, width / size, Math.min(MOST_LINES, Math.floor(height / (size * LEADING))));
    if (lines !== null) return { lines, size, leading: size * LEADING };
  }
  const most = Math.max(1, Math.min(MOST_LINES, Math.floor(height / (SMALLEST * LEADING))));
  return { lines: breakAnywhere(words, width / SMALLEST, most, measure), size: SMALLEST, leading: SMALLEST * LEADING };
}

function tableOf(face: Face): Map<string, number> {
  return new Map(WIDTHS[face].flatMap(([letters, width]) => Array.from(letters, (letter) => [letter, width] as const)));
}

function letterWidth(letter: string, face: Face): number {
  const table = tables[face];
  const own = table.get(letter);
  if (own !== undefined) return own;
  const bare = letter.normalize('NFD').charAt(0);
  const code = letter.codePointAt(0) ?? 0;
  return table.get(bare) ?? (code >= 0x1100 ? WIDE_LETTER : UNKNOWN_LETTER);
}

/** Words that may be parted by a line break; "Qui est là ?" has no break before its question mark. */
function wordsOf(title: string): string[] {
  const tied = title
    .replaceAll(/\s+/g, ' ')
    .trim()
    .replaceAll(/ (?=[?!:;»])|(?<=«) /g, '\u00a0');
  return tied === '' ? [] : tied.split(' ');
}

const SMALL_WORD = /^(?:[aà]|le|la|les|l’|un|une|des|du|de|d’|et|en|au|aux|the|an|of|and|in|on|to|&|–|—|-)$/iu;

interface Measured {
  readonly words: readonly string[];
  readonly widths: readonly number[];
  readonly space: number;
}

/** The fewest lines that hold the words, with the least uneven ends (dynamic programming); null when they do not fit. */
function breakLines(measured: Measured, width: number, most: number): string[] | null {
  const { words, widths, space } = measured;
  if (words.length === 0) return [];
  if (Math.max(...widths) > width) return null;
  const total = widths.reduce((sum, one) => sum + one + space, -space);
  const least = Math.max(1, Math.ceil(total / (width + space)));
  for (let count = least; count <= Math.min(most, words.length); count++) {
    const lines = evenest(measured, count, width);
    if (lines !== null) return lines;
  }
  return null;
}

interface Setting {
  readonly cost: number;
  readonly starts: readonly number[];
}

function evenest({ words, widths, space }: Measured, count: number, width: number): string[] | null {
  let reached: (Setting | null)[] = [{ cost: 0, starts: [] }, ...words.map(() => null)];
  for (let line = 1; line <= count; line++) {
    reached = reached.map((_, end) => {
      const dangling = end < words.length && SMALL_WORD.test(words[end - 1] ?? '') ? width * width : 0;
      let best: Setting | null = null;
      let used = -space;
      for (let start = end - 1; start >= line - 1; start--) {
        used += (widths[start] ?? 0) + space;
        if (used > width) break;
        const before = reached[start];
        if (!before) continue;
        const cost = before.cost + (width - used) ** 2 + dangling;
        if (best === null || cost < best.cost) best = { cost, starts: [...before.starts, start] };
      }
      return best;
    });
  }
  const { starts } = reached[words.length] ?? {};
  return starts?.map((start, at) => words.slice(start, starts[at + 1]).join(' ')) ?? null;
}

function breakAnywhere(
  words: readonly string[],
  width: number,
  most: number,
  measure: (text: string) => number,
): string[] {
  const lines: string[] = [''];
  for (const letter of words.join(' ')) {
    const line = lines.at(-1) ?? '';
    if (measure(line + letter) <= width) lines[lines.length - 1] = line + letter;
    else if (lines.length < most) lines.push(letter.trim());
    else return [...lines.slice(0, -1), ellipsis(line, width, measure)];
  }
  return lines;
}

/** The text cut so that "…" fits after it. */
export function ellipsis(text: string, width: number, measure: (text: string) => number): string {
  const letters = Array.from(text);
  while (letters.length > 0 && measure(`${letters.join('').trimEnd()}…`) > width) letters.pop();
  return `${letters.join('').trimEnd()}…`;
}
