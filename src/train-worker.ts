import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { openCatalogue } from '#catalogue/catalogue.ts';
import { allIds } from '#catalogue/queries/film-cards.ts';
import { LanterneError } from '#errors.ts';
import { encodeFacts, factsKey, keepFacts } from '#features/facts/facts-file.ts';
import { readFacts } from '#features/facts/read-facts.ts';
import { encodeEvaluation, evaluationPath } from '#evaluate/evaluation.ts';
import { measureService } from '#evaluate/measure-service.ts';
import { readFeatures } from '#features/read-features.ts';
import { readWeights } from '#features/weights.ts';
import type { Csr } from '#kernels/csr.ts';
import { openContentModel } from '#models/content.ts';
import { openLikes } from '#models/open.ts';
import { trainInto, writeModel } from '#models/train.ts';
import { trainLikes } from '#train-likes.ts';

// Training takes many seconds of arithmetic: on its own thread, a server goes on answering.
const { folder, sourcesOff, seed, minVotes } = z
  .object({ folder: z.string(), sourcesOff: z.array(z.string()), seed: z.number(), minVotes: z.number() })
  .parse(workerData);
try {
  await using catalogue = await openCatalogue(folder, { sourcesOff });
  const onProgress = (message: string): void => parentPort?.postMessage({ progress: message });
  onProgress('gathering the facts of the films');
  keepFacts(folder, encodeFacts(await readFacts(catalogue), factsKey(catalogue)));
  onProgress('reading the features');
  const features = await readFeatures(catalogue);
  const { path, buffer } = trainInto(folder, features, { seed, minVotes, onProgress });
  const content = openContentModel(buffer, catalogue.vocabulary);
  if (typeof content === 'string') throw new Error(`The content model just made cannot be opened: ${content}`);
  const idOf = (await catalogue.run(allIds, {})).map(({ id }) => id);
  const trained = await trainLikes(folder, content, idOf, { seed, onProgress });
  onProgress('measuring the model in service');
  const measured = measureService(
    {
      model: openLikes(folder, content) ?? content,
      content,
      genres: features.families.find(({ name }) => name === 'genre')?.matrix ?? noGenres(features.films),
      fame: (await readWeights(catalogue)).fame,
      idOf,
      likes: trained?.held.likes ?? new Map(),
      shots: trained?.held.shots ?? { public: [], own: [] },
    },
    { seed },
  );
  const on = new Date().toISOString().slice(0, 10);
  writeModel(evaluationPath(folder), encodeEvaluation(measured, { on, vocabulary: catalogue.vocabulary }));
  const { held: _, ...likes } = trained ?? { held: null };
  parentPort?.postMessage({ done: { path, bytes: buffer.length, likes: trained === null ? null : likes } });
} catch (error) {
  if (error instanceof LanterneError) parentPort?.postMessage({ fault: { code: error.code, values: error.values } });
  else throw error;
}

/** A catalogue without any genre. */
function noGenres(films: number): Csr {
  return {
    rows: films,
    columns: 0,
    indptr: new Int32Array(films + 1),
    indices: new Int32Array(0),
    values: new Float32Array(0),
  };
}
