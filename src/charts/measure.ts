// Widths of DejaVu Sans, in hundredths of the size, from the space to the tilde: wider than the letters of most screens, so that what fits here fits there.
const WIDTHS =
  '32 40 46 84 64 95 78 27 39 39 50 84 32 36 32 34 64 64 64 64 64 64 64 64 64 64 34 34 84 84 84 53 100 68 69 70 77 63 58 77 75 29 29 66 56 86 75 79 60 79 69 63 61 73 68 99 69 61 69 39 34 39 84 50 50 61 63 55 63 62 35 63 63 28 28 58 28 97 63 61 63 63 41 52 39 63 59 82 59 59 52 64 34 64 84'
    .split(' ')
    .map(Number);
const OTHER = 64;
const WIDE = 100;
const BOLD = 1.14;

/** How wide a text is when it is written in DejaVu Sans. @param size of the letters, in units of the sheet */
export function widthOf(text: string, size: number, bold = false): number {
  let hundredths = 0;
  for (const letter of text.normalize('NFD')) {
    const code = letter.codePointAt(0) ?? 0;
    if (code >= 0x300 && code < 0x370) continue; // accents stand over their letter
    if (code === 0x202f) hundredths += 20;
    else if (code === 0x2212) hundredths += 84; // minus
    else if (code === 0xa0 || code === 0x2019) hundredths += 32;
    else hundredths += WIDTHS[code - 32] ?? (code > 0x2e80 || code === 0x2014 ? WIDE : OTHER);
  }
  return ((hundredths * size) / 100) * (bold ? BOLD : 1);
}

/** The widest of several texts; 0 for none. */
export const widest = (texts: readonly string[], size: number, bold = false): number =>
  texts.reduce((most, text) => Math.max(most, widthOf(text, size, bold)), 0);

/** A text cut to a width, with an ellipsis when something is lost. */
export function cut(text: string, size: number, most: number, bold = false): string {
  if (widthOf(text, size, bold) <= most) return text;
  const letters = [...text];
  while (letters.length > 1 && widthOf(`${letters.join('').trimEnd()}…`, size, bold) > most) letters.pop();
  return `${letters.join('').trimEnd()}…`;
}

/** A text on several lines, broken at spaces that may break; the last line is cut when the text goes on. @param lines how many at most */
export function wrap(text: string, size: number, most: number, lines: number, bold = false): readonly string[] {
  const done: string[] = [];
  let line = '';
  const words = text.split(/[ \t\n\r]+/).filter((word) => word !== '');
  for (const [index, word] of words.entries()) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line === '' || widthOf(longer, size, bold) <= most) {
      line = longer;
      continue;
    }
    if (done.length === lines - 1) {
      line = [line, ...words.slice(index)].join(' ');
      break;
    }
    done.push(line);
    line = word;
  }
  if (line !== '') done.push(line);
  return done.map((one) => cut(one, size, most, bold));
}
