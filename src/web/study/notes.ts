import { trace, type Traced } from '#market/trace.ts';
import type { Answer, Used } from '#market/computed.ts';
import type { MarketBook, MarketSource } from '#market/types.ts';

/** Officiel, presse or estimation: what the screen says of where a number comes from. */
export type Mark = MarketSource['kind'];

/** The numbered notes of a page, in the order in which its numbers are met. */
export interface Notes {
  /** The number of a source, given when it is first asked for. */
  source(source: MarketSource): number;
  /** The number of a calculation. */
  method(name: string): number;
  readonly sources: readonly MarketSource[];
  /** Names of the calculations shown. */
  readonly methods: readonly string[];
}

export function openNotes(): Notes {
  const sources: MarketSource[] = [];
  const methods: string[] = [];
  const place = <T>(list: T[], one: T, same: (other: T) => boolean): number => {
    const known = list.findIndex(same);
    return known < 0 ? list.push(one) : known + 1;
  };
  return {
    source: (source) => place(sources, source, ({ id }) => id === source.id),
    method: (name) => place(methods, name, (other) => other === name),
    sources,
    methods,
  };
}

/** The mark of a row of the book. */
export const markOf = ({ source, reliability }: Traced): Mark => (reliability === 'D' ? 'estimation' : source.kind);

/** The mark of an answer: an estimate, or the least sure of what it rests on. */
export function markOfAnswer(book: MarketBook, answer: Answer): Mark {
  if (answer.reliability === 'D') return 'estimation';
  const marks = new Set(answer.used.flatMap((one) => rowOf(book, one)).map(markOf));
  return marks.has('estimation') ? 'estimation' : marks.has('presse') ? 'presse' : 'officiel';
}

/** The sources that an answer rests on, each once. */
export const sourcesOfAnswer = (book: MarketBook, answer: Pick<Answer, 'used'>): MarketSource[] => [
  ...new Map(
    answer.used.flatMap((one) => rowOf(book, one)).map(({ source }): [string, MarketSource] => [source.id, source]),
  ).values(),
];

function rowOf(book: MarketBook, { id, year }: Used): Traced[] {
  const row = trace(book, id, year);
  return row === null ? [] : [row];
}
