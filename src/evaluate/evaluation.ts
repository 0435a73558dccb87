import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const version = 1;
/** No figure is told of fewer people. */
export const fewestPeople = 5;

const share = z.number().min(0).max(1);
const estimate = z.object({ mean: z.number(), low: z.number(), high: z.number() });
const contender = z.object({
  /** The model in service, the content model alone, the peers' neighbours by genre, and the most liked films for everybody. */
  name: z.enum(['service', 'content', 'genres', 'popularity']),
  /** Over viewers, with 95 % intervals by bootstrap. */
  ndcg: estimate,
  recall: estimate,
  /** The share of viewers of whom one film at least was found. */
  hit: estimate,
  /** What the model in service finds more, in nDCG, of the same viewers; null for itself. */
  gain: estimate.nullable(),
  /** Of the films that may be recommended, the share that is in some list. */
  coverage: share,
  /** Share of the recommended films that are among the thousand best known. */
  wellKnown: share,
});
const stratum = z.object({
  name: z.enum(['public', 'own']),
  viewers: z.int(),
  /** Empty with fewer than five viewers. */
  contenders: z.array(contender),
});
const behaviour = z.object({
  baskets: z.int(),
  candidates: z.int(),
  coverage: share,
  /** Of exposure over the films that were in some list. */
  gini: z.number(),
  wellKnown: share,
  /** The mean of 1 - likeness over the pairs of a list. */
  diversity: estimate,
  /** Of a list, the share that stays when one film of three is taken out of the basket. */
  steadiness: estimate,
  fidelity: z.object({
    asked: z.int(),
    unexplained: z.int(),
    fell: share,
    left: share,
    fellWithoutLast: share,
  }),
});
const shape = z.object({
  version: z.literal(version),
  /** The day of the training. */
  on: z.iso.date(),
  /** Fingerprint of the films. */
  vocabulary: z.string(),
  model: z.enum(['hybrid', 'content']),
  /** Films given, and places of a list. */
  given: z.int(),
  top: z.int(),
  /** Empty for a model that has learnt from nobody: nobody is held out. */
  strata: z.array(stratum),
  behaviour,
});

export type Evaluation = Readonly<z.infer<typeof shape>>;
export type Estimate = z.infer<typeof estimate>;
export type Contender = z.infer<typeof contender>;
export type Stratum = z.infer<typeof stratum>;
export type Behaviour = z.infer<typeof behaviour>;
export type Measured = Omit<Evaluation, 'version' | 'on' | 'vocabulary'>;

/** Where the evaluation of the models of a data folder stands: written by training, beside them. */
export const evaluationPath = (folder: string): string => join(folder, 'models', 'evaluation.json');

export function encodeEvaluation(measured: Measured, { on, vocabulary }: { on: string; vocabulary: string }): Buffer {
  return Buffer.from(`${JSON.stringify(shape.parse({ version, on, vocabulary, ...measured }), null, 1)}\n`);
}

/** The evaluation of a data folder, for these films; null when there is none, or it is of others, or not readable. */
export function readEvaluation(folder: string, vocabulary: string): Evaluation | null {
  const path = evaluationPath(folder);
  if (statSync(path, { throwIfNoEntry: false })?.isFile() !== true) return null;
  try {
    const read = shape.safeParse(JSON.parse(readFileSync(path, 'utf8')));
    return read.success && read.data.vocabulary === vocabulary ? read.data : null;
  } catch {
    return null;
  }
}
