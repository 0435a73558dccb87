import { problem } from '#programme/read/draft.ts';
import { isRule, longestRow, saysHour, saysNothing, separatorOf } from '#programme/read/grid/cells.ts';
import { readDayCell } from '#programme/read/grid/day-cells.ts';
import { dayHeader, type Header } from '#programme/read/grid/header.ts';
import { isRoomName, type Around } from '#programme/read/grid/headings.ts';
import { opensLikeCredits, rowAt } from '#programme/read/grid/row-lines.ts';
import { sideHeader } from '#programme/read/grid/side-header.ts';
import { placeCells, startOf, type PlacedCells } from '#programme/read/grid/placed-cells.ts';
import { tokensOf } from '#programme/read/tokens.ts';
import { isTitle } from '#programme/read/words-of-line.ts';

/** A row of a table, its cells at their columns. */
export interface Row extends PlacedCells {
  /** From 1. */
  readonly line: number;
  readonly text: string;
  /** Nothing stands between it and the row above. */
  readonly follows: boolean;
  /** The place, and the room, of the lines over it. */
  readonly venue: string;
  readonly room: string;
}

/** The rows under a heading, and the line after the last of them. */
export interface Rows {
  readonly rows: readonly Row[];
  readonly next: number;
  /** Lines between the rows that announce nothing. */
  readonly aside: readonly number[];
}

/** Lines between two rows of one table, films without a showing among them; and after a blank line, the name of a part. */
const [mostBetween, mostApart] = [12, 2];

/** Reads rows until the table ends: at another heading, at a line that no table has, or at a row without hours after a blank line. */
export function rowsUnder(around: Around, header: Header & { readonly left?: string }, above: string): Rows {
  const { lines } = around;
  const rows: Row[] = [];
  const aside: number[] = [];
  let [venue, room] = [above, ''];
  let [follows, next] = [true, header.next];
  let between: number[] = [];
  let title = '';
  for (let at = header.next; at < lines.length;) {
    const line = lines[at] ?? '';
    if (line.length > longestRow || between.length > (follows || title !== '' ? mostBetween : mostApart)) break;
    if (!/[\p{L}\p{N}]/u.test(line)) {
      // a rule, or a row of nothing, is of the table
      if (!isRule(line)) [follows, title] = [false, ''];
      at += 1;
      continue;
    }
    const row = rowAt(lines, at, header.separator, { width: header.columns.length, titled: isTitled(header) });
    const isRow =
      header.separator === ' '
        ? saysHour(line) || row.cells.slice(1).some(({ text }) => saysNothing(text))
        : separatorOf(row.text.replaceAll('\n', ' ')) === header.separator ||
          (header.left === 'days' && readDayCell(line.trim(), around.today) !== null);
    if (!isRow) {
      const said = line.trim();
      if (around.isVenue(said)) [venue, room] = [said, ''];
      else if (isRoomName(said)) room = said;
      else if (said.length > 120 || tokensOf(said, around.today).some(({ kind }) => kind !== 'text')) break;
      else {
        between.push(at + 1);
        if (isTitle(said)) title = said;
        spoil(rows, said, header, follows);
      }
      follows = false;
      at += 1;
      continue;
    }
    if (dayHeader(around, at) !== null || sideHeader(around, at) !== null) break;
    const read = placeCells(row.cells, header);
    const timed = saysHour(row.text);
    const dated =
      header.left === undefined &&
      tokensOf(line.slice(0, 500), around.today).some(({ kind }) => kind === 'day' || kind === 'range');
    if (
      header.separator === ' '
        ? dated
        : (!follows && rows.length > 0 && !timed && header.left === undefined) || (dated && !follows)
    )
      break;
    const wrapped = title !== '' && isRest(read.head[0]?.text ?? '', title, header);
    rows.push({
      ...read,
      problems: wrapped ? [problem('cell', { text: title })] : read.problems,
      line: at + 1,
      text: row.text,
      follows,
      venue,
      room,
    });
    aside.push(...between);
    [between, follows, title] = [[], true, ''];
    at = row.next;
    next = at;
  }
  return { rows: withoutCollapsed(rows), next, aside };
}

/** When a row has lost its alignment, so may have the others in which the same few spaces part all cells. */
function withoutCollapsed(rows: readonly Row[]): Row[] {
  const lost = rows.some(({ even, problems }) => even && problems.length > 0);
  return rows.map((row) =>
    lost && row.even && row.problems.length === 0
      ? { ...row, problems: [problem('unaligned', { text: row.text })] }
      : row,
  );
}

/** Whether films stand at the left: what opens with an hour is then no row of its own. */
const isTitled = ({ columns, left }: Header & { readonly left?: string }): boolean =>
  left === undefined && columns[0]?.role !== 'data';

/** A line of words against a row whose title fills its column, or goes on in small letters: the title may have two lines. */
const isRest = (below: string, above: string, header: Header): boolean =>
  /^\p{Ll}/u.test(below) ||
  opensLikeCredits(below) ||
  (header.separator === ' ' && above.length > startOf(header) * 0.7 && below !== '');

function spoil(rows: Row[], said: string, header: Header, follows: boolean): void {
  const last = rows.at(-1);
  if (last === undefined || !follows || header.separator !== ' ') return;
  const title = last.head[0]?.text ?? '';
  if (title !== '' && (/^\p{Ll}/u.test(said) || (title.length > startOf(header) * 0.7 && isTitle(said))))
    rows.splice(-1, 1, { ...last, problems: [problem('cell', { text: `${title} ${said}` })] });
}
