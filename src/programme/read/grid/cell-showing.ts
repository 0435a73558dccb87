import { plainDay } from '#programme/read/days.ts';
import { bare, type Piece } from '#programme/read/grid/cell-pieces.ts';

/** A showing as a cell says it; what it does not say, its row and its column do. */
export interface CellShowing {
  readonly time: string;
  /** Several: the same hour each day. Empty: that of the column. */
  readonly days: readonly string[];
  readonly title: string;
  readonly marks: readonly string[];
  readonly venue: string;
}

/** One that is being read. */
export type Open = { -readonly [Name in keyof CellShowing]: CellShowing[Name] };
export const open = (piece: Piece, days: readonly string[], title = ''): Open => ({
  time: piece.text,
  days,
  title,
  marks: [],
  venue: '',
});

/** Days hold for the hours after them. */
export function daysBefore(days: readonly string[], piece: Piece, before: Piece | undefined): readonly string[] {
  const day = plainDay(piece.text);
  return before?.kind === 'day' ? [...days, day] : [day];
}

/** Adds a mark or a place to a showing. */
export function add(showing: Open, piece: Piece): void {
  if (piece.kind === 'venue') showing.venue = bare(piece.text);
  else showing.marks = [...showing.marks, piece.text];
}
