import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { openCatalogue } from '#catalogue/catalogue.ts';
import { encodeFacts, factsKey, keepFacts } from '#features/facts/facts-file.ts';
import { readFacts } from '#features/facts/read-facts.ts';

// Seconds of arithmetic for a large catalogue: on its own thread, a server goes on answering.
const { folder, sourcesOff } = z.object({ folder: z.string(), sourcesOff: z.array(z.string()) }).parse(workerData);
await using catalogue = await openCatalogue(folder, { sourcesOff });
const buffer = encodeFacts(await readFacts(catalogue), factsKey(catalogue));
keepFacts(folder, buffer);
parentPort?.postMessage(new Uint8Array(buffer));
