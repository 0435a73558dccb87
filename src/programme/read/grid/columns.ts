import { shared, type Cell, type Separator } from '#programme/read/grid/cells.ts';

type Span = Omit<Cell, 'text'>;

/**
 * The column that a cell belongs to: its rank, or the heading that it stands under when spaces part the cells. Under two headings it is that of the one
 * whose beginning is its own, or which has nearly all of it; under none, that of the one which is much nearer than the others. Null: nobody can tell.
 */
export function columnOf<T extends Span>(cell: Span, columns: readonly T[], separator: Separator): T | null {
  if (separator !== ' ') return columns.find(({ from }) => from === cell.from) ?? null;
  const under = columns.filter((column) => shared(cell, column) > 0);
  const [only] = under;
  if (only !== undefined && under.length === 1) return standsUnder(cell, only) ? only : null;
  if (under.length > 1) {
    const begun = under.filter(({ from }) => Math.abs(from - cell.from) <= 1);
    const whole = under.filter((column) => shared(cell, column) >= (cell.to - cell.from) * 0.8);
    const [first] = begun;
    return begun.length === 1 && first !== undefined ? first : whole.length === 1 ? (whole[0] ?? null) : null;
  }
  const [near, next] = columns
    .map((column) => ({ column, away: -shared(cell, column) }))
    .toSorted((a, b) => a.away - b.away);
  if (near === undefined) return null;
  return near.away <= 2 && (next === undefined || next.away >= 2 * near.away + 3) ? near.column : null;
}

/** A sign or two of a heading is no place to stand under, unless the heading is as short. */
const standsUnder = (cell: Span, column: Span): boolean => {
  const both = shared(cell, column);
  const narrower = Math.min(cell.to - cell.from, column.to - column.from);
  return both * 2 >= narrower;
};

/** Whether a cell of several hours stands under several headings: they may be the cells of two days. */
export const isOverSeveral = (cell: Cell, columns: readonly Span[]): boolean =>
  (cell.text.match(/\d\s?[hH:]/g)?.length ?? 0) > 1 && columns.filter((column) => shared(cell, column) > 0).length > 1;

/** Whether the same few spaces part all the cells of a row, and the headings too: its alignment may be lost. */
export function isEven(cells: readonly Cell[], columns: readonly Span[]): boolean {
  const gaps = [...gapsOf(cells), ...gapsOf(columns)];
  const [gap = 0] = gaps;
  return gap <= 8 && gaps.every((one) => one === gap);
}

/** Whether every cell stands exactly under the beginning of a heading. */
export const beginUnder = (cells: readonly Cell[], columns: readonly Span[]): boolean =>
  cells.every(({ from, to }) => to <= (columns[0]?.from ?? 0) || columns.some((one) => Math.abs(one.from - from) <= 1));

const gapsOf = (spans: readonly Span[]): number[] => spans.slice(1).map(({ from }, at) => from - (spans[at]?.to ?? 0));
