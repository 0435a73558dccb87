import type { Fault } from '#programme/read/draft.ts';
import type { FieldLine } from '#programme/read/gather.ts';
import type { CellSaid } from '#programme/read/grid/cell-said.ts';
import type { Column } from '#programme/read/grid/headings.ts';
import type { RowHead } from '#programme/read/grid/row-head.ts';
import type { Row } from '#programme/read/grid/rows.ts';

/** A row whose cells are read. */
export interface ReadRow {
  readonly row: Row;
  readonly head: RowHead;
  readonly cells: readonly { readonly column: Column; readonly text: string; readonly said: CellSaid }[];
}

/** What the rows of a table announce. */
export interface TableShowings {
  readonly lines: readonly FieldLine[];
  readonly faults: readonly Fault[];
  /** Films without any showing: their line and their title. */
  readonly alone: readonly { readonly line: number; readonly title: string }[];
  readonly supposed: readonly Temporal.PlainDate[];
}

/** What a table inside a text announces. */
export interface Table extends TableShowings {
  /** Its heading, from 1. */
  readonly line: number;
  /** The index of the line after it. */
  readonly next: number;
  /** Lines of it that announce nothing, from 1. */
  readonly aside: readonly number[];
  /** What the columns that were left aside are called. */
  readonly columns: readonly string[];
}
