import { join } from 'node:path';
import { foldTable, measureFold, publishedFolds } from '#evaluate/p2-anelli.ts';
import type { Report } from '#evaluate/report.ts';
import { createPool } from '#kernels/pool.ts';
import { ours, oursName } from './ours.ts';
import type { Contender } from './peers/contender.ts';
import { gramContenders, type Autoencoder } from './peers/gram-contenders.ts';

/** The study's own hyper-parameters (EASE, ItemKNN), and the denoising autoencoder at two dropouts. */
const autoencoders: readonly Autoencoder[] = [
  { name: 'EASE (l2 238.56)', l2: 238.5621338, dropout: 0 },
  { name: 'EDLAE p=0.33', l2: 200, dropout: 0.33 },
  { name: 'EDLAE p=0.9', l2: 100, dropout: 0.9 },
];
const neighbours = [95];

/** P2 on MovieLens 1M: the published folds, the viewer's training likes as the basket. */
export async function publishedBench(
  reference: string,
  { seed, onProgress }: { seed: number; onProgress: (line: string) => void },
): Promise<Report> {
  const folds = await publishedFolds(join(reference, 'ratings', 'ml-1m'));
  const measured = new Map<string, Float64Array[]>();
  await using pool = createPool();
  for (const [at, fold] of folds.entries()) {
    using peers = await gramContenders(pool, fold.train, { autoencoders, neighbours });
    const own: Contender = { name: oursName, make: () => ours(fold.train, fold.films) };
    for (const { name, make } of [own, ...peers.contenders]) {
      const scorer = await make();
      measured.set(name, [...(measured.get(name) ?? []), measureFold(scorer, fold)]);
    }
    onProgress(`Fold ${at + 1} of ${folds.length} is measured.`);
  }
  const [first] = folds;
  const likes = (first?.train.indices.length ?? 0) + (first?.test.indices.length ?? 0);
  return {
    protocol: 'P2',
    key: 'P2',
    title: 'P2: the published folds of MovieLens 1M',
    command: 'evaluate P2',
    notes: [
      `Anelli et al. 2022: ratings of 4 and 5 in the iterated 10-core (${likes} likes, ${first?.train.rows ?? 0} viewers, ${first?.films.length ?? 0} films), five published test sets of ${first?.test.indices.length ?? 0} likes. Viewers are known here (weak generalisation): the basket is all their training likes. Expected from the study: EASE .336, SLIM .335, RP3beta .315, iALS .306, ItemKNN .292, popularity .159.`,
    ],
    tables: [
      foldTable(
        [...measured].map(([system, values]) => ({ system, folds: values })),
        { ours: oursName, seed },
      ),
    ],
  };
}
