import { cut, longestRow, type Cell, type Separator } from '#programme/read/grid/cells.ts';
import { isDetails, isMarks } from '#programme/read/grid/cell-pieces.ts';

/** A row of a table as it was pasted: on one line, or on several when its cells hold several. */
export interface RowLines {
  readonly cells: readonly Cell[];
  /** All its lines. */
  readonly text: string;
  /** The line after it. */
  readonly next: number;
}

/** A cell of more lines is no cell of a programme. */
const mostLines = 16;

/**
 * The row that begins at a line. What Word and web pages give of a cell of several lines goes on at the next line: it is known by an hour, or by marks, where
 * a title should be; spreadsheets write such a cell in quotes.
 */
export function rowAt(
  lines: readonly string[],
  at: number,
  separator: Separator,
  { width, titled }: { readonly width: number; readonly titled: boolean },
): RowLines {
  const first = lines[at] ?? '';
  if (separator !== '\t') return { cells: cut(first, separator), text: first, next: at + 1 };
  let text = first;
  let next = at + 1;
  const more = (): string | undefined =>
    next - at < mostLines && (lines[next] ?? '').length <= longestRow ? lines[next] : undefined;
  for (let line = more(); isOpen(text) && line !== undefined; line = more()) {
    text += `\n${line}`;
    next += 1;
  }
  if (isOpen(text)) [text, next] = [first, at + 1];
  let line = more();
  if (!text.includes('\t') && line?.includes('\t') === true && isCredits(line.split('\t')[0] ?? '')) {
    // a title, and on the next line of its cell who made it
    text += `\n${line}`;
    next += 1;
    line = more();
  }
  let cells = text.split('\t');
  const goesOn = titled ? saysHours : opensWithHour;
  while (line !== undefined && cells.length > 1 && !goesOn(cells[0] ?? '')) {
    const [begun = '', ...rest] = line.split('\t');
    if (!goesOn(begun) || cells.length + rest.length > width) break;
    text += `\n${line}`;
    next += 1;
    cells = [...cells.slice(0, -1), `${cells.at(-1) ?? ''}\n${begun}`, ...rest];
    line = more();
  }
  return { cells: cut(cells.join('\t'), '\t'), text, next };
}

const hour = '\\d{1,2}\\s?(?:[hH](?:\\s?\\d{2})?(?!\\p{L})|:\\d{2})';
const opening = new RegExp(`^\\W*${hour}`, 'u');
const hours = new RegExp(hour, 'gu');
const opensWithHour = (text: string): boolean => opening.test(text) || isMarks(text);
/** Hours and marks, and nothing that may be a title. */
const saysHours = (text: string): boolean => {
  const rest = text.replaceAll(hours, ' ');
  return text.trim() !== '' && (isMarks(text) || (rest !== text && (!/[\p{L}\p{N}]/u.test(rest) || isMarks(rest))));
};

/** “De Gaulle” is who made a film, or a film: it is not put with the line above. */
export const opensLikeCredits = (text: string): boolean => /^\W*(?:de|avec|réal\p{L}*)\s|^\W*d[’']/iu.test(text);
const isCredits = (text: string): boolean =>
  text.trim() !== '' && !opensWithHour(text) && !opensLikeCredits(text) && isDetails(text);

/** Whether a quoted cell is not closed yet. */
const isOpen = (text: string): boolean =>
  text.includes('"') &&
  text.split('\t').some((cell) => cell.startsWith('"') && (cell.match(/"/g)?.length ?? 0) % 2 === 1);
