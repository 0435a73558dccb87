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

/** That a period is not compared because too few of its years are looked at. */
export const shortSpanSentence = (span: Span, say: Speech): string =>
  say.pick({
    fr: `De la période à comparer, seules les années ${spanName(span)} sont regardées\u00a0: il en faut au moins ${leastYears}, et elles ne sont comparées à aucune autre.`,
    en: `Of the period to compare only the years ${spanName(span)} are looked at: at least ${leastYears} are needed, and they are compared with no others.`,
  });
