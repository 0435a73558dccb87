import type { Speech } from '#words/speech.ts';

/** Years, both included. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** A period of fewer years than this is not compared with another. */
export const leastYears = 5;

export const longEnough = ({ from, to }: Span): boolean => to - from + 1 >= leastYears;

export const spanName = ({ from, to }: Span): string => (from === to ? String(from) : `${from}-${to}`);

/** That a comparison is not made because too few of a period's years are looked at; `where`: among which films. */
export const shortSpanSentence = (span: Span, say: Speech, where = ''): string =>
  say.pick({
    fr: `Une comparaison n’est pas faite${where}\u00a0: il n’y reste que ${spanName(span)}, et il faut au moins ${leastYears} ans.`,
    en: `One comparison is not made${where}: only ${spanName(span)} is left for it, and at least ${leastYears} years are needed.`,
  });
