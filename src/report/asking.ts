import type { Traced } from '#market/trace.ts';
import type { Speech } from '#words/speech.ts';

/** What a sentence on the market may ask of the book: a number, which is then said to be used. */
export interface Asking {
  /** A row of the book, of its latest year unless told; its use is noted. */
  row(id: string, year?: number): Traced | null;
  /** A value of something computed. */
  computed(
    name: string,
    key: string,
  ): { readonly value: number; readonly low: number; readonly high: number; readonly year: number } | null;
  readonly department: string;
  /** “dans la Creuse”, “in the Creuse”. */
  readonly inPlace: string;
  readonly say: Speech;
}

export interface SaidFigure {
  /** The number, large: “1,50”. */
  readonly big: string;
  readonly text: string;
}
