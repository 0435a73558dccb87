import { problem, shorten, type Fault } from '#programme/read/draft.ts';
import type { Fields } from '#programme/read/fields.ts';
import type { FieldLine } from '#programme/read/gather.ts';
import { readCell, type CellSaid } from '#programme/read/grid/cell-said.ts';
import { isDetails, titleWith } from '#programme/read/grid/cell-pieces.ts';
import { longestRow, saysNothing } from '#programme/read/grid/cells.ts';
import { orderDays, readDayCell, type OrderedDay } from '#programme/read/grid/day-cells.ts';
import type { Table } from '#programme/read/grid/table.ts';
import type { Around } from '#programme/read/grid/headings.ts';
import { weekAt } from '#programme/read/grid/week-said.ts';
import { tokensOf } from '#programme/read/tokens.ts';
import { isTitle, opensAsCredits, titleFields, withMarks } from '#programme/read/words-of-line.ts';

interface Film {
  readonly line: number;
  readonly title: string[];
  readonly cells: { readonly text: string; readonly said: CellSaid }[];
}

const leastDays = 2;
const mostDays = 32;

/**
 * Reads a table whose cells came each on a line of its own, as web pages give them: days, then each film with as many cells as there are days, dashes among
 * them. When a film has another number nobody can tell which cells are missing: its hours are refused.
 */
export function stackAt(around: Around, at: number, venue: string): Table | null {
  // it begins at the first of its days
  if (at > 0 && readDayCell((around.lines[at - 1] ?? '').trim(), around.today) !== null) return null;
  const inOrder = orderDays(weekAt(around.weeks, at), around.today);
  const days: { readonly label: string; readonly day: OrderedDay }[] = [];
  let next = at;
  for (
    let line = filled(around.lines, at);
    line !== null && days.length < mostDays;
    line = filled(around.lines, next)
  ) {
    const said = readDayCell(line.text, around.today);
    if (said === null || said.kind === 'wrong') break;
    days.push({ label: line.text, day: inOrder(said, line.text) });
    next = line.at + 1;
  }
  if (days.length < leastDays) return null;
  const { films, end } = filmsUnder(around, next, days.length);
  if (films.length === 0) return null;
  const dashes = films.some(({ cells }) => cells.some(({ text }) => saysNothing(text)));
  const even = films.every(({ cells }) => cells.length === days.length);
  // two days and then a film: a list, unless its cells say otherwise
  if (days.length === 2 && !even && !dashes) return null;
  const whole = even && (dashes || (films.length > 1 && days.length > 2));
  const lines: FieldLine[] = [];
  const faults: Fault[] = [];
  for (const { line, title, cells } of films) {
    const text = [...title, ...cells.map((cell) => cell.text)].join('\n');
    const refuse = (...problems: Fault['problems']): void =>
      void faults.push({ line, text: shorten(text, 300), problems });
    const [first = '', ...details] = title;
    const strange = details.find((one) => !isDetails(one));
    if (strange !== undefined) refuse(problem('cell', { text: strange }));
    else if (!whole) refuse(problem('unaligned', { text: first }));
    else {
      const fields = titleFields(first);
      const ofFilm = { ...fields, title: titleWith(fields.title ?? '', details), venue };
      for (const [place, { said }] of cells.entries()) {
        const made = underDay(said, days[place], ofFilm);
        if ('wrong' in made) refuse(made.wrong);
        else lines.push(...made.showings.map((one) => ({ line, text, fields: one })));
      }
    }
  }
  const supposed = days.flatMap(({ day }) => ('date' in day && day.supposed ? [day.date] : []));
  return { lines, faults, aside: [], columns: [], alone: [], supposed, line: at + 1, next: end };
}

function underDay(
  said: CellSaid,
  under: { readonly label: string; readonly day: OrderedDay } | undefined,
  ofFilm: Fields,
): { readonly showings: readonly Fields[] } | Extract<CellSaid, { readonly wrong: unknown }> {
  if ('wrong' in said)
    return { wrong: { ...said.wrong, values: { ...said.wrong.values, column: under?.label ?? '' } } };
  const { day } = under ?? {};
  if (said.showings.length === 0 || day === undefined) return { showings: [] };
  if ('wrong' in day) return { wrong: day.wrong };
  return {
    showings: said.showings.map(({ time, marks, venue }) =>
      marks.reduce(withMarks, { ...ofFilm, date: day.date.toString(), time, venue: venue || (ofFilm.venue ?? '') }),
    ),
  };
}

/** Titles, each with the lines of hours and dashes under it. */
function filmsUnder(
  around: Around,
  from: number,
  width: number,
): { readonly films: readonly Film[]; readonly end: number } {
  const films: Film[] = [];
  let end = from;
  let title: { readonly line: number; readonly lines: string[] } | null = null;
  let film: Film | null = null;
  for (let at = from; at < around.lines.length; at++) {
    const text = (around.lines[at] ?? '').trim();
    if (text === '') continue;
    if (text.length > Math.min(longestRow, 200) || readDayCell(text, around.today) !== null) break;
    // “Relâche” is a film where a title is due
    const due: boolean = title === null && (film === null || film.cells.length === width) && /\p{L}/u.test(text);
    const said: CellSaid | null = due && saysNothing(text) ? null : cellLine(text, around);
    if (said !== null) {
      if (title !== null) {
        film = { line: title.line, title: title.lines, cells: [] };
        films.push(film);
        title = null;
      }
      if (film === null) break;
      film.cells.push({ text, said });
      end = at + 1;
    } else {
      if (
        tokensOf(text, around.today).some(({ kind }) => kind !== 'text') ||
        (title === null && film?.cells.length !== width && !isTitle(text) && !opensAsCredits(text))
      )
        break;
      if (title === null) title = { line: at + 1, lines: [text] };
      else if (title.lines.length < 4) title.lines.push(text);
      else break;
    }
  }
  return { films, end };
}

/** A line that is a cell of hours, or an empty one; null when it is words. */
function cellLine(text: string, { today, isVenue }: Around): CellSaid | null {
  if (saysNothing(text)) return { showings: [] };
  const kinds = tokensOf(text, today).map(({ kind }) => kind);
  if (!kinds.includes('time') || kinds.includes('day')) return null;
  return readCell(text, { today, isVenue, column: '', timed: false });
}

function filled(lines: readonly string[], from: number): { readonly text: string; readonly at: number } | null {
  for (let at = from; at < Math.min(from + 4, lines.length); at++) {
    const text = (lines[at] ?? '').trim();
    if (text !== '') return { text, at };
  }
  return null;
}
