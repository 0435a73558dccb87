import { problem, shorten, type Fault, type Problem } from '#programme/read/draft.ts';
import type { FieldLine } from '#programme/read/gather.ts';
import { readCell } from '#programme/read/grid/cell-said.ts';
import { orderDays, readDayCell } from '#programme/read/grid/day-cells.ts';
import type { Header } from '#programme/read/grid/header.ts';
import { makeShowings } from '#programme/read/grid/made-showings.ts';
import { readHeading, type Around, type Column } from '#programme/read/grid/headings.ts';
import { readRowHead, type RowHead } from '#programme/read/grid/row-head.ts';
import type { Row } from '#programme/read/grid/rows.ts';
import type { ReadRow, TableShowings } from '#programme/read/grid/table.ts';
import { stackedHours } from '#programme/read/grid/stacked-hours.ts';
import { weekAt } from '#programme/read/grid/week-said.ts';

interface Film {
  readonly line: number;
  readonly head: RowHead;
  showings: number;
}

/** Makes showings of rows: each has the day, the hour, the film and the place that its column, its row and its cell say, or is refused. */
export function showingsOf(
  rows: readonly Row[],
  header: Header & { readonly left?: 'days' | 'films' },
  around: Around,
): TableShowings {
  const lines: FieldLine[] = [];
  const faults: Fault[] = [];
  const films: Film[] = [];
  const supposed: Temporal.PlainDate[] = [...header.supposed];
  const read = rows.map((row) => readOne(row, header, around));
  const wordsAre = header.left === 'films' ? 'place' : meaningOf(read);
  const stacked = header.separator === ' ' && header.left === undefined ? stackedHours(rows) : null;
  const inOrder = orderDays(weekAt(around.weeks, header.next), around.today);
  let film: Film | null = null;
  let day: string | null = null;
  for (const [at, { row, head, cells }] of read.entries()) {
    const problems: Problem[] = [...row.problems, ...head.problems];
    if (header.left === 'days') {
      const said = readDay(head.day, around, inOrder);
      if (said !== null && 'wrong' in said) {
        problems.push(said.wrong);
        day = null;
      } else if (said !== null) {
        day = said.date.toString();
        if (said.supposed) supposed.push(said.date);
      } else if (!row.follows) day = null;
    } else if (problems.length > 0) film = null;
    else if (head.title !== '') {
      film = { line: row.line, head, showings: 0 };
      films.push(film);
    } else if (!row.follows || head.placed || stacked?.[at] === false) film = null;
    if (header.left === undefined && film === null && isMixed(cells))
      problems.push(...cells.map(({ column, text }) => problem('cell', { text, column: column.label })));
    if (problems.length === 0)
      for (const { column, text, said } of cells) {
        const made = makeShowings(
          { column, text, said },
          { row, head, film: film?.head ?? null, day, header, wordsAre },
        );
        if ('wrong' in made) problems.push(made.wrong);
        else {
          lines.push(...made.showings.map((fields) => ({ line: row.line, text: row.text, fields })));
          if (film !== null) film.showings += made.showings.length;
        }
      }
    if (problems.length > 0) {
      faults.push({ line: row.line, text: shorten(row.text, 300), problems });
      if (film !== null) film.showings += 1;
    }
  }
  const alone = films.flatMap(({ line, head, showings }) => (showings === 0 ? [{ line, title: head.title }] : []));
  return { lines, faults, alone, supposed };
}

function readOne(row: Row, header: Header & { readonly left?: string }, around: Around): ReadRow {
  const [first, ...rest] = row.head;
  const atLeft = header.left === 'days' && header.separator === ' ';
  const asDay: Column = { from: 0, to: 1, label: '', role: 'head', field: 'date', fields: {}, words: '', wrong: null };
  const head = readRowHead(atLeft && first !== undefined ? [{ ...first, column: asDay }, ...rest] : row.head, around);
  const dated = header.left === undefined && readDayCell(head.title, around.today) !== null;
  const cells = row.cells.map(({ column, text }) => ({
    column,
    text,
    said: readCell(text, {
      today: around.today,
      isVenue: around.isVenue,
      column: column.label,
      timed: column.fields.time !== undefined || head.fields.time !== undefined,
    }),
  }));
  // a line of a list under a table: its day is no title
  return { row, head: dated ? { ...head, problems: [problem('cell', { text: head.title })] } : head, cells };
}

/** Whether some hours of a row have a title and others none: “Flow 14h30”, then “20h30”, may be one film. */
function isMixed(cells: ReadRow['cells']): boolean {
  const titled = cells.flatMap(({ said }) =>
    'showings' in said ? said.showings.map(({ title }) => title !== '') : [],
  );
  return titled.includes(true) && titled.includes(false);
}

/** Whether headings of words are films or places: over titles they are places. */
function meaningOf(rows: readonly ReadRow[]): 'place' | 'film' {
  const cells = rows.flatMap(({ cells: of }) => of);
  if (cells.some(({ column }) => column.role === 'data' && column.fields.venue !== undefined)) return 'place';
  const said = cells
    .filter(({ column }) => column.words !== '')
    .flatMap(({ said: one }) => ('showings' in one ? one.showings : []));
  const titled = said.filter(({ title }) => title !== '').length;
  return titled > 0 && titled * 2 >= said.length ? 'place' : 'film';
}

function readDay(
  text: string,
  around: Around,
  inOrder: ReturnType<typeof orderDays>,
): ReturnType<typeof inOrder> | null {
  if (text.trim() === '') return null;
  const day =
    readDayCell(text.replaceAll('\n', ' '), around.today) ?? readHeading({ text, from: 0, to: 1 }, around)?.day ?? null;
  return day === null ? { wrong: problem('dayUnreadable', { text }) } : inOrder(day, text);
}
