import { fieldNamed } from '#programme/read/csv.ts';
import { columnOf } from '#programme/read/grid/columns.ts';
import { cut, mostCells, saysHour, separatorOf, type Cell, type Separator } from '#programme/read/grid/cells.ts';
import { orderDays, readDayCell, type OrderedDay } from '#programme/read/grid/day-cells.ts';
import {
  placeFields,
  plainColumn,
  readHeading,
  type Around,
  type Column,
  type Heading,
} from '#programme/read/grid/headings.ts';
import { mergeOver } from '#programme/read/grid/merged.ts';
import { weekAt } from '#programme/read/grid/week-said.ts';

/** The columns of a table of days, and where its rows begin. */
export interface Header {
  readonly separator: Separator;
  readonly columns: readonly Column[];
  /** The line after it. */
  readonly next: number;
  /** The days that no date nor week says: the first to come. */
  readonly supposed: readonly Temporal.PlainDate[];
}

/** The days at the head of a table, if it is one that begins at this line. */
export function dayHeader(around: Around, at: number): Header | null {
  const { lines } = around;
  const first = lines[at] ?? '';
  const separator = separatorOf(first);
  if (separator === null || (separator !== '\t' && saysHour(first))) return null;
  const begun = headingCells(lines, at, separator);
  if (begun.cells.length > mostCells || begun.cells.some(({ text }) => saysHour(text))) return null;
  const plain = begun.cells.map((cell) => readHeading(cell, around));
  const numbered = withNumbers(begun.cells, plain, lines[begun.next] ?? '', separator);
  const cells = numbered ?? begun.cells;
  const next = begun.next + (numbered === null ? 0 : 1);
  const headings = numbered === null ? plain : cells.map((cell) => readHeading(cell, around));
  const days = headings.filter((one) => one?.day !== null && one?.day !== undefined && one.day.kind !== 'wrong');
  const titled = cells.some(({ text }) => fieldNamed(text) === 'title');
  if (days.length < (titled ? 1 : 2)) return null;
  return assemble(around, { at, next, separator, cells, headings });
}

function assemble(
  around: Around,
  {
    at,
    next,
    separator,
    cells,
    headings,
  }: {
    readonly at: number;
    readonly next: number;
    readonly separator: Separator;
    readonly cells: readonly Cell[];
    readonly headings: readonly (Heading | null)[];
  },
): Header {
  const inOrder = orderDays(weekAt(around.weeks, at), around.today);
  const supposed: Temporal.PlainDate[] = [];
  let begun = false;
  const columns = cells.map((cell, place): Column => {
    const heading = headings[place] ?? null;
    const day = heading?.day ?? null;
    if (heading === null || day === null) {
      // a heading beside days that is a place or a mark holds nothing by itself
      const column = plainColumn(cell, !begun);
      return column.role === 'head' && begun && column.field === null ? { ...column, role: 'aside' } : column;
    }
    begun = true;
    const ordered: OrderedDay = inOrder(day, cell.text);
    const label = cell.text.replaceAll('\n', ' ').trim();
    const column = { from: cell.from, to: cell.to, label, role: 'data', field: null, words: '' } as const;
    if ('wrong' in ordered) return { ...column, fields: heading.fields, wrong: ordered.wrong };
    if (ordered.supposed) supposed.push(ordered.date);
    return { ...column, fields: { ...heading.fields, date: ordered.date.toString() }, wrong: heading.wrong };
  });
  // spaces say nothing of what stands before the days
  if (separator === ' ')
    return {
      separator,
      next,
      supposed,
      columns: columns.filter(
        ({ role }, place) => role === 'data' || place > columns.findIndex((one) => one.role === 'data'),
      ),
    };
  const under = separatorOf(around.lines[next] ?? '') === separator ? cut(around.lines[next] ?? '', separator) : [];
  const merged = mergeOver(columns, under, (text) => placeFields(text, around.isVenue));
  return { separator, next: next + (merged.used ? 1 : 0), supposed, columns: merged.columns };
}

/** The cells of a heading; those that Word broke (`Mer`, and `25/11` at the next line) are put together. */
function headingCells(
  lines: readonly string[],
  at: number,
  separator: Separator,
): { readonly cells: readonly Cell[]; readonly next: number } {
  const first = lines[at] ?? '';
  if (separator !== '\t') return { cells: apart(cut(first, separator)), next: at + 1 };
  let cells = first.split('\t');
  let next = at + 1;
  while (next - at < mostCells) {
    const last = (cells.at(-1) ?? '').replaceAll('"', '').trim();
    const [begun = '', ...rest] = (lines[next] ?? '').split('\t');
    const date = begun.replaceAll('"', '').trim();
    if (!/^\p{L}{2,9}\.?$/u.test(last) || !/^\d{1,2}(?:er)?(?:[/.]\d|\s\p{L}|$)/u.test(date)) break;
    if (readDayCell(last, noDay)?.kind !== 'weekday') break;
    cells = [...cells.slice(0, -1), `${last} ${date}`, ...rest];
    next += 1;
  }
  return { cells: cut(cells.join('\t'), '\t'), next };
}

/** Whether a word is a weekday does not depend on the day. */
const noDay = Temporal.PlainDate.from('2000-01-01');

/** Days that a single space parts, where only two part cells. */
function apart(cells: readonly Cell[]): Cell[] {
  return cells.flatMap((cell) => {
    const words = [...cell.text.matchAll(/\p{L}+\.? \d{1,2}(?:er|\/\d{1,2})?(?= \p{L}|$)/gu)];
    const whole = words.map(([text]) => text).join(' ') === cell.text && words.length > 1;
    return whole
      ? words.map(({ 0: text, index }) => ({ text, from: cell.from + index, to: cell.from + index + text.length }))
      : [cell];
  });
}

/** A second line of headings with the number of each day; null when it is none. */
function withNumbers(
  cells: readonly Cell[],
  headings: readonly (Heading | null)[],
  line: string,
  separator: Separator,
): Cell[] | null {
  if (line.trim() === '' || (separator !== ' ' && separatorOf(line) !== separator)) return null;
  const weekdays = cells.filter((_, place) => headings[place]?.day?.kind === 'weekday');
  const numbers = cut(line, separator).filter(({ text }) => text !== '');
  if (weekdays.length < 2 || numbers.length !== weekdays.length) return null;
  if (!numbers.every(({ text }) => /^\d{1,2}(?:er)?(?:\/\d{1,2}|\s\p{L}{3,9}\.?)?$/u.test(text))) return null;
  const pairs = new Map(numbers.map((number) => [columnOf(number, weekdays, separator), number.text]));
  if (pairs.size !== weekdays.length || pairs.has(null)) return null;
  return cells.map((cell) => {
    const number = pairs.get(cell);
    return number === undefined ? cell : { ...cell, text: `${cell.text} ${number}` };
  });
}
