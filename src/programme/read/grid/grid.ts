import { problem, type Note } from '#programme/read/draft.ts';
import { dayHeader, type Header } from '#programme/read/grid/header.ts';
import type { Around } from '#programme/read/grid/headings.ts';
import { rowsUnder } from '#programme/read/grid/rows.ts';
import { showingsOf } from '#programme/read/grid/showings.ts';
import type { Table } from '#programme/read/grid/table.ts';
import { sideHeader, type SideHeader } from '#programme/read/grid/side-header.ts';
import { stackAt } from '#programme/read/grid/stack.ts';

/**
 * Reads the table that begins at a line: days above and films at the left, days at the left and films, places or hours above, titles in its cells, or its cells
 * each on a line. Null when none begins there: the line is read as words.
 */
export function tableAt(around: Around, at: number, venue: string): Table | null {
  const header: (Header & Partial<Pick<SideHeader, 'left'>>) | null = dayHeader(around, at) ?? sideHeader(around, at);
  if (header === null) return stackAt(around, at, venue);
  const { rows, next, aside } = rowsUnder(around, header, venue);
  const read = showingsOf(rows, header, around);
  // days between tabs are of a table, though nothing is under them: they are not those of the list that follows
  if (read.lines.length + read.faults.length === 0)
    return (header.separator === ' ' && rows.length === 0) || header.left !== undefined
      ? null
      : { ...read, line: at + 1, next, aside: [at + 1, ...aside], columns: [] };
  // days in a line, two spaces between them, are also those of the list under them
  const beside = rows.some(({ cells }) => cells.length > 1) || rows.some(({ head }) => head.length > 0);
  if (header.separator === ' ' && !beside) return null;
  const columns = header.columns
    .filter(({ role, label }) => role === 'aside' && label !== '')
    .map(({ label }) => label);
  return { ...read, line: at + 1, next, aside, columns };
}

/** What is told of tables: columns left aside, films without a showing, days supposed. */
export function tableNotes(tables: readonly Table[]): Note[] {
  return tables.flatMap(({ line, columns, alone, supposed }) => {
    const [from, to] = [supposed[0], supposed.at(-1)];
    return [
      ...(columns.length === 0 ? [] : [{ line, ...problem('columns', { text: columns.join(', ') }) }]),
      ...alone.map((film) => ({ line: film.line, ...problem('titleAlone', { text: film.title }) })),
      ...(from === undefined || to === undefined
        ? []
        : [{ line, ...problem('undated', { from: `${from}`, to: `${to}` }) }]),
    ];
  });
}
