import { ratingSets, type RatingSet } from '#evaluate/rating-sets.ts';
import type { Report } from '#evaluate/report.ts';
import type { Part } from '#evaluate/viewers.ts';
import type { OpenedCatalogue } from './content.ts';
import type { Split } from './sweep-split.ts';

/** What `lanterne evaluate` was asked. */
export interface EvaluateOptions {
  /** The folder of the reference data. */
  readonly reference: string;
  /** The path of the reference tool. */
  readonly tool: string;
  /** P1 on this set alone. */
  readonly set: RatingSet | undefined;
  readonly split: Split;
  readonly part: Exclude<Part, 'train'>;
  readonly seed: number;
  readonly peers: boolean;
  /** Opens the catalogue, for the protocols that need one. */
  readonly catalogue: () => Promise<OpenedCatalogue>;
  readonly onProgress: (line: string) => void;
}

/** Each protocol, loaded when it is asked for. */
export const protocols: Readonly<Record<string, (options: EvaluateOptions) => AsyncGenerator<Report>>> = {
  async *P1(options) {
    const { sweepBench } = await import('./sweep.ts');
    for (const set of options.set === undefined ? ratingSets : [options.set])
      yield sweepBench(options.reference, { ...options, set });
  },
  async *P2({ reference, ...options }) {
    const { publishedBench } = await import('./published.ts');
    yield publishedBench(reference, options);
  },
  async *P3({ reference, catalogue, ...options }) {
    const { contentBench } = await import('./content.ts');
    yield contentBench(await catalogue(), reference, options);
  },
  async *P3b({ reference, catalogue, ...options }) {
    const { newFilmsBench } = await import('./new-films.ts');
    yield newFilmsBench(await catalogue(), reference, options);
  },
  async *P4({ reference, peers }) {
    const { searchProtocol } = await import('./search/protocol.ts');
    yield searchProtocol(reference, { peers });
  },
  async *P5({ reference, part, seed }) {
    const { groupProtocol } = await import('./group-protocol.ts');
    yield groupProtocol(reference, { part, seed });
  },
};
