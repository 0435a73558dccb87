import { problem, type Problem } from '#programme/read/draft.ts';
import { saysHour, saysNothing, type Cell } from '#programme/read/grid/cells.ts';
import { beginUnder, columnOf, isEven, isOverSeveral } from '#programme/read/grid/columns.ts';
import type { Header } from '#programme/read/grid/header.ts';
import { isSum, type Column } from '#programme/read/grid/headings.ts';
import type { HeadCell } from '#programme/read/grid/row-head.ts';

/** The cells of a row at their columns. */
export interface PlacedCells {
  readonly head: readonly HeadCell[];
  readonly cells: readonly { readonly column: Column; readonly text: string }[];
  /** Why nothing can be read in it: a cell whose column nobody can tell is enough. */
  readonly problems: readonly Problem[];
  /** Whether the same few spaces part all its cells and the headings. */
  readonly even: boolean;
}

/** Where the first column of showings begins: what stands before it says of what film. */
export const startOf = ({ columns }: Header): number => columns.find(({ role }) => role === 'data')?.from ?? 0;

/** Puts cells under their columns: by rank, or by where they stand. */
export function placeCells(cells: readonly Cell[], header: Header & { readonly left?: string }): PlacedCells {
  return header.separator === ' ' ? placeAligned(cells, header) : placeRanked(cells, header.columns);
}

function placeRanked(cells: readonly Cell[], columns: readonly Column[]): PlacedCells {
  const head: HeadCell[] = [];
  const found: PlacedCells['cells'][number][] = [];
  const problems: Problem[] = [];
  for (const cell of cells) {
    const { text } = cell;
    const column = columnOf(cell, columns, '\t');
    if (column === null) {
      if (!saysNothing(text)) problems.push(problem('unaligned', { text }));
    } else if (column.role === 'head' || (column.role === 'blank' && !saysHour(text))) head.push({ text, column });
    else if (!saysNothing(text) && !isLeftAside(column, text)) found.push({ column, text });
  }
  return { head, cells: found, problems, even: false };
}

const isLeftAside = ({ role, label }: Column, text: string): boolean =>
  role === 'aside' && (isSum(label) || !saysHour(text));

function placeAligned(cells: readonly Cell[], header: Header & { readonly left?: string }): PlacedCells {
  const head: HeadCell[] = [];
  const found: PlacedCells['cells'][number][] = [];
  const problems: Problem[] = [];
  const { columns } = header;
  const start = startOf(header);
  for (const cell of cells) {
    const { text } = cell;
    if (cell.to <= start) head.push({ text, column: null });
    else if (!saysNothing(text)) {
      const column = cell.from < start - 3 || isOverSeveral(cell, columns) ? null : columnOf(cell, columns, ' ');
      // under days words without an hour are a title too long for its place
      const strange = column === null || (header.left === undefined && column.role === 'data' && !saysHour(text));
      if (strange) problems.push(problem('unaligned', { text }));
      else if (!isLeftAside(column, text)) found.push({ column, text });
    }
  }
  const order = found.map(({ column }) => column.from);
  const shuffled = order.some((from, at) => at > 0 && from < (order[at - 1] ?? 0));
  const even = isEven(cells, columns);
  if (problems.length === 0 && (shuffled || (even && !beginUnder(cells, columns))))
    problems.push(problem('unaligned', { text: cells.map(({ text }) => text).join('  ') }));
  return { head, cells: found, problems, even };
}
