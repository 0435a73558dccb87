import type { Scorer } from '#evaluate/scorer.ts';

/** A system to be measured: made when its turn comes and dropped after it, so that one matrix is held at a time. */
export interface Contender {
  readonly name: string;
  make(): Promise<Scorer>;
}
