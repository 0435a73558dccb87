import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { openCatalogue } from '#catalogue/catalogue.ts';
import { allIds } from '#catalogue/queries/film-cards.ts';
import { LanterneError } from '#errors.ts';
import { encodeFacts, factsKey, keepFacts } from '#features/facts/facts-file.ts';
import { readFacts } from '#features/facts/read-facts.ts';
import { readFeatures } from '#features/read-features.ts';
import { openContentModel } from '#models/content.ts';
import { trainInto } from '#models/train.ts';
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
  const { path, buffer } = trainInto(folder, await readFeatures(catalogue), { seed, minVotes, onProgress });
  const content = openContentModel(buffer, catalogue.vocabulary);
  if (typeof content === 'string') throw new Error(`The content model just made cannot be opened: ${content}`);
  const idOf = (await catalogue.run(allIds, {})).map(({ id }) => id);
  const likes = await trainLikes(folder, content, idOf, { seed, onProgress });
  parentPort?.postMessage({ done: { path, bytes: buffer.length, likes } });
} catch (error) {
  if (error instanceof LanterneError) parentPort?.postMessage({ fault: { code: error.code, values: error.values } });
  else throw error;
}
