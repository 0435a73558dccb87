import { readTitle, saysMarks, trimTitle } from '#programme/read/titles.ts';
import { tokensOf } from '#programme/read/tokens.ts';
import { titleFields } from '#programme/read/words-of-line.ts';

/** A part of a cell: a day, an hour, marks (VOST, a room, a price), a place of the house, or other words. */
export interface Piece {
  readonly kind: 'day' | 'time' | 'range' | 'marks' | 'venue' | 'words';
  readonly text: string;
  /** Which line of the cell, or which side of a slash. */
  readonly part: number;
}

/** Cuts a cell into its pieces. */
export function piecesOf(
  cell: string,
  { today, isVenue }: { readonly today: Temporal.PlainDate; readonly isVenue: (text: string) => boolean },
): Piece[] {
  return partsOf(cell).flatMap((said, part) =>
    tokensOf(said, today).map(({ kind, text }): Piece => {
      if (kind !== 'text') return { kind, text, part };
      return { kind: isMarks(text) ? 'marks' : isVenue(bare(text)) ? 'venue' : 'words', text, part };
    }),
  );
}

/** The lines of a cell, and what slashes part in them: `14h30 / 20h30`, `15h Flow / 20h30 Playtime`. */
const partsOf = (cell: string): string[] =>
  cell
    .replaceAll(/(?<![\d.,])(\d{1,2})\.([0-5]\d)(?![\d.,]|\s?(?:€|eur))/gi, '$1:$2')
    .replaceAll(/(?<=\d[hH:]\d{2}|\d[hH])(?=V[OF])/g, ' ')
    .split(/\n|\s+\/\s+|(?<=\d\s?[hH:]\d{0,2})\s?\/\s?(?=\d{1,2}\s?[hH:])/)
    .filter((part) => part.trim() !== '');

/** Whether words after an hour say marks, a room or a price, and nothing else. */
export function isMarks(text: string): boolean {
  const { title = '', price, screen } = titleFields(text);
  return title === '' || !/[\p{L}\p{N}]/u.test(title) ? price !== undefined || screen !== undefined : saysMarks(title);
}

/** Words without the brackets and the dashes around them. */
export const bare = (text: string): string => text.replaceAll(/^[\s(:,•*–—-]+|[\s):,•*–—-]+$/g, '');

/** Whether words say of a film its length, its version, who made it, what kind it is, and nothing else. */
export const isDetails = (text: string): boolean =>
  text.length <= 200 && readTitle(`x (${listed(text)})`).title === 'x';

/** A title and what is said beside it, so that the reader of titles finds it: “Flow 1h25” has its length in brackets. */
export const titleWith = (title: string, details: readonly string[] = []): string =>
  [
    trimTitle(title).replace(/(?<=\S)\s+(\d\s?h(?:\s?\d{2})?|\d{2,3}\s?(?:min|mn|['’′]))\s*$/i, ' ($1)'),
    ...details.map((one) => `(${listed(one)})`),
  ].join(' ');

/** What is in brackets, after dashes or on further lines, parted by commas. */
const listed = (text: string): string =>
  text
    .replaceAll(/[()[\]]|\s[-–—|•·]\s|\n/g, ', ')
    .replaceAll(/\s*,[\s,]*/g, ', ')
    .replaceAll(/^, |, $/g, '')
    .trim();
