import type { Chart } from '#charts/chart.ts';

/** A cell of a table: a raw value. The column says how it is shown. */
export type Cell = string | number | null;

export interface Column {
  /** In the first line of a CSV export, kebab-case, the same in both languages. */
  readonly key: string;
  readonly title: string;
  /** `share`: from 0 to 1, shown as a percentage. `film` and `person`: an identifier, shown as a link with the text of the column after it. */
  readonly kind: 'text' | 'number' | 'share' | 'year' | 'film' | 'person';
  /** Digits after the point where it is shown; none unless told. An export has the whole value. */
  readonly digits?: number;
  readonly unit?: string;
}

export interface Table {
  /** Kebab-case: the name of its export. */
  readonly name: string;
  readonly title: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
  /** For each row, the key of its films for `Indicator.films`; null where there are none to show. */
  readonly keys?: readonly (string | null)[];
}

/** How much of what is asked about is known. */
export interface Coverage {
  /** “films whose length is known” */
  readonly what: string;
  readonly known: number;
  readonly of: number;
}

export interface Citation {
  readonly text: string;
  readonly url: string | null;
}

/** One indicator's answer, in one language. */
export interface Told {
  readonly title: string;
  readonly question: string;
  /** Sentences written from the data, fit to be quoted; when the data are too few, the sentence that says so. */
  readonly finding: readonly string[];
  /** What the answer depends on, and what it does not say. */
  readonly cautions: readonly string[];
  /** None when the data are too few. */
  readonly charts: readonly Chart[];
  /** The same rows as the charts, in their order; then the others. */
  readonly tables: readonly Table[];
  /** N, and of what; `one`: the same where N is one. */
  readonly count: { readonly value: number; readonly what: string; readonly one?: string };
  readonly coverage: readonly Coverage[];
  /** How it was computed, in plain words. */
  readonly method: string;
  readonly citations: readonly Citation[];
}
