import type { MarketBook, Reliability } from '#market/types.ts';
import type { Bilingual } from '#words/speech.ts';

/** A number that a question is answered with. */
export interface Value {
  /** Kebab-case, unique in its answer; parts after a slash name a cinema, an age or a limit. */
  readonly key: string;
  readonly label: Bilingual;
  readonly value: number;
  /** As in a figure: '' for a plain number, 'share' for a share from 0 to 1. */
  readonly unit: string;
  /** The range of the value when what it rests on moves; the formula says how. */
  readonly low?: number;
  readonly high?: number;
}

/** Where a number comes from: the id and the year of a figure, or of a row (see trace.ts). */
export interface Used {
  readonly id: string;
  readonly year: number;
}

export interface Answer {
  /** The year that the answer is about. */
  readonly year: number;
  readonly values: readonly Value[];
  readonly used: readonly Used[];
  /** B: arithmetic on what others published. D: a model of ours. */
  readonly reliability: Extract<Reliability, 'B' | 'D'>;
}

/** One thing that is computed from a market's book. */
export interface Computed {
  /** Kebab-case: its name on the command line. */
  readonly name: string;
  readonly question: Bilingual;
  /** The formula, and how the range was found. */
  readonly formula: Bilingual;
  readonly citations: readonly { readonly text: string; readonly url: string | null }[];
  /** What the answer does not say. */
  readonly cautions: readonly Bilingual[];
  /** What to import when there is no answer. */
  readonly needs: Bilingual;
  /** Null when the book lacks what it rests on. */
  compute(book: MarketBook): Answer | null;
}

/** The value of a key; null when the answer has none. */
export const valueOf = (answer: Answer | null, key: string): Value | null =>
  answer?.values.find((one) => one.key === key) ?? null;
